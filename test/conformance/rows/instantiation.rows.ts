import type { Row } from '../row.ts';

export const instantiation: readonly Row[] = [
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
];
