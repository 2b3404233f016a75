import type { Row } from '../row.ts';

export const messagesAndTimers: readonly Row[] = [
  {
    rules: 'MSG-1',
    says: 'name and key are fixed on opening',
    drawing: `s start
      m catch message=m/k
      t user
      s > m > t`,
    play: `start k=1 -> s [m]
      set k=2 -> [m]
      message m 2 ttl=0 -> [m]
      message m 1 -> m [t]`,
  },
  {
    rules: 'MSG-2',
    says: 'equal name and equal key; numbers as their decimal string; null is an incident',
    drawing: `s start
      m catch message=m/k
      s > m`,
    play: `start k=12 -> s [m]
      message n 12 ttl=0 -> [m]
      message m "12" ttl=0 -> [m]
      message m 12 -> m .
      start k=null -> . | s !m EXTRACT_VALUE_ERROR [m]`,
  },
  {
    rules: 'MSG-3 MSG-4',
    says: 'one subscription per process, the oldest; each other process has it too',
    drawing: `process a {
        s start
        m catch message=m/k
        s > m
      }
      process b {
        t start
        n catch message=m/k
        t > n
      }`,
    play: `start a k=1 -> s [m]
      start a k=1 -> [m] | s [m]
      start b k=1 -> [m] | [m] | t [n]
      message m 1 ttl=0 -> m . | [m] | n .`,
  },
  {
    rules: 'MSG-5 MSG-6',
    says: 'buffered until its time to live ends; a new subscription takes the oldest match',
    drawing: `s start
      m catch message=m/k
      t user
      s > m > t`,
    play: `message m 1 x=1 ->
      message m 1 x=2 ->
      start k=1 -> s m [t]
      expect x=1 -> [t]
      pass 2h -> [t]
      start k=1 -> [t] | s [m]`,
  },
  {
    rules: 'MSG-8',
    says: 'a delivery that finds no wait is rejected and the message stays',
    drawing: `s start
      m catch message=m/k
      s > m`,
    play: `start k=1 -> s [m]
      message m 1 ttl=0 -> m .
      again m -> #NOT_FOUND`,
  },
  {
    rules: 'MSG-10 MSG-12 COL-2 COL-4',
    says: 'a throw publishes with the key from the sender; nobody is awaited; replies find the sender by key',
    drawing: `process a {
        s start
        m throw message=ask/id
        r catch message=answer/id
        t user
        s > m > r > t
      }
      process b {
        q start message=ask
        w user
        v throw message=answer/id in.text=given
        q > w > v
      }`,
    play: `start a id=7 -> s m [r] | q [w]
      2:complete w id=7 given="ok" -> r [t] | w v .
      expect text="ok" -> [t] | .`,
  },
  {
    rules: 'MSG-11',
    says: 'with a job type it is a job',
    drawing: `s start
      m throw message=m type=mail
      e end message=m type=mail
      s > m > e`,
    play: `start -> s [m]
      complete m -> m [e]
      complete e -> e .`,
  },
  {
    rules: 'TMR-1',
    says: 'a date, once; in the past: at once',
    drawing: `s start
      t catch date="2027-01-16T09:00:00+01:00"
      p catch date="2020-01-01T00:00:00Z"
      e end
      s > t > p > e`,
    play: `start -> s [t]
      pass 23h -> [t]
      pass 1h -> t p e .`,
  },
  {
    rules: 'TMR-2',
    says: 'a duration from activation; zero or negative: at once',
    drawing: `s start
      a user
      t catch timer=PT1H
      z catch timer="=later"
      e end
      s > a > t > z > e`,
    play: `start later="PT0S" -> s [a]
      pass 2h -> [a]
      complete a -> a [t]
      pass 1h -> t z e .`,
  },
  {
    rules: 'TMR-3',
    says: 'a cycle repeats where nothing ends by it, elsewhere its first date only',
    drawing: `s start
      c catch cycle=R3/PT1H
      a user
      b boundary on=a cycle=R2/PT1H beside
      t user
      s > c > a
      b > t`,
    play: `start -> s [c]
      pass 1h -> c [a]
      pass 1h -> b [a t]
      pass 5h -> b [a t t]
      pass 5h -> [a t t]`,
  },
  {
    rules: 'TMR-5',
    says: 'the next date counts from the last due date; missed ones fire each',
    drawing: `s start
      a user
      b boundary on=a cycle=R/PT1H beside
      t user
      s > a
      b > t`,
    play: `start -> s [a]
      pass 3h -> b b b [a t t t]`,
  },
  {
    rules: 'TMR-6',
    says: 'evaluated once on opening; a wrong type is an incident',
    drawing: `s start
      c catch timer="=d"
      s > c`,
    play: `start d="PT2H" -> s [c]
      set d="PT1H" -> [c]
      pass 1h -> [c]
      pass 1h -> c .
      start d=1 -> . | s !c EXTRACT_VALUE_ERROR [c]`,
  },
  {
    rules: 'TMR-7',
    says: 'a late or double alarm does nothing',
    drawing: `s start
      c catch timer=PT1H
      a user
      s > c > a`,
    play: `start -> s [c]
      pass 1h -> c [a]
      again c -> #NOT_FOUND`,
  },
  {
    rules: 'TMR-8',
    says: 'equal due dates fire in order of opening',
    drawing: `s start
      f and
      b catch timer=PT1H
      a catch timer=PT1H
      s > f > b
      f > a`,
    play: `start -> s f [b a]
      pass 1h -> b a .`,
  },
];
