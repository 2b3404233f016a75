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
