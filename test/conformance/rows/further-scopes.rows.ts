import type { Row } from '../row.ts';

/** Further cases of handlers, compensation, loops, links and calls, which engines often get wrong. */
export const furtherScopes: readonly Row[] = [
  {
    rules: 'ESP-5 ESP-7',
    says: 'a message starts a non-interrupting event sub-process as often as it comes; the scope waits for all',
    drawing: `s start
      a user
      s > a
      h esp {
        q start message=m/k beside
        r user
        q > r
      }`,
    play: `start k=1 -> s [a]
      message m 1 -> q [a h r]
      message m 1 -> q [a h r h r]
      complete a -> a [h r h r]
      message m 1 ttl=0 -> [h r h r]
      complete r -> r h [h r]
      complete r -> r h .`,
  },
  {
    rules: 'CMP-11 LOOP-9',
    says: 'the handler of a loop runs once, with the data of now and the locals of its last round',
    drawing: `s start
      a user loop="loopCounter < 2" out.n=loopCounter
      ua task undoes out.seen=n+m
      ca boundary on=a compensate handler=ua
      k end compensate
      s > a > k`,
    play: `start m=1 -> s [a a]
      complete a -> a [a a]
      set m=10 -> [a a]
      complete a -> a a ua k .
      expect seen=12 -> .`,
  },
  {
    rules: 'CMP-12',
    says: 'each completed round of a sub-process is compensated with the data it had',
    drawing: `s start
      u sub each=[1,2] as=item sequential {
        i start
        a user
        i > a
        h esp {
          q start compensate
          r script feel="append(log, item)" result=log
          q > r
        }
      }
      k end compensate
      s > u > k`,
    play: `start log=[] -> s i [u u a]
      complete a -> a u i [u u a]
      complete a -> a u u q r h u q r h u u k .
      expect log=[2,1] -> .`,
  },
  {
    rules: 'MI-4',
    says: 'zero by a number: nothing of the activity is entered, its boundary events neither',
    drawing: `s start
      a user number=n
      b boundary on=a signal=S
      t user
      o user
      s > a > t
      b > o`,
    play: `start n=0 -> s a [t]
      signal S -> [t]`,
  },
  {
    rules: 'MI-4 CMP-1',
    says: 'zero instances of a sequential sub-process complete, and their handler runs for the body',
    drawing: `s start
      u sub each=list sequential {
        i start
        a user
        i > a
      }
      uu task undoes
      cu boundary on=u compensate handler=uu
      k end compensate
      s > u > k`,
    play: `start list=[] -> s u uu k .`,
  },
  {
    rules: 'LNK-1 LNK-3',
    says: 'two throws of one name meet one catch, each with a token of its own; another name stays apart',
    drawing: `s start
      f and
      x throw link=L
      y throw link=L
      z throw link=M
      l catch link=L
      m catch link=M
      t user
      o user
      s > f > x
      f > y
      f > z
      l > t
      m > o`,
    play: `start -> s f x y z l l m [t t o]`,
  },
  {
    rules: 'CALL-3 CALL-4',
    says: 'told otherwise, a call gives its inputs only and takes back its outputs only',
    drawing: `process one {
        s start
        c call calls=two call.propagateAllParentVariables=false call.propagateAllChildVariables=false in.given=x out.back=made
        t user
        s > c > t
      }
      process two {
        i start
        a user
        i > a
      }`,
    play: `start one x=1 y=2 -> s [c] | i [a]
      2:expect given=1 x=null y=null -> [c] | [a]
      2:complete a made=7 other=8 -> c [t] | a .
      expect back=7 made=null other=null x=1 -> [t] | .`,
  },
  {
    rules: 'COL-4 COL-1',
    says: 'with many instances each reply finds the one that asked',
    drawing: `process one {
        s start
        m throw message=ask/id
        r receive message=reply/id
        t user
        s > m > r > t
      }
      process two {
        q start message=ask
        w user
        v end message=reply/id
        q > w > v
      }`,
    play: `start one id=1 -> s m [r] | q [w]
      start one id=2 -> [r] | [w] | s m [r] | q [w]
      4:complete w id=2 -> [r] | [w] | r [t] | w v .
      2:complete w id=1 -> r [t] | w v . | [t] | .`,
  },
];
