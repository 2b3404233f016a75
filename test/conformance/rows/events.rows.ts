import type { Row } from '../row.ts';

export const events: readonly Row[] = [
  {
    rules: 'EV-1 EV-2 EV-9',
    says: 'a message is consumed by its one catcher, a signal by every catcher once; timers and conditions go by clock and data',
    drawing: `s start
      f and
      m catch message=m/k
      n catch message=m/k
      q catch signal=S
      r catch signal=S
      t catch timer=PT1H
      c catch when=x
      s > f > m
      f > n
      f > q
      f > r
      f > t
      f > c`,
    play: `start k=1 x=false -> s f [m n q r t c]
      message m 1 ttl=0 -> m [n q r t c]
      signal S -> q r [n t c]
      pass 1h -> t [n c]
      set x=true -> c [n]
      message m 1 ttl=0 -> n .`,
  },
  {
    rules: 'EV-3 ESC-1 ESC-2',
    says: 'propagation: outwards to the innermost catcher, the first only',
    drawing: `s start
      u sub {
        i start
        w sub {
          j start
          x throw escalation=E
          a user
          j > x > a
        }
        i > w
      }
      b boundary on=u escalation=E beside
      c boundary on=w escalation=OTHER beside
      t user
      v user
      s > u
      b > t`,
    play: `start -> s i j b x [u w t a]`,
  },
  {
    rules: 'EV-5',
    says: 'compensation goes to records of completed activities',
    drawing: `s start
      a task
      h user undoes
      b boundary on=a compensate handler=h
      k throw compensate
      s > a > k`,
    play: `start -> s a [k h]
      complete h -> h k .`,
  },
  {
    rules: 'EV-6 LNK-4 LNK-1',
    says: 'links act inside one scope: the throw goes to the catch of its name, which starts nothing by itself',
    drawing: `a user
      o throw link=L
      i catch link=L
      t user
      a > o
      i > t`,
    play: `start -> [a]
      complete a -> a o i [t]`,
  },
  {
    rules: 'EV-7 MSG-5 MSG-6 SIG-2',
    says: 'what happened before is not caught, buffered messages and true conditions excepted',
    drawing: `s start
      a user
      f and
      q catch signal=S
      m catch message=m/k
      c catch when=x
      s > a > f > q
      f > m
      f > c`,
    play: `start k=1 x=true -> s [a]
      signal S -> [a]
      message m 1 -> [a]
      complete a -> a f c m [q]`,
  },
  {
    rules: 'EV-8',
    says: 'a none throw event passes through',
    drawing: `s start
      n throw
      e end
      s > n > e`,
    play: `start -> s n e .`,
  },
  {
    rules: 'EV-10',
    says: 'without mapping all variables of the event go to the scope; with one only those mapped',
    drawing: `s start
      m catch message=m/k
      n catch message=n/k out.got=x
      t user
      s > m > n > t`,
    play: `start k=1 -> s [m]
      message m 1 a=1 -> m [n]
      expect a=1 -> [n]
      message n 1 x=2 y=3 -> n [t]
      expect got=2 x=null y=null -> [t]`,
  },
  {
    rules: 'EV-11',
    says: 'own and referenced definitions count alike',
    drawing: `s start
      c catch timer=PT1H shares=R
      t user
      s > c > t`,
    play: `start -> s [c]
      signal R -> c [t]
      start -> [t] | s [c]
      pass 1h -> [t] | c [t]`,
  },
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
  {
    rules: 'LNK-2 LNK-3',
    says: 'several throws, one catch per name, only in the same scope',
    drawing: `s start
      f and
      o throw link=L
      p throw link=L
      i catch link=L
      t user
      u sub {
        j start
        q throw link=L
        r catch link=L
        v user
        j > q
        r > v
      }
      s > f > o
      f > p
      f > u
      i > t`,
    play: `start -> s f o p i i j q r [u t t v]`,
  },
];
