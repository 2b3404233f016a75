import type { Row } from '../row.ts';

export const instances: readonly Row[] = [
  {
    rules: 'TURN-1',
    says: 'one command, one turn: steps run first in, first out, until none is left',
    drawing: `s start
      f and
      a task
      b task
      c task
      d task
      s > f > a > c
      f > b > d`,
    play: `start -> s f a b c d .`,
  },
  {
    rules: 'TURN-2',
    says: 'several outgoing flows are taken in document order',
    drawing: `s start
      b user
      a user
      s > a
      s > b`,
    play: `start -> s [a b]`,
  },
  {
    rules: 'TURN-3',
    says: 'a throw is delivered after other ready tokens reached waits, in whatever flow order',
    drawing: `s start
      f and
      x throw signal=S
      a task
      b task
      q catch signal=S
      t user
      s > f > x
      f > a > b > q > t`,
    play: `start -> s f a b q x [t]`,
  },
  {
    rules: 'TURN-7 TURN-8',
    says: 'an error acts at once: ready steps of the scope it ends are dropped',
    drawing: `s start
      u sub {
        i start
        f and
        x end error=E
        a task
        i > f > x
        f > a
      }
      b boundary on=u error=E
      t user
      s > u
      b > t`,
    play: `start -> s i f ~x ~u b [t]`,
  },
  {
    rules: 'TURN-9',
    says: 'what leaves the instance is sent when the turn has been committed',
    drawing: `process one {
        s start
        f and
        m throw message=hello
        a task
        b task
        s > f > m
        f > a > b
      }
      process two {
        t start message=hello
        u user
        t > u
      }`,
    play: `start one -> s f m a b . | t [u]`,
  },
  {
    rules: 'TURN-11',
    says: 'a loop without a wait goes on in further turns, and stops with an incident after a total',
    drawing: `s start
      a xor
      b task
      e end
      s > a > e : stop
      a > b > a`,
    options: { maxSteps: 6, maxTotalSteps: 12 },
    play: `start stop=false -> s a b !main STEP_LIMIT [a]
      set stop=true -> [a]
      resolve -> a e .`,
  },
  {
    rules: 'END-1 END-2',
    says: 'completes when nothing is left; a node without outgoing flow ends its token',
    drawing: `s start
      a user
      b user
      s > a
      s > b`,
    play: `start -> s [a b]
      complete a -> a [b]
      complete b -> b .`,
  },
  {
    rules: 'END-3',
    says: 'a none end consumes its token, nothing else',
    drawing: `s start
      e end
      a user
      s > e
      s > a`,
    play: `start -> s e [a]`,
  },
  {
    rules: 'END-5',
    says: 'running handlers and boundary branches keep their scope open',
    drawing: `s start
      a user
      b boundary on=a signal=S beside
      t user
      s > a
      b > t
      h esp {
        q start signal=Q beside
        r user
        q > r
      }`,
    play: `start -> s [a]
      signal S -> b [a t]
      signal Q -> q [a t h r]
      complete a -> a [t h r]
      complete t -> t [h r]
      complete r -> r h .`,
  },
  {
    rules: 'END-7 END-8',
    says: 'canceling terminates everything, compensates nothing; afterwards every command is rejected',
    drawing: `s start
      a user
      u user undoes
      c boundary on=a compensate handler=u
      b user
      s > a > b`,
    play: `start -> s [a]
      complete a -> a [b]
      cancel -> ~b x
      cancel -> #NOT_FOUND
      set x=1 -> #NOT_FOUND`,
  },
  {
    rules: 'END-9',
    says: 'end events with a result act, then consume',
    drawing: `s start
      a task
      u user undoes
      c boundary on=a compensate handler=u
      f and
      m end message=m
      q end signal=S
      k end compensate
      s > a > f > m
      f > q
      f > k`,
    play: `start -> s a f m q [k u]
      complete u -> u k .`,
  },
];
