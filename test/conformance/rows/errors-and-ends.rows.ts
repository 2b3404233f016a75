import type { Row } from '../row.ts';

export const errorsAndEnds: readonly Row[] = [
  {
    rules: 'ERR-1',
    says: 'a task: its own boundary first; an error end: the event sub-processes of its scope',
    drawing: `s start
      a service
      b boundary on=a error=E
      y end error=E
      s > a
      b > y
      h esp {
        q start error=E
        t user
        q > t
      }`,
    play: `start -> s [a]
      error a E -> ~a b ~y q [h t]`,
  },
  {
    rules: 'ERR-2 ERR-3 ERR-4',
    says: 'outwards level by level; exact before catch-all on one level; an inner catch-all beats an outer exact one',
    drawing: `s start
      u sub {
        i start
        w sub {
          j start
          a service
          j > a
        }
        c boundary on=w error
        k boundary on=w error=E
        x user
        y user
        i > w
        c > x
        k > y
      }
      d boundary on=u error=F
      z user
      s > u
      d > z`,
    play: `start -> s i j [u w a]
      error a E -> ~a ~w k [u y]
      start -> [u y] | s i j [u w a]
      2:error a F -> [u y] | ~a ~w c [u x]`,
  },
  {
    rules: 'ERR-6',
    says: 'code and message can be mapped out by the catcher',
    drawing: `s start
      a service
      b boundary on=a error=E out.code=errorCode out.why=reason
      t user
      s > a
      b > t`,
    play: `start -> s [a]
      error a E reason="x" other=1 -> ~a b [t]
      expect code="E" why="x" other=null -> [t]`,
  },
  {
    rules: 'ERR-7 END-6',
    says: 'nobody catches: an incident at the thrower, nothing is terminated',
    drawing: `s start
      f and
      a service
      t user
      s > f > a
      f > t`,
    play: `start -> s f [a t]
      error a E -> !a UNHANDLED_ERROR [a t]
      complete t -> t [a]
      resolve a -> [a]
      complete a -> a .`,
  },
  {
    rules: 'ERR-8',
    says: 'failures of the engine are incidents, never errors to catch',
    drawing: `s start
      a user in.x=assert(y,y=1)
      b boundary on=a error
      t user
      s > a
      b > t`,
    play: `start y=2 -> s !a IO_MAPPING_ERROR [a]`,
  },
  {
    rules: 'ERR-9',
    says: 'the code is fixed or an expression when thrown; null is an incident',
    drawing: `s start
      u sub {
        i start
        y end error="=code"
        i > y
      }
      b boundary on=u error=E
      t user
      s > u
      b > t`,
    play: `start code="E" -> s i ~y ~u b [t]
      start code=null -> [t] | s i !y EXTRACT_VALUE_ERROR [u y]`,
  },
  {
    rules: 'ESC-2 ESC-5',
    says: 'nobody catches: forgotten; an escalation end then ends its token',
    drawing: `s start
      x throw escalation=E
      y end escalation=E
      s > x > y`,
    play: `start -> s x y .`,
  },
  {
    rules: 'ESC-3 TURN-4',
    says: 'an interrupting catcher ends the thrower before it goes on',
    drawing: `s start
      u sub {
        i start
        x throw escalation=E
        never user
        i > x > never
      }
      b boundary on=u escalation=E
      t user
      s > u
      b > t`,
    play: `start -> s i ~x ~u b [t]`,
  },
  {
    rules: 'ESC-4',
    says: 'one that does not interrupt runs; the thrower goes on',
    drawing: `s start
      u sub {
        i start
        x throw escalation=E
        a user
        i > x > a
      }
      b boundary on=u escalation=E beside
      t user
      s > u
      b > t`,
    play: `start -> s i b x [u t a]`,
  },
  {
    rules: 'ESC-6',
    says: 'a user task or job may escalate; it stays active unless it is interrupted',
    drawing: `s start
      a user
      b boundary on=a escalation=E beside
      c boundary on=a escalation=F
      t user
      s > a
      b > t
      c > t`,
    play: `start -> s [a]
      escalate a E -> b [a t]
      escalate a F -> ~a c [t t]`,
  },
  {
    rules: 'TRM-1 TRM-5',
    says: 'terminate ends everything in its scope at once; nothing is compensated',
    drawing: `s start
      u sub {
        i start
        f and
        a user
        k end terminate
        b user
        h user undoes
        c boundary on=a compensate handler=h
        i > f > a > k
        f > b
      }
      t user
      s > u > t`,
    play: `start -> s i f [u a b]
      complete a -> a ~b k u [t]`,
  },
  {
    rules: 'TRM-2',
    says: 'in an event sub-process it ends that only',
    drawing: `s start
      t user
      s > t
      h esp {
        m start signal=S beside
        f and
        a user
        k end terminate
        m > f > a
        f > k
      }`,
    play: `start -> s [t]
      signal S -> m f ~a k h [t]`,
  },
  {
    rules: 'TRM-3',
    says: 'in a multi-instance it ends that instance only, which counts as completed',
    drawing: `s start
      u sub each=[1,2] {
        i start
        f and
        a user
        b user
        k end terminate
        i > f > a > k
        f > b
      }
      t user
      s > u > t`,
    play: `start -> s i i f f [u u u a b a b]
      complete a -> a ~b k u [u u a b]
      complete a -> a ~b k u u [t]`,
  },
  {
    rules: 'TRM-4',
    says: 'in a called process it ends the child only',
    drawing: `process one {
        s start
        c call calls=two
        t user
        s > c > t
      }
      process two {
        i start
        f and
        a user
        b user
        k end terminate
        i > f > a > k
        f > b
      }`,
    play: `start one -> s [c] | i f [a b]
      2:complete a -> c [t] | a ~b k .`,
  },
  {
    rules: 'CAN-1 CAN-2',
    says: 'cancel from deep inside reaches the nearest transaction',
    drawing: `s start
      x tx {
        i start
        u sub {
          j start
          k end cancel
          j > k
        }
        i > u
      }
      b boundary on=x cancel
      t user
      s > x
      b > t`,
    play: `start -> s i j ~k ~u ~x b [t]`,
  },
];
