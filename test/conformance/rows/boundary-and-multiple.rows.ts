import type { Row } from '../row.ts';

export const boundaryAndMultiple: readonly Row[] = [
  {
    rules: 'BND-1',
    says: 'armed while the activity is active',
    drawing: `s start
      a user
      t user
      b boundary on=t signal=S
      e user
      s > a > t
      b > e`,
    play: `start -> s [a]
      signal S -> [a]
      complete a -> a [t]
      signal S -> ~t b [e]
      signal S -> [e]`,
  },
  {
    rules: 'BND-2 BND-3',
    says: 'interrupting ends the activity; not interrupting lets it go on, any number of times',
    drawing: `s start
      a user
      b boundary on=a signal=S beside
      c boundary on=a signal=T
      x user
      y user
      s > a
      b > x
      c > y`,
    play: `start -> s [a]
      signal S -> b [a x]
      signal S -> b [a x x]
      signal T -> ~a c [x x y]`,
  },
  {
    rules: 'BND-4 TURN-6',
    says: 'several at once: in order of opening; one that interrupts withdraws the others',
    drawing: `s start
      a user
      b boundary on=a signal=S
      c boundary on=a signal=S beside
      x user
      y user
      s > a
      b > x
      c > y`,
    play: `start -> s [a]
      signal S -> ~a b [x]`,
  },
  {
    rules: 'BND-5 ERR-5',
    says: 'errors always interrupt, whatever cancelActivity says; a compensation boundary never fires by itself',
    drawing: `s start
      a service
      h task undoes
      k boundary on=a compensate handler=h
      b boundary on=a error=E beside
      t user
      n user
      s > a > n
      b > t`,
    play: `start -> s [a]
      error a E -> ~a b [t]
      start -> [t] | s [a]
      2:complete a -> [t] | a [n]`,
  },
  {
    rules: 'BND-6',
    says: 'on a sub-process it covers all inside',
    drawing: `s start
      u sub {
        a user
        b user
      }
      q boundary on=u signal=S
      t user
      s > u
      q > t`,
    play: `start -> s [u a b]
      complete a -> a [u b]
      signal S -> ~b ~u q [t]`,
  },
  {
    rules: 'BND-7',
    says: 'completion beats a later event',
    drawing: `s start
      a user
      b boundary on=a message=m/k
      t user
      n user
      s > a > n
      b > t`,
    play: `start k=1 -> s [a]
      complete a -> a [n]
      message m 1 -> [n]`,
  },
  {
    rules: 'BND-8',
    says: 'a branch that does not interrupt outlives the activity',
    drawing: `s start
      a user
      b boundary on=a signal=S beside
      t user
      s > a
      b > t`,
    play: `start -> s [a]
      signal S -> b [a t]
      complete a -> a [t]
      complete t -> t .`,
  },
  {
    rules: 'MUL-1',
    says: 'multiple: any one trigger; the others are withdrawn if it interrupts',
    drawing: `s start
      c catch signal=S message=m/k
      a user
      b boundary on=a signal=T timer=PT1H
      t user
      s > c > a
      b > t`,
    play: `start k=1 -> s [c]
      message m 1 -> c [a]
      signal S -> [a]
      pass 1h -> ~a b [t]`,
  },
  {
    rules: 'MUL-2 MUL-4',
    says: 'parallel multiple: all triggers in any order, their variables merged; afterwards afresh',
    drawing: `s start
      a user
      b boundary on=a signal=S message=m/k all beside
      t user
      s > a
      b > t`,
    play: `start k=1 -> s [a]
      message m 1 x=1 y=1 ttl=0 -> [a]
      message m 1 x=9 ttl=0 -> [a] // it has come already
      signal S y=2 -> b [a t]
      expect x=1 y=2 -> [a t]
      signal S -> [a t]
      message m 1 ttl=0 -> b [a t t]`,
  },
  {
    rules: 'MUL-3 TURN-5 END-9',
    says: 'a throw with several definitions throws all, in document order',
    drawing: `s start
      f and
      a catch signal=A
      b catch signal=B
      x throw signal=B escalation=E signal=A
      t user
      s > f > x > t
      f > a
      f > b`,
    play: `start -> s f b a x [t]`,
  },
];
