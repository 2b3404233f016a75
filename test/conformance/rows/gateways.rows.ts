import type { Row } from '../row.ts';

/** A fork to two user tasks that meet in `j`. */
const fork = (join: string): string => `
  s start
  f and
  a user
  b user
  j ${join}
  t user
  s > f > a > j > t
  f > b > j
`;

export const gateways: readonly Row[] = [
  {
    rules: 'GW-EXC-1',
    says: 'each token passes by itself',
    drawing: `s start
      f and
      g xor
      t user
      s > f > g > t
      f > g`,
    play: `start -> s f g g [t t]`,
  },
  {
    rules: 'GW-EXC-2',
    says: 'the first true condition in document order wins; later ones are not evaluated',
    drawing: `s start
      g xor
      a user
      b user
      c user
      s > g > a : x > 5
      g > b : x > 3
      g > c : 1 + "no number"`,
    play: `start x=4 -> s g [b]
      start x=9 -> [b] | s g [a]`,
  },
  {
    rules: 'GW-EXC-3',
    says: 'none true: the default flow; without one an incident, and the token stays',
    drawing: `s start
      g xor
      h xor
      a user
      b user
      s > g > a : x > 5
      g > h : default
      h > b : x > 3`,
    play: `start x=4 -> s g h [b]
      start x=1 -> [b] | s g !h CONDITION_ERROR [h]
      2:set x=4 -> [b] | [h]
      2:resolve h -> [b] | h [b]`,
  },
  {
    rules: 'GW-EXC-4 GW-EXC-5',
    says: 'a flow without condition counts as true; a gateway without flows ends its token',
    drawing: `s start
      g xor
      end xor
      a task
      s > g > end
      g > a`,
    play: `start -> s g end .`,
  },
  {
    rules: 'GW-PAR-1 GW-PAR-3',
    says: 'fires with one token on every flow, and puts one on every flow',
    drawing: fork('and'),
    play: `start -> s f [a b]
      complete a -> a [b]
      complete b -> b j [t]
      complete t -> t .`,
  },
  {
    rules: 'GW-PAR-2 GW-PAR-5',
    says: 'surplus stays for the next firing: two tokens on one flow are not one on each',
    drawing: `s start
      f and
      m xor
      a user
      b user
      j and
      t user
      s > f > m > a > j > t
      f > m
      f > b > j`,
    play: `start -> s f m m [b a a]
      complete a -> a [b a]
      complete a -> a [b]
      complete b -> b j [t]
      complete t -> t [] // the second token waits for a partner`,
  },
  {
    rules: 'GW-PAR-4',
    says: 'joins are counted per scope instance',
    drawing: `s start
      u sub each=[1,2] {
        i start
        f and
        a user
        b user
        j and
        i > f > a > j
        f > b > j
      }
      t user
      s > u > t`,
    play: `start -> s i i f f [u u u a b a b]
      complete a -> a [u u u b a b]
      complete a -> a [u u u b b]
      complete b -> b j u [u u b]
      complete b -> b j u u [t]`,
  },
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
  {
    rules: 'GW-EVB-1 GW-EVB-2 GW-EVB-3',
    says: 'waits for all its targets; the first wins, the others are withdrawn',
    drawing: `s start
      g event
      m catch message=m/k
      t catch timer=PT1H
      n catch signal=S
      a user
      b user
      c user
      s > g
      g > m > a
      g > t > b
      g > n > c`,
    play: `start k=1 -> s [g]
      message m 1 -> g m [a]
      pass 2h -> [a]
      start k=2 -> [a] | s [g]
      pass 1h -> [a] | g t [b]
      start k=3 -> [a] | [b] | s [g]
      signal S -> [a] | [b] | g n [c]`,
  },
  {
    rules: 'GW-EVB-4',
    says: 'receive tasks as targets behave as message catches',
    drawing: `s start
      g event
      r receive message=m/k
      t catch timer=PT1H
      s > g > r
      g > t`,
    play: `start k=1 -> s [g]
      message m 1 -> g r .`,
  },
  {
    rules: 'GW-EVB-5',
    says: 'a condition true on entry wins at once, before a buffered message',
    drawing: `s start
      g event
      m catch message=m/k
      w catch when=x
      s > g > m
      g > w`,
    play: `message m 1 ->
      start k=1 x=true -> s g w .`,
  },
  {
    rules: 'GW-EVB-6',
    says: 'interruption ends all its waits',
    drawing: `s start
      u sub {
        g event
        m catch message=m/k
        t catch timer=PT2H
        g > m
        g > t
      }
      b boundary on=u timer=PT1H
      e user
      s > u
      b > e`,
    play: `start k=1 -> s [u g]
      pass 1h -> ~g ~u b [e]
      message m 1 -> [e]`,
  },
  {
    rules: 'GW-EVB-8',
    says: 'a failed expression leaves no wait open',
    drawing: `s start
      g event
      m catch message=m/k
      t catch timer=PT1H
      s > g > m
      g > t`,
    play: `start -> s !g EXTRACT_VALUE_ERROR [g]
      set k=1 -> [g]
      resolve g -> [g]
      message m 1 -> g m .`,
  },
];
