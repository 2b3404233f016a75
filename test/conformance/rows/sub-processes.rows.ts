import type { Row } from '../row.ts';

export const subProcesses: readonly Row[] = [
  {
    rules: 'SUB-1 SUB-3',
    says: 'an embedded sub-process starts its none start and completes when nothing is left inside',
    drawing: `s start
      u sub in.x=1 {
        i start
        f and
        a user out.seen=x
        b user
        i > f > a
        f > b
      }
      t user
      s > u > t`,
    play: `start -> s i f [u a b]
      complete a -> a [u b]
      expect seen=1 x=null -> [u b]
      complete b -> b u [t]`,
  },
  {
    rules: 'SUB-2 SUB-4',
    says: 'without start event what has no incoming flow starts; an empty one completes at once',
    drawing: `s start
      u sub {
        a user
        b user
      }
      v sub {
      }
      s > u > v`,
    play: `start -> s [u a b]
      complete a -> a [u b]
      complete b -> b u v .`,
  },
  {
    rules: 'SUB-5 CMP-19',
    says: 'interrupted: all it holds is terminated, and the records of completed inner work are dropped',
    drawing: `s start
      u sub {
        i start
        a user
        w user
        x user undoes
        c boundary on=a compensate handler=x
        i > a > w
      }
      b boundary on=u timer=PT1H
      k throw compensate
      e user
      s > u
      b > k > e`,
    play: `start -> s i [u a]
      complete a -> a [u w]
      pass 1h -> ~w ~u b k [e]`,
  },
  {
    rules: 'SUB-6',
    says: 'each entry is an instance of its own: joins and variables do not mix',
    drawing: `s start
      f and
      u sub in.mine=1 {
        i start
        g and
        a user
        b user
        j and
        i > g > a > j
        g > b > j
      }
      t user
      s > f > u > t
      f > u`,
    play: `start -> s f i i g g [u u a b a b]
      complete a -> a [u u b a b]
      complete a -> a [u u b b]
      complete b -> b j u [u b t]`,
  },
  {
    rules: 'SUB-7 END-4',
    says: 'flows that wait at an inner join keep it open, without incident',
    drawing: `s start
      u sub {
        i start
        x xor
        a user
        b user
        j and
        i > x > a > j
        x > b > j
      }
      s > u`,
    play: `start -> s i x [u a]
      complete a -> a [u]`,
  },
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
