import type { Row } from '../row.ts';

export const eventSubProcesses: readonly Row[] = [
  {
    rules: 'ESP-1',
    says: 'armed when its scope is activated, before the start event runs; evaluated once, there',
    drawing: `s start
      a script feel="\\"changed\\"" result=k
      t user
      s > a > t
      h esp {
        m start message=m/k beside
        r user
        m > r
      }`,
    play: `start k="given" -> s a [t]
      message m changed ttl=0 -> [t]
      message m given -> m [t h r]`,
  },
  {
    rules: 'ESP-2 ESP-3',
    says: 'not part of the flow; interrupting it ends the content, and its scope keeps its variables',
    drawing: `s start
      u sub in.x=7 {
        i start
        a user
        i > a
        h esp {
          m start message=m/k
          r user out.seen=x
          m > r
        }
        o esp {
          n start message=n/k
          q user
          n > q
        }
      }
      t user
      s > u > t`,
    play: `start k=1 -> s i [u a]
      message m 1 -> ~a m [u h r]
      message n 1 ttl=0 -> [u h r]
      complete r -> r h u [t]
      expect seen=7 -> [t]`,
  },
  {
    rules: 'ESP-4',
    says: 'one interrupting event sub-process per scope; running others are terminated',
    drawing: `s start
      t user
      s > t
      n esp {
        m start message=m/k beside
        r user
        m > r
      }
      h esp {
        q start signal=Q
        w user
        q > w
      }
      g esp {
        z start signal=Q
        v user
        z > v
      }`,
    play: `start k=1 -> s [t]
      message m 1 -> m [t n r]
      signal Q -> ~t ~r ~n q [h w]
      signal Q -> [h w]`,
  },
  {
    rules: 'ESP-5',
    says: 'not interrupting: beside, any number of times',
    drawing: `s start
      t user
      s > t
      h esp {
        m start message=m/k beside
        r user
        m > r
      }`,
    play: `start k=1 -> s [t]
      message m 1 -> m [t h r]
      message m 1 -> m [t h r h r]`,
  },
  {
    rules: 'ESP-6',
    says: 'after an interrupting one the scope completes normally, also after an error',
    drawing: `s start
      u sub {
        i start
        x end error=E
        i > x
        h esp {
          q start error=E
          r user
          q > r
        }
      }
      t user
      s > u > t`,
    play: `start -> s i ~x q [u h r]
      complete r -> r h u [t]`,
  },
  {
    rules: 'ESP-8',
    says: 'an event sub-process inside comes before a boundary outside',
    drawing: `s start
      u sub {
        i start
        x end error=E
        i > x
        h esp {
          q start error
          r user
          q > r
        }
      }
      b boundary on=u error=E
      t user
      s > u
      b > t`,
    play: `start -> s i ~x q [u h r]`,
  },
  {
    rules: 'ESP-9',
    says: 'it never catches what it throws itself',
    drawing: `s start
      u sub {
        i start
        x end error=E
        i > x
        h esp {
          q start error=E
          y end error=E
          q > y
        }
      }
      b boundary on=u error=E
      t user
      s > u
      b > t`,
    play: `start -> s i ~x q ~y ~h ~u b [t]`,
  },
  {
    rules: 'ESP-10 TURN-11',
    says: 'a signal event sub-process that throws its own signal starts itself until the step limit',
    drawing: `s start
      t user
      s > t
      h esp {
        q start signal=S beside
        y end signal=S
        q > y
      }`,
    options: { maxSteps: 50, maxTotalSteps: 60 },
    play: `start -> s [t]
      signal S -> q y q h y q h y q h y q h !main STEP_LIMIT [t h y]`,
  },
  {
    rules: 'ESP-11',
    says: 'it reads and writes its scope; what its trigger brought is local unless mapped out',
    drawing: `s start
      t user
      s > t
      h esp {
        m start message=m/k beside
        r script feel=text+x result=seen
        m > r
      }
      g esp {
        n start message=n/k beside out.kept=text
        n > w
        w task
      }`,
    play: `start k=1 x="!" seen=null kept=null -> s [t]
      message m 1 text="a" -> m r h [t]
      message n 1 text="b" -> n w g [t]
      expect seen="a!" kept="b" text=null -> [t]`,
  },
  {
    rules: 'ESP-12',
    says: 'isInterrupting is ignored for errors: they always interrupt',
    drawing: `s start
      f and
      x end error=E
      a user
      s > f > a
      f > x
      h esp {
        q start error=E beside
        r user
        q > r
      }`,
    play: `start -> s f ~a ~x q [h r]`,
  },
  {
    rules: 'ESP-13',
    says: 'in an ad-hoc sub-process an interrupting one completes it',
    drawing: `s start
      u adhoc starts="[\\"a\\"]" {
        a user
        b user
        h esp {
          m start message=m/k
          r user
          m > r
        }
      }
      t user
      s > u > t`,
    play: `start k=1 -> s [u a]
      message m 1 -> ~a m [u h r]
      complete r -> r h u [t]`,
  },
];
