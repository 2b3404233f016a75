import type { Row } from '../row.ts';

export const loops: readonly Row[] = [
  {
    rules: 'LOOP-1',
    says: 'run, then ask; go on while true',
    drawing: `s start
      a user loop="more"
      t user
      s > a > t`,
    play: `start -> s [a a]
      complete a more=true -> a [a a]
      complete a more=false -> a a [t]`,
  },
  {
    rules: 'LOOP-2',
    says: 'testBefore: ask first; false at once runs nothing',
    drawing: `s start
      a user loop="n < 1" before
      t user
      s > a > t`,
    play: `start n=1 -> s a [t]
      start n=0 -> [t] | s [a a]
      2:complete a n=1 -> [t] | a a [t]`,
  },
  {
    rules: 'LOOP-3 LOOP-6',
    says: 'loopMaximum ends it without asking; 0 with testBefore means none; without condition it counts',
    drawing: `s start
      a user loop=missing.thing.wrong max=1
      b user max=2
      c user loop=true before max=0
      t user
      s > a > b > c > t`,
    play: `start -> s [a a]
      complete a -> a a [b b]
      complete b -> b [b b]
      complete b -> b b c [t]`,
  },
  {
    rules: 'LOOP-4 LOOP-8',
    says: 'loopCounter is a local of the body, 1 in the first iteration; outputs of one are seen by the next',
    drawing: `s start
      a script loop="loopCounter < 3" feel="sum + loopCounter" result=sum
      t user
      s > a > t`,
    play: `start sum=0 -> s a a a a [t]
      expect sum=6 loopCounter=null -> [t]`,
  },
  {
    rules: 'LOOP-5',
    says: 'a condition that is not boolean is an incident; the loop stays',
    drawing: `s start
      a user loop=more
      s > a`,
    play: `start more=1 -> s [a a]
      complete a -> a !a EXTRACT_VALUE_ERROR [a]
      set more=false -> [a]
      resolve a -> a .`,
  },
  {
    rules: 'LOOP-7',
    says: 'boundary events are armed once, over all iterations',
    drawing: `s start
      a user loop=true
      b boundary on=a timer=PT1H
      t user
      s > a
      b > t`,
    play: `start -> s [a a]
      complete a -> a [a a]
      pass 1h -> ~a ~a b [t]`,
  },
  {
    rules: 'LOOP-9',
    says: 'one record for the body',
    drawing: `s start
      a user max=2
      u user undoes
      c boundary on=a compensate handler=u
      k throw compensate
      s > a > k`,
    play: `start -> s [a a]
      complete a -> a [a a]
      complete a -> a a [k u]
      complete u -> u k .`,
  },
];
