import type { Row } from '../row.ts';

/** Two tasks with handlers, then a throw. */
const two = (kind: string): string => `
  s start
  a user
  b user
  ua user undoes
  ub user undoes
  ca boundary on=a compensate handler=ua
  cb boundary on=b compensate handler=ub
  k ${kind}
  t user
  s > a > b > k > t
`;

/** A completed sub-process with two tasks inside. */
const nested = (outside: string): string => `
  s start
  u sub in.x=1 {
    i start
    a user
    b user
    ua user undoes
    ub user undoes
    ca boundary on=a compensate handler=ua
    cb boundary on=b compensate handler=ub
    i > a > b
  }
  ${outside}
`;

export const compensation: readonly Row[] = [
  {
    rules: 'CMP-1',
    says: 'n completions leave n records; a multi-instance body one',
    drawing: `s start
      a user
      g xor
      m user each=[1,2]
      ua task undoes
      um task undoes
      ca boundary on=a compensate handler=ua
      cm boundary on=m compensate handler=um
      k throw compensate
      s > a > g
      g > a : again
      g > m : default
      m > k`,
    play: `start -> s [a]
      complete a again=true -> a g [a]
      complete a again=false -> a g [m m m]
      complete m -> m [m m]
      complete m -> m m um ua ua k .`,
  },
  {
    rules: 'CMP-3 CMP-4',
    says: 'a completed sub-process keeps its records under its own: latest first, recursively',
    drawing: nested(`k throw compensate
      t user
      s > u > k > t`),
    play: `start -> s i [u a]
      complete a -> a [u b]
      complete b -> b u [k u ub]
      complete ub -> ub [k u ua]
      complete ua -> ua u k [t]`,
  },
  {
    rules: 'CMP-5 CMP-7 CMP-9',
    says: 'a throw undoes all in sight, latest first, one after another, and waits for the last',
    drawing: two('throw compensate'),
    play: `start -> s [a]
      complete a -> a [b]
      complete b -> b [k ub]
      complete ub -> ub [k ua]
      complete ua -> ua k [t]`,
  },
  {
    rules: 'CMP-5',
    says: 'in an event sub-process: the records of the scope that holds it',
    drawing: `s start
      a user
      w user
      ua user undoes
      ca boundary on=a compensate handler=ua
      s > a > w
      h esp {
        m start signal=S
        k throw compensate
        r user
        m > k > r
      }`,
    play: `start -> s [a]
      complete a -> a [w]
      signal S -> ~w m [h k ua]
      complete ua -> ua k [h r]`,
  },
  {
    rules: 'CMP-6',
    says: 'with activityRef only that activity; none: the throw passes',
    drawing: two('throw compensate=a'),
    play: `start -> s [a]
      complete a -> a [b]
      complete b -> b [k ua]
      complete ua -> ua k [t]`,
  },
  {
    rules: 'CMP-8',
    says: 'a record is used once: a second throw finds it gone',
    drawing: `s start
      a user
      ua user undoes
      ca boundary on=a compensate handler=ua
      k throw compensate
      l throw compensate
      t user
      s > a > k > l > t`,
    play: `start -> s [a]
      complete a -> a [k ua]
      complete ua -> ua k l [t]`,
  },
  {
    rules: 'CMP-10',
    says: 'told not to wait it goes on at once; the handlers keep the scope open',
    drawing: two('throw compensate nowait'),
    play: `start -> s [a]
      complete a -> a [b]
      complete b -> b k [ub t]
      complete t -> t [ub]
      complete ub -> ub [ua]
      complete ua -> ua .`,
  },
  {
    rules: 'CMP-13',
    says: 'an explicit handler replaces the default',
    drawing: nested(`uu user undoes
      cu boundary on=u compensate handler=uu
      k throw compensate
      t user
      s > u > k > t`),
    play: `start -> s i [u a]
      complete a -> a [u b]
      complete b -> b u [k uu]
      complete uu -> uu k [t]`,
  },
];
