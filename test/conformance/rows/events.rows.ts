import type { Row } from '../row.ts';

export const events: readonly Row[] = [
  {
    rules: 'EV-1 EV-2 EV-9',
    says: 'a message is consumed by its one catcher, a signal by every catcher once; timers and conditions go by clock and data',
    drawing: `s start
      f and
      m catch message=m/k
      n catch message=m/k
      q catch signal=S
      r catch signal=S
      t catch timer=PT1H
      c catch when=x
      s > f > m
      f > n
      f > q
      f > r
      f > t
      f > c`,
    play: `start k=1 x=false -> s f [m n q r t c]
      message m 1 ttl=0 -> m [n q r t c]
      signal S -> q r [n t c]
      pass 1h -> t [n c]
      set x=true -> c [n]
      message m 1 ttl=0 -> n .`,
  },
  {
    rules: 'EV-3 ESC-1 ESC-2',
    says: 'propagation: outwards to the innermost catcher, the first only',
    drawing: `s start
      u sub {
        i start
        w sub {
          j start
          x throw escalation=E
          a user
          j > x > a
        }
        i > w
      }
      b boundary on=u escalation=E beside
      c boundary on=w escalation=OTHER beside
      t user
      v user
      s > u
      b > t`,
    play: `start -> s i j b x [u w t a]`,
  },
  {
    rules: 'EV-5',
    says: 'compensation goes to records of completed activities',
    drawing: `s start
      a task
      h user undoes
      b boundary on=a compensate handler=h
      k throw compensate
      s > a > k`,
    play: `start -> s a [k h]
      complete h -> h k .`,
  },
  {
    rules: 'EV-6 LNK-4 LNK-1',
    says: 'links act inside one scope: the throw goes to the catch of its name, which starts nothing by itself',
    drawing: `a user
      o throw link=L
      i catch link=L
      t user
      a > o
      i > t`,
    play: `start -> [a]
      complete a -> a o i [t]`,
  },
  {
    rules: 'EV-7 MSG-5 MSG-6 SIG-2',
    says: 'what happened before is not caught, buffered messages and true conditions excepted',
    drawing: `s start
      a user
      f and
      q catch signal=S
      m catch message=m/k
      c catch when=x
      s > a > f > q
      f > m
      f > c`,
    play: `start k=1 x=true -> s [a]
      signal S -> [a]
      message m 1 -> [a]
      complete a -> a f c m [q]`,
  },
  {
    rules: 'EV-8',
    says: 'a none throw event passes through',
    drawing: `s start
      n throw
      e end
      s > n > e`,
    play: `start -> s n e .`,
  },
  {
    rules: 'EV-10',
    says: 'without mapping all variables of the event go to the scope; with one only those mapped',
    drawing: `s start
      m catch message=m/k
      n catch message=n/k out.got=x
      t user
      s > m > n > t`,
    play: `start k=1 -> s [m]
      message m 1 a=1 -> m [n]
      expect a=1 -> [n]
      message n 1 x=2 y=3 -> n [t]
      expect got=2 x=null y=null -> [t]`,
  },
  {
    rules: 'EV-11',
    says: 'own and referenced definitions count alike',
    drawing: `s start
      c catch timer=PT1H shares=R
      t user
      s > c > t`,
    play: `start -> s [c]
      signal R -> c [t]
      start -> [t] | s [c]
      pass 1h -> [t] | c [t]`,
  },
  {
    rules: 'BND-1',
    says: 'armed while the activity is active',
    drawing: `s start
      a user
      t user
      b boundary on=t signal=S
      e user
      s > a > t
      b > e`,
    play: `start -> s [a]
      signal S -> [a]
      complete a -> a [t]
      signal S -> ~t b [e]
      signal S -> [e]`,
  },
  {
    rules: 'BND-2 BND-3',
    says: 'interrupting ends the activity; not interrupting lets it go on, any number of times',
    drawing: `s start
      a user
      b boundary on=a signal=S beside
      c boundary on=a signal=T
      x user
      y user
      s > a
      b > x
      c > y`,
    play: `start -> s [a]
      signal S -> b [a x]
      signal S -> b [a x x]
      signal T -> ~a c [x x y]`,
  },
  {
    rules: 'BND-4 TURN-6',
    says: 'several at once: in order of opening; one that interrupts withdraws the others',
    drawing: `s start
      a user
      b boundary on=a signal=S
      c boundary on=a signal=S beside
      x user
      y user
      s > a
      b > x
      c > y`,
    play: `start -> s [a]
      signal S -> ~a b [x]`,
  },
  {
    rules: 'BND-5 ERR-5',
    says: 'errors always interrupt, whatever cancelActivity says; a compensation boundary never fires by itself',
    drawing: `s start
      a service
      h task undoes
      k boundary on=a compensate handler=h
      b boundary on=a error=E beside
      t user
      n user
      s > a > n
      b > t`,
    play: `start -> s [a]
      error a E -> ~a b [t]
      start -> [t] | s [a]
      2:complete a -> [t] | a [n]`,
  },
  {
    rules: 'BND-6',
    says: 'on a sub-process it covers all inside',
    drawing: `s start
      u sub {
        a user
        b user
      }
      q boundary on=u signal=S
      t user
      s > u
      q > t`,
    play: `start -> s [u a b]
      complete a -> a [u b]
      signal S -> ~b ~u q [t]`,
  },
  {
    rules: 'BND-7',
    says: 'completion beats a later event',
    drawing: `s start
      a user
      b boundary on=a message=m/k
      t user
      n user
      s > a > n
      b > t`,
    play: `start k=1 -> s [a]
      complete a -> a [n]
      message m 1 -> [n]`,
  },
  {
    rules: 'BND-8',
    says: 'a branch that does not interrupt outlives the activity',
    drawing: `s start
      a user
      b boundary on=a signal=S beside
      t user
      s > a
      b > t`,
    play: `start -> s [a]
      signal S -> b [a t]
      complete a -> a [t]
      complete t -> t .`,
  },
  {
    rules: 'MUL-1',
    says: 'multiple: any one trigger; the others are withdrawn if it interrupts',
    drawing: `s start
      c catch signal=S message=m/k
      a user
      b boundary on=a signal=T timer=PT1H
      t user
      s > c > a
      b > t`,
    play: `start k=1 -> s [c]
      message m 1 -> c [a]
      signal S -> [a]
      pass 1h -> ~a b [t]`,
  },
  {
    rules: 'MUL-2 MUL-4',
    says: 'parallel multiple: all triggers in any order, their variables merged; afterwards afresh',
    drawing: `s start
      a user
      b boundary on=a signal=S message=m/k all beside
      t user
      s > a
      b > t`,
    play: `start k=1 -> s [a]
      message m 1 x=1 y=1 ttl=0 -> [a]
      message m 1 x=9 ttl=0 -> [a] // it has come already
      signal S y=2 -> b [a t]
      expect x=1 y=2 -> [a t]
      signal S -> [a t]
      message m 1 ttl=0 -> b [a t t]`,
  },
  {
    rules: 'MUL-3 TURN-5 END-9',
    says: 'a throw with several definitions throws all, in document order',
    drawing: `s start
      f and
      a catch signal=A
      b catch signal=B
      x throw signal=B escalation=E signal=A
      t user
      s > f > x > t
      f > a
      f > b`,
    play: `start -> s f b a x [t]`,
  },
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
  {
    rules: 'ERR-1',
    says: 'a task: its own boundary first; an error end: the event sub-processes of its scope',
    drawing: `s start
      a service
      b boundary on=a error=E
      y end error=E
      s > a
      b > y
      h esp {
        q start error=E
        t user
        q > t
      }`,
    play: `start -> s [a]
      error a E -> ~a b ~y q [h t]`,
  },
  {
    rules: 'ERR-2 ERR-3 ERR-4',
    says: 'outwards level by level; exact before catch-all on one level; an inner catch-all beats an outer exact one',
    drawing: `s start
      u sub {
        i start
        w sub {
          j start
          a service
          j > a
        }
        c boundary on=w error
        k boundary on=w error=E
        x user
        y user
        i > w
        c > x
        k > y
      }
      d boundary on=u error=F
      z user
      s > u
      d > z`,
    play: `start -> s i j [u w a]
      error a E -> ~a ~w k [u y]
      start -> [u y] | s i j [u w a]
      2:error a F -> [u y] | ~a ~w c [u x]`,
  },
  {
    rules: 'ERR-6',
    says: 'code and message can be mapped out by the catcher',
    drawing: `s start
      a service
      b boundary on=a error=E out.code=errorCode out.why=reason
      t user
      s > a
      b > t`,
    play: `start -> s [a]
      error a E reason="x" other=1 -> ~a b [t]
      expect code="E" why="x" other=null -> [t]`,
  },
  {
    rules: 'ERR-7 END-6',
    says: 'nobody catches: an incident at the thrower, nothing is terminated',
    drawing: `s start
      f and
      a service
      t user
      s > f > a
      f > t`,
    play: `start -> s f [a t]
      error a E -> !a UNHANDLED_ERROR [a t]
      complete t -> t [a]
      resolve a -> [a]
      complete a -> a .`,
  },
  {
    rules: 'ERR-8',
    says: 'failures of the engine are incidents, never errors to catch',
    drawing: `s start
      a user in.x=assert(y,y=1)
      b boundary on=a error
      t user
      s > a
      b > t`,
    play: `start y=2 -> s !a IO_MAPPING_ERROR [a]`,
  },
  {
    rules: 'ERR-9',
    says: 'the code is fixed or an expression when thrown; null is an incident',
    drawing: `s start
      u sub {
        i start
        y end error="=code"
        i > y
      }
      b boundary on=u error=E
      t user
      s > u
      b > t`,
    play: `start code="E" -> s i ~y ~u b [t]
      start code=null -> [t] | s i !y EXTRACT_VALUE_ERROR [u y]`,
  },
  {
    rules: 'ESC-2 ESC-5',
    says: 'nobody catches: forgotten; an escalation end then ends its token',
    drawing: `s start
      x throw escalation=E
      y end escalation=E
      s > x > y`,
    play: `start -> s x y .`,
  },
  {
    rules: 'ESC-3 TURN-4',
    says: 'an interrupting catcher ends the thrower before it goes on',
    drawing: `s start
      u sub {
        i start
        x throw escalation=E
        never user
        i > x > never
      }
      b boundary on=u escalation=E
      t user
      s > u
      b > t`,
    play: `start -> s i ~x ~u b [t]`,
  },
  {
    rules: 'ESC-4',
    says: 'one that does not interrupt runs; the thrower goes on',
    drawing: `s start
      u sub {
        i start
        x throw escalation=E
        a user
        i > x > a
      }
      b boundary on=u escalation=E beside
      t user
      s > u
      b > t`,
    play: `start -> s i b x [u t a]`,
  },
  {
    rules: 'ESC-6',
    says: 'a user task or job may escalate; it stays active unless it is interrupted',
    drawing: `s start
      a user
      b boundary on=a escalation=E beside
      c boundary on=a escalation=F
      t user
      s > a
      b > t
      c > t`,
    play: `start -> s [a]
      escalate a E -> b [a t]
      escalate a F -> ~a c [t t]`,
  },
  {
    rules: 'TRM-1 TRM-5',
    says: 'terminate ends everything in its scope at once; nothing is compensated',
    drawing: `s start
      u sub {
        i start
        f and
        a user
        k end terminate
        b user
        h user undoes
        c boundary on=a compensate handler=h
        i > f > a > k
        f > b
      }
      t user
      s > u > t`,
    play: `start -> s i f [u a b]
      complete a -> a ~b k u [t]`,
  },
  {
    rules: 'TRM-2',
    says: 'in an event sub-process it ends that only',
    drawing: `s start
      t user
      s > t
      h esp {
        m start signal=S beside
        f and
        a user
        k end terminate
        m > f > a
        f > k
      }`,
    play: `start -> s [t]
      signal S -> m f ~a k h [t]`,
  },
  {
    rules: 'TRM-3',
    says: 'in a multi-instance it ends that instance only, which counts as completed',
    drawing: `s start
      u sub each=[1,2] {
        i start
        f and
        a user
        b user
        k end terminate
        i > f > a > k
        f > b
      }
      t user
      s > u > t`,
    play: `start -> s i i f f [u u u a b a b]
      complete a -> a ~b k u [u u a b]
      complete a -> a ~b k u u [t]`,
  },
  {
    rules: 'TRM-4',
    says: 'in a called process it ends the child only',
    drawing: `process one {
        s start
        c call calls=two
        t user
        s > c > t
      }
      process two {
        i start
        f and
        a user
        b user
        k end terminate
        i > f > a > k
        f > b
      }`,
    play: `start one -> s [c] | i f [a b]
      2:complete a -> c [t] | a ~b k .`,
  },
  {
    rules: 'CAN-1 CAN-2',
    says: 'cancel from deep inside reaches the nearest transaction',
    drawing: `s start
      x tx {
        i start
        u sub {
          j start
          k end cancel
          j > k
        }
        i > u
      }
      b boundary on=x cancel
      t user
      s > x
      b > t`,
    play: `start -> s i j ~k ~u ~x b [t]`,
  },
  {
    rules: 'LNK-2 LNK-3',
    says: 'several throws, one catch per name, only in the same scope',
    drawing: `s start
      f and
      o throw link=L
      p throw link=L
      i catch link=L
      t user
      u sub {
        j start
        q throw link=L
        r catch link=L
        v user
        j > q
        r > v
      }
      s > f > o
      f > p
      f > u
      i > t`,
    play: `start -> s f o p i i j q r [u t t v]`,
  },
];
