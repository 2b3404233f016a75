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
];
