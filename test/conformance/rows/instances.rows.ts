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
    rules: 'INS-1',
    says: 'a none start starts on request, with the given variables',
    drawing: `s start
      a user
      s > a`,
    play: `start x=1 -> s [a]
      expect x=1 -> [a]`,
  },
  {
    rules: 'INS-2',
    says: 'without start events all nodes without incoming flow start, but no handlers, boundaries and link catches',
    drawing: `a user
      b catch signal=S
      g and
      c user
      d user
      l catch link=L
      h user undoes
      q boundary on=a compensate handler=h
      g > c
      l > d`,
    play: `start -> g [a b c]`,
  },
  {
    rules: 'INS-3',
    says: 'a process with only triggered starts refuses plain starts',
    drawing: `m start message=m
      a user
      m > a`,
    play: `start -> #INVALID_STATE`,
  },
  {
    rules: 'INS-4',
    says: 'several none starts need the caller to name one',
    drawing: `s start
      r start
      a user
      b user
      s > a
      r > b`,
    play: `start -> #INVALID_ARGUMENT
      from r -> r [b]`,
  },
  {
    rules: 'INS-5 INS-6',
    says: 'each occurrence at a triggered start makes one instance, with its variables',
    drawing: `m start message=m out.got=x
      n start message=n
      a user
      m > a
      n > a`,
    play: `message m - x=1 y=2 -> m [a]
      expect got=1 x=null y=null -> [a]
      message n - x=3 -> [a] | n [a]
      2:expect x=3 -> [a] | [a]`,
  },
  {
    rules: 'INS-8',
    says: 'a date starts once, a cycle repeatedly',
    drawing: `d start date="2027-01-16T08:00:00Z"
      c start cycle=R2/P1D
      a user
      b user
      d > a
      c > b`,
    play: `pass 3d -> d [a] | c [b] | c [b]
      pass 3d -> [a] | [b] | [b]`,
  },
  {
    rules: 'INS-9',
    says: 'a signal starts one instance per process that has it',
    drawing: `process one {
        q start signal=S
        a user
        q > a
      }
      process two {
        r start signal=S
        b user
        r > b
      }`,
    play: `signal S x=1 -> q [a] | r [b]
      2:expect x=1 -> [a] | [b]`,
  },
  {
    rules: 'INS-11',
    says: 'multiple start: any one of its triggers',
    drawing: `m start message=m signal=S
      a user
      m > a`,
    play: `message m -> m [a]
      signal S -> [a] | m [a]`,
  },
  {
    rules: 'INS-13',
    says: 'an instantiating receive task starts like a message start; other branches do not',
    drawing: `r receive message=m instantiate
      a user
      z user
      r > a`,
    play: `message m - x=1 -> r [a]`,
  },
  {
    rules: 'INS-14',
    says: 'an instantiating exclusive event gateway: the first event starts, the others are not awaited',
    drawing: `g event instantiate
      m catch message=m
      n catch message=n
      a user
      b user
      g > m > a
      g > n > b`,
    play: `message m -> m [a]
      message n -> [a] | n [b]`,
  },
  {
    rules: 'INS-15',
    says: 'a parallel one: the first starts, the others are awaited, bound to the same key',
    drawing: `g event instantiate gateway=Parallel
      m catch message=m/k
      n catch message=n/k
      a user
      b user
      g > m > a
      g > n > b`,
    play: `message m 5 k=5 ttl=0 -> m [n a]
      message n 6 ttl=0 -> [n a] | !m EXTRACT_VALUE_ERROR n [m b]
      message n 5 ttl=0 -> n [a b] | [m b]`,
  },
  {
    rules: 'INS-16',
    says: 'several instantiating gateways share one instance: the other group is awaited in it',
    drawing: `g event instantiate
      h event instantiate
      m catch message=m/k
      n catch message=n/k
      o catch message=o/k
      p catch message=p/k
      a user
      b user
      g > m > a
      g > n > a
      h > o > b
      h > p > b`,
    play: `message m 1 k=1 ttl=0 -> m [h a]
      message o 1 ttl=0 -> h o [a b]`,
  },
  {
    rules: 'INS-18',
    says: 'sub-processes subscribe nothing outside an instance',
    drawing: `s start
      u sub {
        a user
        h esp {
          m start message=m/k beside
        }
      }
      s > u`,
    play: `message m 1 ttl=0 ->
      start k=1 -> s [u a]`,
  },
  {
    rules: 'INS-19',
    says: 'a request may start before named elements; scopes around them are activated without their start events',
    drawing: `s start
      u sub {
        i start
        a user
        b user
        i > a > b
      }
      t user
      s > u > t`,
    play: `at b,t -> [t u b]
      complete b -> b u [t t]`,
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
