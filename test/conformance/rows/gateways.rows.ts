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
