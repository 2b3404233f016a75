import type { Row } from '../row.ts';

export const flowsAndData: readonly Row[] = [
  {
    rules: 'SF-1 SF-2',
    says: 'several incoming flows merge, several outgoing flows split, uncontrolled',
    drawing: `s start
      a task
      b task
      t user
      s > a > t
      s > b > t`,
    play: `start -> s a b [t t]`,
  },
  {
    rules: 'SF-3 SF-4',
    says: 'conditions need true, unconditional flows are always taken; the default looks at conditions only',
    drawing: `s start
      a task
      b user
      c user
      d user
      s > a > b
      a > c : x
      a > d : default`,
    play: `start x=true -> s a [b c]
      start x=false -> [b c] | s a [b d]`,
  },
  {
    rules: 'SF-5',
    says: 'only conditional flows and none true: an incident, no token is lost',
    drawing: `s start
      a task
      b user
      s > a > b : x`,
    play: `start x=false -> s !a CONDITION_ERROR [a]
      set x=true -> [a]
      resolve a -> a [b]`,
  },
  {
    rules: 'SF-6 SF-7',
    says: 'all conditions are evaluated before one flow is taken; no boolean, null included, is an incident',
    drawing: `s start
      a task
      b user
      c user
      s > a > b : x
      a > c : y`,
    play: `start x=true y=null -> s !a EXTRACT_VALUE_ERROR [a]
      set y=false -> [a]
      resolve a -> a [b]`,
  },
  {
    rules: 'SF-8',
    says: 'conditions see the scope of the source after its outputs, not its locals',
    drawing: `s start
      a user in.local=true out.done=local
      b user
      c user
      s > a > b : done
      a > c : local != null`,
    play: `start -> s [a]
      complete a -> a [b]`,
  },
  {
    rules: 'SF-9',
    says: 'a condition on the default flow is ignored',
    drawing: `s start
      g xor
      b user
      s > g > b : default false`,
    play: `start -> s g [b]`,
  },
  {
    rules: 'SF-10',
    says: 'two flows between the same nodes are two flows, two places at a join',
    drawing: `s start
      f and
      j and
      t user
      s > f > j
      f > j
      j > t`,
    play: `start -> s f j [t]`,
  },
  {
    rules: 'DAT-1 DAT-5',
    says: 'the inner scope hides the outer; locals die with their element',
    drawing: `s start
      u sub in.x=2 {
        a script feel=x result=seen
      }
      b script feel=x result=after
      t user
      s > u > b > t`,
    play: `start x=1 seen=0 -> s a u b [t]
      expect seen=2 after=1 -> [t]`,
  },
  {
    rules: 'DAT-2 DAT-3',
    says: 'inputs are made in order, each seeing the former; outputs: only the mapped leave',
    drawing: `s start
      a user in.x=1 in.y=x+1 out.z=y+r
      t user
      s > a > t`,
    play: `start -> s [a]
      complete a r=10 -> a [t]
      expect z=12 r=null -> [t]`,
  },
  {
    rules: 'DAT-4',
    says: 'a value goes to the nearest scope that has it, else to the process',
    drawing: `s start
      u sub in.x=0 {
        a user
        b script feel=x result=seen
        a > b
      }
      t user
      s > u > t`,
    play: `start seen=null x=9 -> s [u a]
      complete a x=5 y=6 -> a b u [t]
      expect seen=5 x=9 y=6 -> [t]`,
  },
  {
    rules: 'DAT-6',
    says: "a command sets a scope's own variables or those of the nearest that has them",
    drawing: `s start
      u sub {
        a user
      }
      t script feel="{x: x, y: y}" result=seen
      w user
      s > u > t > w`,
    play: `start x=1 y=1 -> s [u a]
      set-in u x=2 -> [u a]
      set y=2 -> [u a]
      complete a -> a u t [w]
      expect seen={"x":1,"y":2} -> [w]`,
  },
  {
    rules: 'DAT-10',
    says: 'dotted targets write into nested contexts, made if absent',
    drawing: `s start
      a user out.p.b=r out.q.n.m=1
      t user
      s > a > t`,
    play: `start p={"a":1} -> s [a]
      complete a r=2 -> a [t]
      expect p={"a":1,"b":2} q={"n":{"m":1}} -> [t]`,
  },
  {
    rules: 'DAT-11',
    says: 'concurrent writes: the later step wins',
    drawing: `s start
      a script feel=1 result=x
      b script feel=2 result=x
      t user
      s > a
      s > b > t`,
    play: `start -> s a b [t]
      expect x=2 -> [t]`,
  },
  {
    rules: 'COL-1 COL-3',
    says: 'each executable pool is a process of its own; a message of one may start the other',
    drawing: `process one {
        s start
        m end message=order
        s > m
      }
      process two {
        t start message=order
        u user
        t > u
      }`,
    play: `start one -> s m . | t [u]`,
  },
];
