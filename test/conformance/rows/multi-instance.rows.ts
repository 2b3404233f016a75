import type { Row } from '../row.ts';

export const multiInstance: readonly Row[] = [
  {
    rules: 'MI-1 MI-5 MI-7',
    says: 'the body holds the instances, all created in order, each with its locals before its input mappings',
    drawing: `s start
      a user each=[10,20] as=item in.sum=loopCounter+item out.last=sum
      t user
      s > a > t`,
    play: `start -> s [a a a]
      complete a -> a [a a]
      expect last=11 item=null -> [a a]
      complete a -> a a [t]
      expect last=22 -> [t]`,
  },
  {
    rules: 'MI-2 MI-3',
    says: 'by number or collection; no integer and no list are incidents',
    drawing: `s start
      a user number=n
      b user each=list
      s > a > b`,
    play: `start n=2 list=null -> s [a a a]
      complete a -> a [a a]
      complete a -> a a !b EXTRACT_VALUE_ERROR [b]
      set list=[1] -> [b]
      resolve b -> [b b]
      start n=-1 -> [b b] | s !a EXTRACT_VALUE_ERROR [a]
      start n=1.5 -> [b b] | [a] | s !a EXTRACT_VALUE_ERROR [a]`,
  },
  {
    rules: 'MI-4',
    says: 'zero instances: the body completes at once, with an empty collection',
    drawing: `s start
      a user each=[] gathers=all gives=x
      t user
      s > a > t`,
    play: `start -> s a [t]
      expect all=[] -> [t]`,
  },
  {
    rules: 'MI-6',
    says: 'sequential: the next after the last has completed',
    drawing: `s start
      a user each=["x","y"] as=item sequential out.last=item
      t user
      s > a > t`,
    play: `start -> s [a a]
      complete a -> a [a a]
      expect last="x" -> [a a]
      complete a -> a a [t]
      expect last="y" -> [t]`,
  },
  {
    rules: 'MI-8 MI-9',
    says: "results are kept at the input's index and leave when the body completes; places never filled are null",
    drawing: `s start
      a user each=[1,2,3] as=item gathers=all gives=result until="numberOfCompletedInstances = 2"
      t user
      s > a > t`,
    play: `start -> s [a a a a]
      nth 3 a result=3 -> a [a a a]
      expect all=null result=null -> [a a a]
      nth 1 a result=1 -> a ~a a [t]
      expect all=[1,null,3] -> [t]`,
  },
  {
    rules: 'MI-10',
    says: 'the completion condition ends the rest; none further is created',
    drawing: `s start
      a user each=[1,2,3] until=enough sequential
      t user
      s > a > t`,
    play: `start enough=false -> s [a a]
      complete a enough=true -> a a [t]`,
  },
  {
    rules: 'MI-11',
    says: 'a condition that is not boolean is an incident at the completing instance',
    drawing: `s start
      a user each=[1,2] until=enough
      t user
      s > a > t`,
    play: `start -> s [a a a]
      complete a -> !a EXTRACT_VALUE_ERROR [a a a]
      set enough=true -> [a a a]
      resolve a -> a ~a a [t]`,
  },
  {
    rules: 'MI-12 MI-13',
    says: 'the numbers of instances are readable, in the condition and on the body; sequential: those created so far',
    drawing: `s start
      a user each=[1,2,3] until="numberOfInstances = 3 and numberOfActiveInstances = 1 and numberOfCompletedInstances = 2 and numberOfTerminatedInstances = 0"
      b user each=[1,2,3] sequential until="numberOfInstances = 2"
      t user
      s > a > b > t`,
    play: `start -> s [a a a a]
      complete a -> a [a a a]
      complete a -> a ~a a [b b]
      complete b -> b [b b]
      complete b -> b b [t]`,
  },
  {
    rules: 'MI-14 MI-15 MI-18',
    says: 'behavior None throws at each completion, to the boundary of the body; All throws nothing',
    drawing: `s start
      a user each=[1,2] behavior=None
      b boundary on=a signal beside out.done=numberOfCompletedInstances
      t user
      c user each=[1]
      d boundary on=c signal beside
      s > a > c
      b > t
      d > t`,
    play: `start -> s [a a a]
      complete a -> a b [a a t]
      expect done=1 -> [a a t]
      complete a -> a b a [t t c c]
      expect done=2 -> [t t c c]
      complete c -> c c [t t]`,
  },
  {
    rules: 'MI-16',
    says: 'behavior One throws at the first completion only',
    drawing: `s start
      a user each=[1,2] behavior=One throws=S
      b boundary on=a signal=S beside
      t user
      s > a
      b > t`,
    play: `start -> s [a a a]
      complete a -> a b [a a t]
      complete a -> a a [t]`,
  },
  {
    rules: 'MI-17',
    says: 'behavior Complex: each true condition throws its event',
    drawing: `s start
      a user each=[1,2] behavior=Complex throws=S throwsWhen="numberOfCompletedInstances = 2"
      b boundary on=a signal=S beside
      t user
      s > a
      b > t`,
    play: `start -> s [a a a]
      complete a -> a [a a]
      complete a -> a b a [t]`,
  },
  {
    rules: 'MI-19',
    says: 'an interrupting boundary ends all instances; another leaves them',
    drawing: `s start
      a user each=[1,2]
      b boundary on=a signal=S beside
      c boundary on=a signal=T
      x user
      y user
      s > a
      b > x
      c > y`,
    play: `start -> s [a a a]
      signal S -> b [a a a x]
      signal T -> ~a ~a ~a c [x y]`,
  },
  {
    rules: 'MI-20',
    says: 'an error in one instance is caught for all',
    drawing: `s start
      a service each=[1,2]
      b boundary on=a error=E
      t user
      s > a
      b > t`,
    play: `start -> s [a a a]
      error a E -> ~a ~a ~a b [t]`,
  },
  {
    rules: 'MI-21',
    says: 'a handler on the boundary runs once for the body, only if it completed',
    drawing: `s start
      a user each=[1,2]
      u user undoes
      c boundary on=a compensate handler=u
      k throw compensate
      s > a > k`,
    play: `start -> s [a a a]
      complete a -> a [a a]
      complete a -> a a [k u]
      complete u -> u k .`,
  },
  {
    rules: 'MI-22',
    says: 'handlers inside run per completed instance, latest completed first',
    drawing: `s start
      u sub each=[1,2] as=n {
        i start
        a user
        i > a
        h esp {
          q start compensate
          r user out.undone=n
          q > r
        }
      }
      k throw compensate
      t user
      s > u > k > t`,
    play: `start -> s i i [u u u a a]
      nth 2 a -> a u [u u a]
      complete a -> a u u q [k u u h r]
      complete r -> r h u q [k u u h r]
      expect undone=1 -> [k u u h r]
      complete r -> r h u u k [t]
      expect undone=2 -> [t]`,
  },
  {
    rules: 'MI-23',
    says: 'the loop data references of the standard work by name',
    drawing: `s start
      a user data=list,item
      t user
      s > a > t`,
    play: `start list=[7,8] -> s [a a a]
      complete a -> a [a a]
      complete a -> a a [t]`,
  },
];
