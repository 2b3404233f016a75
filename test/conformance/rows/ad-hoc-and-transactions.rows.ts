import type { Row } from '../row.ts';

export const adHocAndTransactions: readonly Row[] = [
  {
    rules: 'ADH-1 ADH-2',
    says: 'elements without incoming flow are enabled; the named ones start on entry; another name is an incident',
    drawing: `s start
      u adhoc starts=names {
        a user
        b user
        c user
        b > c
      }
      s > u`,
    play: `start names=["b"] -> s [u b]
      complete b -> b [u c]
      complete c -> c u .
      start names=["c"] -> . | s !u EXTRACT_VALUE_ERROR [u]`,
  },
  {
    rules: 'ADH-3 ADH-4 ADH-10',
    says: 'without names it waits; a command starts elements, any number of times; it ends when all started have ended',
    drawing: `s start
      u adhoc {
        a user
        b user
      }
      t user
      s > u > t`,
    play: `start -> s [u]
      activate u nothing -> #INVALID_ARGUMENT
      activate u a a -> [u a a]
      complete a -> a [u a]
      complete a -> a u [t]`,
  },
  {
    rules: 'ADH-5',
    says: 'inner flows are followed at once',
    drawing: `s start
      u adhoc starts="[\\"a\\"]" {
        a user
        b user
        c user
        a > b
        a > c
      }
      s > u`,
    play: `start -> s [u a]
      complete a -> a [u b c]`,
  },
  {
    rules: 'ADH-6',
    says: 'sequential: one at a time; followers of flows go before what was asked for',
    drawing: `s start
      u adhoc ordering=Sequential starts="[\\"a\\",\\"b\\"]" {
        a user
        b user
        c user
        a > c
      }
      t user
      s > u > t`,
    play: `start -> s [u a]
      complete a -> a [u c]
      complete c -> c [u b]
      complete b -> b u [t]`,
  },
  {
    rules: 'ADH-7 ADH-8',
    says: 'the condition is asked after each inner element; true terminates the rest; no boolean is an incident',
    drawing: `s start
      u adhoc starts="[\\"a\\",\\"b\\"]" until=enough {
        a user
        b user
      }
      t user
      s > u > t`,
    play: `start enough=false -> s [u a b]
      complete a enough=true -> a ~b u [t]
      start enough=1 -> [t] | s [u a b]
      2:complete a -> [t] | a !u EXTRACT_VALUE_ERROR [u b]
      2:set enough=true -> [t] | [u b]
      2:resolve u -> [t] | ~b u [t]`,
  },
  {
    rules: 'ADH-9',
    says: 'true and not canceling: what runs may finish, nothing new is taken',
    drawing: `s start
      u adhoc starts="[\\"a\\",\\"b\\"]" until=true keepRemaining {
        a user
        b user
      }
      t user
      s > u > t`,
    play: `start -> s [u a b]
      complete a -> a [u b]
      activate u a -> #INVALID_STATE
      complete b -> b u [t]`,
  },
  {
    rules: 'ADH-11',
    says: 'results of inner flows are gathered and handed up on completion',
    drawing: `s start
      u adhoc starts="[\\"a\\",\\"b\\"]" gathers=all gives=r {
        a user in.r=1
        b user in.r=2
      }
      t user
      s > u > t`,
    play: `start -> s [u a b]
      complete b r=20 -> b [u a]
      expect all=null -> [u a]
      complete a r=10 -> a u [t]
      expect all=[20,10] -> [t]`,
  },
  {
    rules: 'ADH-12',
    says: 'with a job type a worker chooses, on entry and after each ended flow',
    drawing: `s start
      u adhoc type=choose {
        a user
        b user
      }
      t user
      s > u > t`,
    play: `start -> s [u]
      choose u a -> [u a]
      complete a -> a [u]
      choose u b -> [u b]
      complete b -> b [u]
      choose u - -> u [t]`,
  },
  {
    rules: 'TRX-1 TRX-10',
    says: 'success completes like a sub-process, and can be compensated later',
    drawing: `s start
      x tx {
        i start
        a user
        u user undoes
        c boundary on=a compensate handler=u
        i > a
      }
      k throw compensate
      t user
      s > x > k > t`,
    play: `start -> s i [x a]
      complete a -> a x [k x u]
      complete u -> u x k [t]`,
  },
  {
    rules: 'TRX-2 TRX-3 TRX-4 EV-4',
    says: 'cancel: all else inside is terminated, completed work compensated, then the cancel boundary is left',
    drawing: `s start
      x tx out.never=1 {
        i start
        f and
        a user
        b user
        u user undoes
        v user undoes
        c boundary on=a compensate handler=u
        d boundary on=b compensate handler=v
        w user
        stop end cancel
        i > f > a > stop2
        f > b
        f > w > stop
        stop2 task
        h esp {
          m start message=m/k beside
          r user
          m > r
        }
      }
      q boundary on=x cancel
      t user
      n user
      s > x > n
      q > t`,
    play: `start k=1 -> s i f [x a b w]
      message m 1 -> m [x a b w h r]
      complete a -> a stop2 [x b w h r]
      complete b -> b [x w h r]
      complete w -> w ~r ~h ~stop [x v]
      complete v -> v [x u]
      complete u -> u ~x q [t]
      expect never=null -> [t]`,
  },
  {
    rules: 'TRX-5',
    says: 'without cancel boundary it ends, no flow is taken',
    drawing: `s start
      x tx {
        i start
        stop end cancel
        i > stop
      }
      n user
      s > x > n`,
    play: `start -> s i ~stop ~x .`,
  },
  {
    rules: 'TRX-6 TRX-11',
    says: 'errors and other boundary events leave without compensation',
    drawing: `s start
      x tx {
        i start
        a user
        u user undoes
        c boundary on=a compensate handler=u
        y end error=E
        w user
        g xor
        i > a > g
        g > y : bad
        g > w : default
      }
      q boundary on=x error=E
      z boundary on=x timer=PT1H
      t user
      s > x
      q > t
      z > t`,
    play: `start -> s i [x a]
      complete a bad=true -> a g ~y ~x q [t]
      start -> [t] | s i [x a]
      2:complete a bad=false -> [t] | a g [x w]
      pass 1h -> [t] | ~w ~x z [t]`,
  },
  {
    rules: 'TRX-7',
    says: 'an error in a handler during cancel is a hazard: it leaves at the boundary',
    drawing: `s start
      x tx {
        i start
        a user
        b user
        u service undoes
        v service undoes
        c boundary on=a compensate handler=u
        d boundary on=b compensate handler=v
        stop end cancel
        i > a > b > stop
      }
      q boundary on=x error=E
      t user
      s > x
      q > t`,
    play: `start -> s i [x a]
      complete a -> a [x b]
      complete b -> b ~stop [x v]
      error v E -> ~v ~x q [t]`,
  },
  {
    rules: 'TRX-8',
    says: 'in a multi-instance cancel covers the body',
    drawing: `s start
      x tx each=[1,2] {
        i start
        a user
        g xor
        u user undoes
        c boundary on=a compensate handler=u
        stop end cancel
        w user
        i > a > g
        g > stop : bad
        g > w : default
      }
      q boundary on=x cancel
      t user
      s > x
      q > t`,
    play: `start -> s i i [x x x a a]
      complete a bad=false -> a g [x x x a w]
      complete a bad=true -> a g ~w ~x ~stop ~x [x u]
      complete u -> u [x u]
      complete u -> u ~x q [t]`,
  },
  {
    rules: 'TRX-9',
    says: 'method and protocols are not interpreted',
    drawing: `s start
      x tx method=##image {
        i start
      }
      s > x`,
    play: `start -> s i x .`,
  },
];
