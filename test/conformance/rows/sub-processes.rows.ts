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
];
