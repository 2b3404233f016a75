import type { Row } from '../row.ts';

/** Further cases of joins, gateways and throws, which engines often get wrong. */
export const furtherFlows: readonly Row[] = [
  ...[1, 2, 3, 4].map((maxSteps) => ({
    rules: 'TURN-11 END-1',
    says: `an instance ends in the turn that is full with ${maxSteps} steps, and leaves none for a further one`,
    drawing: `a task
      b task
      c task`,
    play: 'start -> a b c .',
    options: { maxSteps },
  })),
  {
    rules: 'GW-INC-9 GW-INC-7',
    says: 'a join in a loop waits for the branch that is still out, in every round anew',
    drawing: `s start
      f or
      a user
      b user
      j or
      g xor
      t user
      s > f
      f > a : true
      f > b : both
      a > j
      b > j
      j > g
      g > f : again
      g > t : default`,
    play: `start both=true again=true -> s f [a b]
      complete a -> a [b]
      complete b both=false -> b j g f [a]
      complete a again=false -> a j g [t]`,
  },
  {
    rules: 'GW-INC-9 GW-INC-3',
    says: 'a token that can come back only through the join itself does not hold it',
    drawing: `s start
      f and
      a user
      j or
      b user
      g xor
      e end
      s > f
      f > a > j
      f > j
      j > b > g
      g > a : x
      g > e : default`,
    play: `start x=false -> s f [a]
      complete a -> a j [b]
      complete b x=true -> b g [a]
      complete a -> a j [b]
      complete b x=false -> b g e .`,
  },
  {
    rules: 'GW-INC-8',
    says: 'a join inside a sub-process does not look out of it; one outside waits for the sub-process',
    drawing: `s start
      f and
      u sub {
        i start
        g and
        a user
        b user
        k or
        c user
        i > g
        g > a > k
        g > b > k
        k > c
      }
      o user
      j or
      t user
      s > f
      f > u > j
      f > o > j > t`,
    play: `start -> s f i g [u o a b]
      complete a -> a [u o b]
      complete o -> o [u b]
      complete b -> b k [u c]
      complete c -> c u j [t]`,
  },
  {
    rules: 'GW-INC-8 GW-INC-7',
    says: 'the end of a sub-process by its boundary releases a join that waited for it',
    drawing: `s start
      f and
      u sub {
        i start
        a user
        i > a
      }
      late boundary on=u signal=S
      away user
      o user
      j or
      t user
      s > f
      f > u > j
      f > o > j > t
      late > away`,
    play: `start -> s f i [u o a]
      complete o -> o [u a]
      signal S -> ~a ~u late j [away t]`,
  },
  {
    rules: 'GW-INC-8',
    says: 'a waiting event gateway holds the join as long as one of its events leads there',
    drawing: `s start
      f and
      a user
      g event
      m catch message=m/k
      n catch message=n/k
      j or
      t user
      o user
      s > f
      f > a > j
      f > g
      g > m > j
      g > n > o
      j > t`,
    play: `start k=1 -> s f [a g]
      complete a -> a [g]
      message n 1 -> g n j [o t]
      start k=2 -> [o t] | s f [a g]
      2:complete a -> [o t] | a [g]
      message m 2 -> [o t] | g m j [t]`,
  },
  {
    rules: 'GW-EXC-3',
    says: 'the default flow is the last choice, wherever it is drawn',
    drawing: `s start
      g xor
      a user
      b user
      s > g
      g > a : default
      g > b : x`,
    play: `start x=true -> s g [b]
      start x=false -> [b] | s g [a]`,
  },
  {
    rules: 'GW-CPX-8 GW-CPX-10',
    says: 'a second token on a flow that was used stays over the reset and starts the gateway again',
    drawing: `s start
      f and
      a user
      d user
      b user
      c complex activation="activationCount >= 1"
      t user
      s > f
      f > a
      f > d > a
      f > b
      a > c
      b > c
      c > t`,
    play: `start -> s f [a d b]
      complete a -> a c [d b t]
      complete d -> d [b t a]
      complete a -> a [b t]
      complete b -> b c c c [t t t t]`,
  },
  {
    rules: 'ESP-9',
    says: 'nor an escalation of its own, though it runs beside and stays armed: that goes to the boundary',
    drawing: `s start
      u sub {
        i start
        x throw escalation=E
        n user
        i > x > n
        h esp {
          q start escalation=E beside
          y end escalation=E
          q > y
        }
      }
      b boundary on=u escalation=E beside
      t user
      s > u
      b > t`,
    play: `start -> s i x q b y h [u n t]`,
  },
  {
    rules: 'TURN-4',
    says: 'a signal whose catcher interrupts the scope of the throw ends the thrower, which does not go on',
    drawing: `s start
      u sub {
        i start
        x throw signal=S
        n user
        i > x > n
      }
      b boundary on=u signal=S
      t user
      s > u
      b > t`,
    play: `start -> s i ~x ~u b [t]`,
  },
  {
    rules: 'TURN-4',
    says: 'an escalation that an interrupting event sub-process catches ends the thrower; beside, it goes on after it',
    drawing: `s start
      x throw escalation=E
      n user
      s > x > n
      h esp {
        q start escalation=E
        r user
        q > r
      }`,
    play: `start -> s ~x q [h r]
      complete r -> r h .`,
  },
  {
    rules: 'TURN-4 ESC-4',
    says: 'a non-interrupting catcher has been started before the thrower goes on',
    drawing: `s start
      x throw escalation=E
      n task
      s > x > n
      h esp {
        q start escalation=E beside
        p task
        r user
        q > p > r
      }`,
    play: `start -> s x q n p [h r]
      complete r -> r h .`,
  },
  {
    rules: 'TURN-3',
    says: 'a message of one branch reaches the receive task that another branch enters in the same turn',
    drawing: `s start
      f and
      m throw message=m
      a task
      b task
      r receive message=m/key
      t user
      s > f > m
      f > a > b > r > t`,
    play: `start key="" -> s f m a b r [t]`,
  },
  {
    rules: 'TURN-5 TURN-3',
    says: 'two signals of one turn are delivered in their order, each with what it sets going',
    drawing: `s start
      f and
      x throw signal=X
      y throw signal=Y
      q catch signal=X
      r catch signal=Y
      t user
      s > f > x
      f > y
      f > q > r > t`,
    play: `start -> s f q x r y [t]`,
  },
];
