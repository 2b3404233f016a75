import type { Row } from '../row.ts';

/** Further cases of what engines most often get wrong. */
export const furtherCases: readonly Row[] = [
  ...[1, 2, 3, 4].map((maxSteps) => ({
    rules: 'TURN-11 END-1',
    says: `an instance ends in the turn that is full with ${maxSteps} steps, and leaves none for a further one`,
    drawing: `a task
      b task
      c task`,
    play: 'start -> a b c .',
    options: { maxSteps },
  })),
  {
    rules: 'GW-INC-9 GW-INC-7',
    says: 'a join in a loop waits for the branch that is still out, in every round anew',
    drawing: `s start
      f or
      a user
      b user
      j or
      g xor
      t user
      s > f
      f > a : true
      f > b : both
      a > j
      b > j
      j > g
      g > f : again
      g > t : default`,
    play: `start both=true again=true -> s f [a b]
      complete a -> a [b]
      complete b both=false -> b j g f [a]
      complete a again=false -> a j g [t]`,
  },
  {
    rules: 'GW-INC-9 GW-INC-3',
    says: 'a token that can come back only through the join itself does not hold it',
    drawing: `s start
      f and
      a user
      j or
      b user
      g xor
      e end
      s > f
      f > a > j
      f > j
      j > b > g
      g > a : x
      g > e : default`,
    play: `start x=false -> s f [a]
      complete a -> a j [b]
      complete b x=true -> b g [a]
      complete a -> a j [b]
      complete b x=false -> b g e .`,
  },
  {
    rules: 'GW-INC-8',
    says: 'a join inside a sub-process does not look out of it; one outside waits for the sub-process',
    drawing: `s start
      f and
      u sub {
        i start
        g and
        a user
        b user
        k or
        c user
        i > g
        g > a > k
        g > b > k
        k > c
      }
      o user
      j or
      t user
      s > f
      f > u > j
      f > o > j > t`,
    play: `start -> s f i g [u o a b]
      complete a -> a [u o b]
      complete o -> o [u b]
      complete b -> b k [u c]
      complete c -> c u j [t]`,
  },
  {
    rules: 'GW-INC-8 GW-INC-7',
    says: 'the end of a sub-process by its boundary releases a join that waited for it',
    drawing: `s start
      f and
      u sub {
        i start
        a user
        i > a
      }
      late boundary on=u signal=S
      away user
      o user
      j or
      t user
      s > f
      f > u > j
      f > o > j > t
      late > away`,
    play: `start -> s f i [u o a]
      complete o -> o [u a]
      signal S -> ~a ~u late j [away t]`,
  },
  {
    rules: 'GW-INC-8',
    says: 'a waiting event gateway holds the join as long as one of its events leads there',
    drawing: `s start
      f and
      a user
      g event
      m catch message=m/k
      n catch message=n/k
      j or
      t user
      o user
      s > f
      f > a > j
      f > g
      g > m > j
      g > n > o
      j > t`,
    play: `start k=1 -> s f [a g]
      complete a -> a [g]
      message n 1 -> g n j [o t]
      start k=2 -> [o t] | s f [a g]
      2:complete a -> [o t] | a [g]
      message m 2 -> [o t] | g m j [t]`,
  },
  {
    rules: 'TURN-4',
    says: 'a signal whose catcher interrupts the scope of the throw ends the thrower, which does not go on',
    drawing: `s start
      u sub {
        i start
        x throw signal=S
        n user
        i > x > n
      }
      b boundary on=u signal=S
      t user
      s > u
      b > t`,
    play: `start -> s i ~x ~u b [t]`,
  },
  {
    rules: 'TURN-4',
    says: 'an escalation that an interrupting event sub-process catches ends the thrower; beside, it goes on after it',
    drawing: `s start
      x throw escalation=E
      n user
      s > x > n
      h esp {
        q start escalation=E
        r user
        q > r
      }`,
    play: `start -> s ~x q [h r]
      complete r -> r h .`,
  },
  {
    rules: 'TURN-4 ESC-4',
    says: 'a non-interrupting catcher has been started before the thrower goes on',
    drawing: `s start
      x throw escalation=E
      n task
      s > x > n
      h esp {
        q start escalation=E beside
        p task
        r user
        q > p > r
      }`,
    play: `start -> s x q n p [h r]
      complete r -> r h .`,
  },
  {
    rules: 'TURN-3',
    says: 'a message of one branch reaches the receive task that another branch enters in the same turn',
    drawing: `s start
      f and
      m throw message=m
      a task
      b task
      r receive message=m/key
      t user
      s > f > m
      f > a > b > r > t`,
    play: `start key="" -> s f m a b r [t]`,
  },
  {
    rules: 'TURN-5 TURN-3',
    says: 'two signals of one turn are delivered in their order, each with what it sets going',
    drawing: `s start
      f and
      x throw signal=X
      y throw signal=Y
      q catch signal=X
      r catch signal=Y
      t user
      s > f > x
      f > y
      f > q > r > t`,
    play: `start -> s f q x r y [t]`,
  },
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
