import type { Row } from '../row.ts';

export const signalsAndConditions: readonly Row[] = [
  {
    rules: 'SIG-1 SIG-3 SIG-6',
    says: 'a signal reaches every open catcher, of the thrower too, and all starts; none is no error',
    drawing: `process a {
        s start
        f and
        q catch signal=S
        x throw signal=S
        y throw signal=NOBODY
        s > f > x > y
        f > q
      }
      process b {
        r start signal=S
        t user
        r > t
      }
      process c {
        i start
        w catch signal=S
        i > w
      }`,
    play: `start c -> i [w]
      start a -> w . | s f q x y . | r [t]`,
  },
  {
    rules: 'SIG-4',
    says: 'its variables go to each catcher: the input mappings of the throw, or the broadcast',
    drawing: `s start
      f and
      q catch signal=S
      x throw signal=S in.n=1
      t user
      s > f > q > t
      f > x`,
    play: `start -> s f q x [t]
      expect n=1 -> [t]`,
  },
  {
    rules: 'SIG-5',
    says: 'a name by expression is evaluated when opened or thrown',
    drawing: `s start
      q catch signal="=name"
      t user
      s > q > t`,
    play: `start name="A" -> s [q]
      set name="B" -> [q]
      signal B -> [q]
      signal A -> q [t]`,
  },
  {
    rules: 'CND-1',
    says: 'asked when opened: true fires at once',
    drawing: `s start
      a user
      b boundary on=a when=x
      t user
      s > a
      b > t`,
    play: `start x=true -> s ~a b [t]`,
  },
  {
    rules: 'CND-2',
    says: 'asked when a variable it names changes, in sight',
    drawing: `s start
      u sub in.x=false {
        i start
        c catch when=x
        i > c
      }
      d catch when=y
      s > u > d`,
    play: `start x=false y=false -> s i [u c]
      set x=true -> [u c] // hidden by the variable of u
      set y=true -> [u c]
      set-in u x=true -> c u d .`,
  },
  {
    rules: 'CND-3 CND-5',
    says: 'one command asks once, even if several variables change; not interrupting it fires at each check that is true',
    drawing: `s start
      a user
      b boundary on=a when="x > 0 and y > 0" beside
      t user
      s > a
      b > t`,
    play: `start x=0 y=0 -> s [a]
      set x=1 y=1 -> b [a t]
      set x=2 -> b [a t t]
      set x=0 -> [a t t]`,
  },
  {
    rules: 'CND-4',
    says: 'the check is queued by the change, and sees the values of that moment',
    drawing: `s start
      f and
      c catch when="x = 1"
      a script feel=1 result=x
      b script feel=2 result=x
      t user
      s > f > c
      f > a > b > t`,
    play: `start x=0 -> s f a c b [t]`,
  },
  {
    rules: 'CND-6',
    says: 'null is not yet true; another type is an incident, and the catcher stays open',
    drawing: `s start
      a user
      b boundary on=a when=x
      t user
      s > a
      b > t`,
    play: `start -> s [a]
      set x=5 -> !a EXTRACT_VALUE_ERROR [a]
      set x=true -> ~a b [t]`,
  },
  {
    rules: 'CND-6',
    says: 'the incident of a condition is over when its element has been completed',
    drawing: `s start
      a user
      b boundary on=a when=x
      t user
      s > a
      b > t`,
    play: `start x=5 -> s !a EXTRACT_VALUE_ERROR [a]
      complete a -> a .`,
  },
  {
    rules: 'CND-7',
    says: 'the filter create or update is honored',
    drawing: `s start
      a user
      b boundary on=a when="x > 0" onChange=update beside
      t user
      s > a
      b > t`,
    play: `start -> s [a]
      set x=1 -> [a]
      set x=1 -> b [a t]`,
  },
];
