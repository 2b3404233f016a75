import type { Row } from '../row.ts';

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
    rules: 'GW-PAR-1 GW-PAR-3 GW-PAR-4',
    says: 'a join waits for every flow',
    drawing: fork('and'),
    play: `start -> s f [a b]
      complete a -> a [b]
      complete b -> b j [t]
      complete t -> t .`,
  },
];
