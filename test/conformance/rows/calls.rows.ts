import type { Row } from '../row.ts';

const child = `process child {
    ci start
    ca user
    cg xor
    ce end
    cx end error=E
    cy end escalation=W
    ci > ca > cg
    cg > cx : get or else(bad, false)
    cg > cy : get or else(loud, false)
    cg > ce : default
  }`;

export const calls: readonly Row[] = [
  {
    rules: 'CALL-1 CALL-3 CALL-4',
    says: 'starts an instance and waits for its end; all variables go in and come back',
    drawing: `process parent {
        s start
        c call calls="=which"
        t user
        s > c > t
      }
      ${child}`,
    play: `start parent which="child" n=1 -> s [c] | ci [ca]
      2:expect n=1 -> [c] | [ca]
      2:complete ca n=2 -> c [t] | ca cg ce .
      expect n=2 -> [t] | .`,
  },
  {
    rules: 'CALL-3 CALL-4',
    says: 'told so only locals go in and only mapped ones come back',
    drawing: `process parent {
        s start
        c call calls=child call.propagateAllParentVariables=false in.only=n out.got=m
        t user
        s > c > t
      }
      ${child}`,
    play: `start parent n=1 -> s [c] | ci [ca]
      2:expect n=null only=1 -> [c] | [ca]
      2:complete ca m=5 k=6 -> c [t] | ca cg ce .
      expect got=5 k=null m=null -> [t] | .`,
  },
  {
    rules: 'CALL-2',
    says: 'an unknown process, or one without a single none start, is an incident',
    drawing: `process parent {
        s start
        c call calls="=which"
        s > c
      }
      process two {
        i start
        j start
      }
      process none {
        m start message=m
      }`,
    play: `start parent which="nobody" -> s !c CALLED_ELEMENT_ERROR [c]
      start parent which="two" -> [c] | s !c CALLED_ELEMENT_ERROR [c]
      start parent which="none" -> [c] | [c] | s !c CALLED_ELEMENT_ERROR [c]`,
  },
  {
    rules: 'CALL-5',
    says: 'errors and escalations of the child reach the call; interrupting ends the child',
    drawing: `process parent {
        s start
        c call calls=child
        b boundary on=c error=E
        d boundary on=c escalation=W beside
        t user
        u user
        n user
        s > c > n
        b > t
        d > u
      }
      ${child}`,
    play: `start parent -> s [c] | ci [ca]
      2:complete ca bad=true -> ~c b [t] | ca cg ~cx x
      start parent -> [t] | x | s [c] | ci [ca]
      4:complete ca loud=true -> [t] | x | d c [u n] | ca cg cy .`,
  },
  {
    rules: 'CALL-6',
    says: 'nobody above catches: the incident is in the child',
    drawing: `process parent {
        s start
        c call calls=child
        b boundary on=c error=OTHER
        t user
        s > c
        b > t
      }
      ${child}`,
    play: `start parent -> s [c] | ci [ca]
      2:complete ca bad=true -> [c] | ca cg !cx UNHANDLED_ERROR [cx]`,
  },
  {
    rules: 'CALL-7 CALL-8',
    says: 'terminating the call terminates the child first; alone it cannot be canceled',
    drawing: `process parent {
        s start
        c call calls=child
        b boundary on=c timer=PT1H
        t user
        s > c
        b > t
      }
      ${child}`,
    play: `start parent -> s [c] | ci [ca]
      2:cancel -> #INVALID_STATE
      pass 1h -> ~c b [t] | ~ca x`,
  },
  {
    rules: 'CALL-9 TSK-11',
    says: 'a global task is called like a local task, in the same instance',
    drawing: `s start
      c call calledElement=global
      t user
      s > c > t`,
    play: `start -> s [c global]
      complete global x=1 -> global c [t]
      expect x=1 -> [t]`,
  },
  {
    rules: 'CALL-10 CMP-21',
    says: 'compensation stops at the call; a handler on its boundary undoes the whole',
    drawing: `process parent {
        s start
        c call calls=d
        u user undoes
        b boundary on=c compensate handler=u
        k throw compensate
        t user
        s > c > k > t
      }
      process d {
        i start
        a user
        v user undoes
        q boundary on=a compensate handler=v
        i > a
      }`,
    play: `start parent -> s [c] | i [a]
      2:complete a -> c [k u] | a .
      complete u -> u k [t] | .`,
  },
  {
    rules: 'CALL-11',
    says: 'signals reach parent and child alike; messages by key',
    drawing: `process parent {
        s start
        c call calls=d
        b boundary on=c signal=S beside
        t user
        s > c
        b > t
      }
      process d {
        i start
        q catch signal=S
        m catch message=m/k
        i > q > m
      }`,
    play: `start parent k=1 -> s [c] | i [q]
      signal S -> b [c t] | q [m]
      message m 2 -> [c t] | [m]
      message m 1 -> c [t] | m .`,
  },
  {
    rules: 'CALL-12',
    says: 'recursion is allowed, to a depth limit',
    drawing: `s start
      c call calls=main
      s > c`,
    options: { maxCallDepth: 2 },
    play: `start -> s [c] | s [c] | s !c CALLED_ELEMENT_ERROR [c]`,
  },
];
