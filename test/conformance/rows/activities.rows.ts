import type { Row } from '../row.ts';

export const activities: readonly Row[] = [
  {
    rules: 'ACT-1 ACT-2',
    says: 'ready once startQuantity tokens have come, over all flows; the rest waits for the next activation',
    drawing: `s start
      f and
      x user
      y user
      z user
      a user startQuantity=2
      s > f > x > a
      f > y > a
      f > z > a`,
    play: `start -> s f [x y z]
      complete x -> x [y z]
      complete y -> y [z a]
      complete z -> z [a]
      complete a -> a [] // one token waits for a second`,
  },
  {
    rules: 'ACT-3',
    says: 'entering: mappings, listeners, catchers, work; a failing catcher opens none',
    drawing: `s start
      a user in.key=given listen.start=prepare
      one boundary on=a message=m/key
      two boundary on=a timer="=prepared"
      e end
      s > a
      one > e
      two > e`,
    play: `start given=1 -> s [a]
      complete a prepared="P2D" -> [a]
      message m 1 -> ~a one e .
      start given=1 -> . | s [a]
      2:complete a prepared=5 -> . | !a EXTRACT_VALUE_ERROR [a]
      message m 1 ttl=0 -> . | [a] // the message catcher is not open
      2:set prepared="PT1H" -> . | [a]
      2:set-in a prepared="PT1H" -> . | [a]
      2:resolve a -> . | [a]
      pass 1h -> . | ~a two e .`,
  },
  {
    rules: 'ACT-4 CND-8',
    says: 'leaving: catchers closed, mappings, listeners, flows; own boundaries do not see the outputs',
    drawing: `s start
      a user out.done=true listen.end=after
      b boundary on=a when=done
      wrong end
      t user
      s > a > t
      b > wrong`,
    play: `start -> s [a]
      complete a -> [a]
      expect done=true -> [a]
      complete a -> a [t]`,
  },
  {
    rules: 'ACT-5',
    says: 'completionQuantity puts that many tokens on each taken flow',
    drawing: `s start
      a user completionQuantity=3
      t user
      s > a > t`,
    play: `start -> s [a]
      complete a -> a [t t t]`,
  },
  {
    rules: 'ACT-5',
    says: 'a multi-instance body does so once',
    drawing: `s start
      a user each=[1,2] completionQuantity=2
      t user
      s > a > t`,
    play: `start -> s [a a a]
      complete a -> a [a a]
      complete a -> a a [t t]`,
  },
  {
    rules: 'ACT-6',
    says: 'terminated: no outputs, no flow, no record',
    drawing: `s start
      a user out.x=1
      u task undoes
      c boundary on=a compensate handler=u
      b boundary on=a timer=PT1H
      k throw compensate
      t user
      never user
      s > a > never
      b > k > t`,
    play: `start -> s [a]
      pass 1h -> ~a b k [t]
      expect x=null -> [t]`,
  },
  {
    rules: 'ACT-7',
    says: 'termination goes from the inside outwards',
    drawing: `s start
      u sub {
        i start
        w sub {
          j start
          a user
          j > a
        }
        i > w
      }
      b boundary on=u timer=PT1H
      e end
      s > u
      b > e`,
    play: `start -> s i j [u w a]
      pass 1h -> ~a ~w ~u b e .`,
  },
  {
    rules: 'ACT-8 ACT-11',
    says: 'the other choice of a race leaves no trace, and an answer to a closed wait is rejected',
    drawing: `s start
      g event
      m catch message=m/k
      t catch timer=PT1H
      a user
      s > g
      g > m > a
      g > t > a`,
    play: `start k=1 -> s [g]
      pass 1h -> g t [a]
      message m 1 -> [a]
      complete a -> a .
      complete a -> #NOT_FOUND`,
  },
  {
    rules: 'ACT-9 CMP-2',
    says: 'only completed activities are compensated',
    drawing: `s start
      f and
      a user
      b user
      ua service undoes
      ub service undoes
      ca boundary on=a compensate handler=ua
      cb boundary on=b compensate handler=ub
      x user
      k throw compensate
      t user
      s > f > a
      f > b
      f > x > k > t`,
    play: `start -> s f [a b x]
      complete a -> a [b x]
      complete x -> x [b k ua]
      complete ua -> ua k [b t]`,
  },
  {
    rules: 'ACT-10 ESP-7',
    says: 'a scope that waits for its last handlers starts no new ones once it completes',
    drawing: `s start
      u sub {
        i start
        a user
        i > a
        h esp {
          m start message=m/k beside
          r user
          m > r
        }
      }
      t user
      s > u > t`,
    play: `start k=1 -> s i [u a]
      message m 1 -> m [u a h r]
      complete a -> a [u h r]
      complete r -> r h u [t]
      message m 1 -> [t]`,
  },
  {
    rules: 'ACT-12',
    says: 'isForCompensation takes an activity out of the flow: it does not start by itself',
    drawing: `a user
      u user undoes
      b boundary on=a compensate handler=u`,
    play: `start -> [a]
      complete a -> a .`,
  },
  {
    rules: 'ACT-13 DAT-9 TURN-10',
    says: 'a failed mapping leaves it as it was; other branches go on; resolving repeats the failed step only',
    drawing: `s start
      f and
      a user in.x=missing.y(1)
      b user out.z=assert(ok,ok=true)
      s > f > a
      f > b`,
    play: `start -> s f [a b]
      complete b -> !b IO_MAPPING_ERROR [a b]
      set ok=true -> [a b]
      resolve b -> b [a]`,
  },
  {
    rules: 'TSK-1',
    says: 'undefined and manual tasks pass through',
    drawing: `s start
      a task
      b manual
      e end
      s > a > b > e`,
    play: `start -> s a b e .`,
  },
  {
    rules: 'TSK-2',
    says: 'a service task makes a job and waits; without a type the id is the type',
    drawing: `s start
      a service type="=kind" retries=2
      s > a`,
    play: `start kind="mail" -> s [a]
      complete a x=1 -> a .
      expect x=1 -> .
      start -> . | s !a EXTRACT_VALUE_ERROR [a]`,
  },
  {
    rules: 'TSK-3',
    says: 'no retries left: an incident; resolving gives the job back',
    drawing: `s start
      a service
      s > a`,
    play: `start -> s [a]
      fail a 1 -> [a]
      fail a 0 -> !a JOB_NO_RETRIES [a]
      resolve a -> [a]
      complete a -> a .`,
  },
  {
    rules: 'TSK-4',
    says: 'a worker throws an error as its task would',
    drawing: `s start
      a service
      b boundary on=a error=E out.why=reason
      e user
      s > a
      b > e`,
    play: `start -> s [a]
      error a E reason="full" -> ~a b [e]
      expect why="full" -> [e]`,
  },
  {
    rules: 'TSK-5',
    says: 'a user task waits; a wrong priority is an incident',
    drawing: `s start
      a user priority="=p" groups="=[\\"po@x\\"]"
      s > a`,
    play: `start p=70 -> s [a]
      start p=101 -> [a] | s !a EXTRACT_VALUE_ERROR [a]`,
  },
  {
    rules: 'TSK-6',
    says: 'its end is one command; the variables go through the output mappings',
    drawing: `s start
      a user out.y=x+1
      s > a`,
    play: `start -> s [a]
      claim a anna -> [a]
      claim a bruno -> #INVALID_STATE
      complete a x=1 -> a .
      expect y=2 -> .
      complete a -> #NOT_FOUND`,
  },
  {
    rules: 'TSK-7',
    says: 'a script in FEEL at once; another language is a job',
    drawing: `s start
      a script feel=x+1 result=y
      b script script="y * 2" language=feel property.resultVariable=z
      c script script="print(1)" language=python
      s > a > b > c`,
    play: `start x=1 -> s a b [c]
      expect y=2 z=4 -> [c]
      complete c -> c .`,
  },
  {
    rules: 'TSK-8',
    says: 'an unknown decision is an incident; without decision it is a job',
    drawing: `s start
      a rule
      b rule decision=d
      s > a > b`,
    play: `start -> s [a]
      complete a -> a !b CALLED_DECISION_ERROR [b]`,
  },
  {
    rules: 'TSK-9 MSG-10',
    says: 'a send task publishes its message; with a type it is a job',
    drawing: `process a {
        s start
        m send message=hello/id in.text="\\"hi\\""
        j send message=hello/id type=mail
        s > m > j
      }
      process b {
        t start message=hello
        u user
        t > u
      }`,
    play: `start a id=1 -> s m [j] | t [u]
      2:expect text="hi" -> [j] | [u]
      complete j -> j . | [u]`,
  },
  {
    rules: 'TSK-10',
    says: 'a receive task waits for one message; boundary events are allowed',
    drawing: `s start
      r receive message=m/k
      b boundary on=r timer=PT1H
      t user
      u user
      s > r > t
      b > u`,
    play: `start k="a" -> s [r]
      message m a -> r [t]
      start k="b" -> [t] | s [r]
      pass 1h -> [t] | ~r b [u]`,
  },
];
