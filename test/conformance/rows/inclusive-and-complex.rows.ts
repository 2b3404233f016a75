import type { Row } from '../row.ts';

export const inclusiveAndComplex: readonly Row[] = [
  {
    rules: 'GW-INC-1 GW-INC-5',
    says: 'all true conditions are taken, unconditional ones too; the join waits for what is on its way',
    drawing: `s start
      o or
      a user
      b user
      c user
      j or
      t user
      s > o > a : x > 0
      o > b : x > 5
      o > c
      a > j
      b > j
      c > j > t`,
    play: `start x=1 -> s o [a c]
      complete a -> a [c]
      complete c -> c j [t]`,
  },
  {
    rules: 'GW-INC-2',
    says: 'waits for tokens that can reach an empty flow, wherever they are in the scope',
    drawing: `s start
      f and
      a user
      b user
      c user
      g xor
      away end
      j or
      t user
      s > f > a > j > t
      f > b > c > g > j : x
      g > away : default`,
    play: `start x=true -> s f [a b]
      complete a -> a [b]
      complete b -> b [c]
      complete c -> c g j [t]
      start x=false -> [t] | s f [a b]
      2:complete a -> [t] | a [b]
      2:complete b -> [t] | b [c]
      2:complete c -> [t] | c g away j [t] // asked again when the token has gone elsewhere`,
  },
  {
    rules: 'GW-INC-3',
    says: 'a token that can also reach a filled flow does not hold it back',
    drawing: `s start
      f and
      a user
      b user
      g xor
      j or
      t user
      s > f > a > j > t
      f > b > g
      g > a : x
      g > j : default`,
    play: `start x=true -> s f [a b]
      complete a -> a j [b t] // b reaches a's flow, which is filled, too
      complete b -> b g [t a]
      complete a -> a j [t t]`,
  },
  {
    rules: 'GW-INC-4',
    says: 'consumes one token from each filled flow; surplus stays',
    drawing: `s start
      f and
      m xor
      a user
      b user
      j or
      t user
      s > f > m > a > j > t
      f > m
      f > b > j`,
    play: `start -> s f m m [b a a]
      complete a -> a [b a]
      complete a -> a [b]
      complete b -> b j j [t t]`,
  },
  {
    rules: 'GW-INC-6',
    says: 'none true: default; without one an incident that keeps the tokens consumed',
    drawing: `s start
      o or
      h or
      a user
      s > o > a : x > 5
      o > h : default
      h > a : x > 3`,
    play: `start x=1 -> s o !h CONDITION_ERROR [h]
      set x=4 -> [h]
      resolve h -> h [a]`,
  },
  {
    rules: 'GW-INC-7',
    says: 'asked again when a token dies: an interruption releases it',
    drawing: `s start
      f and
      a user
      b user
      stop boundary on=b timer=PT1H
      gone end
      j or
      t user
      s > f > a > j > t
      f > b > j
      stop > gone`,
    play: `start -> s f [a b]
      complete a -> a [b]
      pass 1h -> ~b stop j gone [t]`,
  },
  {
    rules: 'GW-INC-8',
    says: 'tokens are active nodes with their armed boundaries, flows at other joins, and follow links',
    drawing: `s start
      f and
      a user
      b user
      late boundary on=b timer=PT1H beside
      away end
      out throw link=L
      in catch link=L
      j or
      t user
      s > f > a > j > t
      f > b > away
      late > out
      in > j`,
    play: `start -> s f [a b]
      complete a -> a [b] // the timer of b still leads here
      pass 1h -> late out in j [b t]`,
  },
  {
    rules: 'GW-INC-9',
    says: 'loops back to the gateway do not hold it',
    drawing: `s start
      j or
      a user
      g xor
      t user
      s > j > a > g
      g > j : x
      g > t : default`,
    play: `start x=true -> s j [a]
      complete a -> a g j [a]
      complete a x=false -> a g [t]`,
  },
  {
    rules: 'GW-INC-10',
    says: 'two joins that wait for each other wait forever',
    drawing: `s start
      f and
      j or
      k or
      a user
      b user
      c user
      d user
      s > f > a > j
      f > b > k
      j > c > k
      k > d > j`,
    play: `start -> s f [a b]
      complete a -> a [b]
      complete b -> b []`,
  },
  {
    rules: 'GW-INC-11',
    says: 'split and join in one gateway: join first',
    drawing: `s start
      f and
      a user
      b user
      o or
      c user
      d user
      s > f > a > o
      f > b > o
      o > c : true
      o > d : true`,
    play: `start -> s f [a b]
      complete a -> a [b]
      complete b -> b o [c d]`,
  },
  {
    rules: 'GW-CPX-1 GW-CPX-2 GW-CPX-4 GW-CPX-6',
    says: 'asked as each token arrives; true once: consumes, then waits for its reset',
    drawing: `s start
      f and
      a user
      b user
      c user
      k complex activation="activationCount >= 2"
      t user
      r end
      s > f > a > k
      f > b > k
      f > c > k
      k > t : waitingForStart
      k > r : not(waitingForStart)`,
    play: `start -> s f [a b c]
      complete a -> a [b c]
      complete b -> b k [c t]
      complete c -> c k r [t]
      complete t -> t .`,
  },
  {
    rules: 'GW-CPX-3',
    says: 'activationCounts tells the flows',
    drawing: `s start
      f and
      a user
      b user
      k complex activation="some c in activationCounts satisfies c.flow = \\"b-k\\" and c.count > 0"
      t user
      s > f > a > k
      f > b > k
      k > t : waitingForStart`,
    play: `start -> s f [a b]
      complete a -> a [b]
      complete b -> b k k [t]`,
  },
  {
    rules: 'GW-CPX-5',
    says: 'no outgoing condition true and no default: an incident in the first phase',
    drawing: `s start
      f and
      a user
      b user
      k complex activation="true"
      t user
      s > f > a > k
      f > b > k
      k > t : x`,
    play: `start x=false -> s f [a b]
      complete a -> a !k CONDITION_ERROR [b k]`,
  },
  {
    rules: 'GW-CPX-7 GW-CPX-8 GW-CPX-9 GW-CPX-10',
    says: 'reset when nothing can still come; late tokens are consumed and the conditions asked again',
    drawing: `s start
      f and
      a user
      b user
      c user
      k complex activation="activationCount >= 1"
      t user
      s > f > a > k
      f > b > k
      f > c > k > t`,
    play: `start -> s f [a b c]
      complete a -> a k [b c t]
      complete b -> b [c t]
      complete c -> c k [t t]`,
  },
  {
    rules: 'GW-CPX-11',
    says: 'waiting for reset does not keep the scope open',
    drawing: `s start
      f and
      a user
      b user
      k complex activation="activationCount >= 1"
      stop boundary on=b timer=PT1H
      gone end
      s > f > a > k
      f > b > k
      stop > gone`,
    play: `start -> s f [a b]
      complete a -> a k [b]
      pass 1h -> ~b stop k gone .`,
  },
  {
    rules: 'GW-CPX-12',
    says: 'one incoming flow needs no condition: it fires per token',
    drawing: `s start
      k complex
      a user
      b user
      s > k > a
      k > b`,
    play: `start -> s k [a b]`,
  },
];
