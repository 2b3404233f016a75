import type { Row } from '../row.ts';

/** What is waited for outside of instances, by the engine as a whole. */
export const subscriptions: readonly Row[] = [
  {
    rules: 'INS-7',
    says: 'under one key one instance of a process at a time; the next one starts when it has ended',
    on: 'engine',
    drawing: `s start message=m
      a user
      s > a`,
    play: `message m k n=1 -> s [a]
      message m k n=2 -> [a]
      message m other n=3 -> [a] | s [a]
      1:complete a -> a . | [a] | s [a]
      3:expect n=2 -> . | [a] | [a]`,
  },
  {
    rules: 'INS-7',
    says: 'a message without key starts without limit',
    on: 'engine',
    drawing: `s start message=m
      a user
      s > a`,
    play: `message m - -> s [a]
      message m - -> [a] | s [a]`,
  },
  {
    rules: 'INS-7',
    says: 'an instance of the old version holds the key of the new one',
    on: 'engine',
    drawing: `s start message=m
      a user
      s > a`,
    next: `s start message=m
      b user
      s > b`,
    play: `message m k -> s [a]
      deploy -> [a]
      message m k -> [a]
      complete a -> a . | s [b]`,
  },
  {
    rules: 'INS-10',
    says: 'each start event whose condition is true makes an instance with the given variables',
    on: 'engine',
    drawing: `process one {
        c start when="x > 1"
        a user
        c > a
        d start when="x > 2"
        d > a
      }
      process two {
        e start when="y"
        b user
        e > b
      }`,
    play: `evaluate x=1 y=null ->
      evaluate x=2 -> c [a]
      evaluate x=3 y=true -> [a] | c [a] | d [a] | e [b]
      4:expect x=3 y=true -> [a] | [a] | [a] | [b]`,
  },
  {
    rules: 'INS-10',
    says: 'only the latest version is asked; what is not boolean starts nothing',
    on: 'engine',
    drawing: `c start when="x"
      a user
      c > a`,
    next: `c start when="x"
      b user
      c > b`,
    play: `evaluate x=1 ->
      deploy ->
      evaluate x=true -> c [b]`,
  },
  {
    rules: 'INS-12',
    says: 'all triggers of a parallel multiple start, per key, in any order; the last makes the instance',
    on: 'engine',
    drawing: `m start message=m message=n all
      a user
      m > a`,
    play: `message m 1 x=1 y=1 ->
      message m 2 x=2 ->
      message n 1 y=7 z=7 -> m [a]
      expect x=1 y=7 z=7 -> [a]
      message n 2 -> [a] | m [a]
      2:expect x=2 -> [a] | [a]`,
  },
  {
    rules: 'INS-12',
    says: 'a trigger that comes twice counts for the next instance',
    on: 'engine',
    drawing: `m start message=m message=n all
      a user
      m > a`,
    play: `message m - x=1 ->
      message m - x=2 ->
      message n - -> m [a]
      message n - -> [a] | m [a]
      expect x=1 -> [a] | [a]
      2:expect x=2 -> [a] | [a]`,
  },
  {
    rules: 'INS-12',
    says: 'message, signal, condition and date together, without a key',
    on: 'engine',
    drawing: `m start message=m signal=S when=ready date="2027-01-16T08:00:00Z" all
      a user
      m > a`,
    play: `message m - x=1 ->
      evaluate ready=true ->
      pass 2d ->
      restart ->
      signal S x=2 -> m [a]
      expect x=2 ready=true -> [a]`,
  },
  {
    rules: 'INS-17',
    says: 'a new version takes over message, signal and timer starts; running instances stay on theirs',
    on: 'engine',
    drawing: `m start message=m
      q start signal=S
      t start cycle=R/P1D
      a user
      m > a
      q > a
      t > a`,
    next: `m start message=m
      b user
      m > b`,
    play: `message m - -> m [a]
      pass 1d -> [a] | t [a]
      deploy -> [a] | [a]
      signal S -> [a] | [a]
      pass 3d -> [a] | [a]
      message m - -> [a] | [a] | m [b]
      complete a -> a . | [a] | [b]`,
  },
  {
    rules: 'MSG-7',
    says: 'the same name, key and id is refused while buffered; without id nothing is checked',
    on: 'engine',
    drawing: `s start
      r receive message=m/k
      t user
      s > r > t`,
    play: `message m 1 id="one" ->
      message m 1 id="one" -> #ALREADY_EXISTS
      message m 2 id="one" ->
      message n 1 id="one" ->
      message m 1 ->
      message m 1 ->
      pass 2h ->
      message m 1 id="one" n=7 ->
      start main k="1" -> s r [t]
      expect n=7 -> [t]`,
  },
  {
    rules: 'MSG-9',
    says: 'a correlation answers with the instance; without a match it is not found and nothing is buffered',
    on: 'engine',
    drawing: `s start
      r receive message=m/k
      t user
      s > r > t`,
    play: `correlate m 1 -> #NOT_FOUND
      start main k="1" -> s [r]
      start main k="2" -> [r] | s [r]
      correlate m 2 x=1 -> 2: [r] | r [t]
      2:expect x=1 -> [r] | [t]
      correlate m 2 -> #NOT_FOUND`,
  },
  {
    rules: 'MSG-9',
    says: 'a correlation may start an instance, and answers with it',
    on: 'engine',
    drawing: `s start message=m
      t user
      s > t`,
    play: `correlate m - x=1 -> 1: s [t]`,
  },
  {
    rules: 'TMR-4',
    says: 'cron in a cycle: six fields, in the zone of the setting, across daylight saving',
    on: 'engine',
    drawing: `s start
      a user
      b boundary on=a cycle="0 0 9 * * *" beside
      t user
      s > a
      b > t`,
    // Pinned at 09:00 in Rome; on 28 March clocks go forward, so 71 days are one hour short.
    play: `start -> s [a]
      pass 23h -> [a]
      pass 1h -> b [a t]
      pass 70d -> b [a t t]
      pass 22h -> [a t t]
      pass 1h -> b [a t t t]`,
  },
  {
    rules: 'TMR-4',
    says: 'a start by cron starts at each date, one for all that were missed',
    on: 'engine',
    drawing: `c start cycle="0 30 10 * * MON"
      a user
      c > a`,
    // Pinned at 09:00 on a Friday.
    play: `pass 3d ->
      pass 2h -> c [a]
      pass 21d -> [a] | c [a]
      pass 7d -> [a] | [a] | c [a]`,
  },
  {
    rules: 'TMR-4',
    says: 'a text that is neither cycle nor cron is an incident',
    on: 'engine',
    drawing: `s start
      c catch cycle="=text"
      s > c`,
    play: `start main text="every day" -> s !c EXTRACT_VALUE_ERROR [c]`,
  },
  {
    rules: 'DEP-30',
    says: 'process, form and decision that are bound to the deployment must lie in it',
    on: 'engine',
    drawing: `s start
      c call calls=other call.bindingType=deployment
      d call calls=other
      s > c > d`,
    problems: ['DEP-30 c'],
  },
  {
    rules: 'DEP-30',
    says: 'what lies in the file is deployed along',
    on: 'engine',
    drawing: `process main {
        s start
        c call calls=other call.bindingType=deployment
        s > c
      }
      process other {
        o start
        a user
        o > a
      }`,
    play: `start main -> s [c] | o [a]`,
  },
];
