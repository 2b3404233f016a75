import type { Row } from '../row.ts';

export const compensationHandlers: readonly Row[] = [
  {
    rules: 'CMP-11',
    says: 'a boundary handler sees present data, and beneath them the locals of then',
    drawing: `s start
      a user in.local="\\"then\\""
      ua task undoes out.saw="local + now"
      ca boundary on=a compensate handler=ua
      k throw compensate
      s > a > k`,
    play: `start now="old" -> s [a]
      set now="new" -> [a]
      complete a -> a ua k .
      expect saw="thennew" -> .`,
  },
  {
    rules: 'CMP-12 CMP-14',
    says: 'an event sub-process handler sees the sub-process as it completed, and its inner activities',
    drawing: `s start
      u sub in.x=1 {
        i start
        a user
        ua task undoes out.undone=x
        ca boundary on=a compensate handler=ua
        i > a
        h esp {
          q start compensate
          l throw compensate=a
          r script feel=x+1 result=outside
          q > l > r
        }
      }
      k throw compensate
      t user
      s > u > k > t`,
    play: `start outside=0 -> s i [u a]
      set-in u x=5 -> [u a]
      complete a -> a u q ua l r h u k [t]
      expect outside=6 undone=5 -> [t]`,
  },
  {
    rules: 'CMP-15',
    says: 'boundary and event sub-process handler together: the boundary one runs',
    drawing: `s start
      u sub {
        i start
        a task
        i > a
        h esp {
          q start compensate
          r user
          q > r
        }
      }
      uu user undoes
      cu boundary on=u compensate handler=uu
      k throw compensate
      s > u > k`,
    play: `start -> s i a u [k uu]
      complete uu -> uu k .`,
  },
  {
    rules: 'CMP-16',
    says: 'handlers are tasks, sub-processes and calls, also multi-instance',
    drawing: `s start
      a task
      b task
      ua sub undoes {
        i start
        x user
        i > x
      }
      ub user undoes each=[1,2]
      ca boundary on=a compensate handler=ua
      cb boundary on=b compensate handler=ub
      k throw compensate
      s > a > b > k`,
    play: `start -> s a b [k ub ub ub]
      complete ub -> ub [k ub ub]
      complete ub -> ub ub i [k ua x]
      complete x -> x ua k .`,
  },
  {
    rules: 'CMP-17',
    says: "a handler's error is thrown by the throw event; the remaining handlers are not run",
    drawing: `s start
      u sub {
        i start
        a user
        b user
        ua service undoes
        ub service undoes
        ca boundary on=a compensate handler=ua
        cb boundary on=b compensate handler=ub
        k throw compensate
        i > a > b > k
      }
      q boundary on=u error=E
      t user
      s > u
      q > t`,
    play: `start -> s i [u a]
      complete a -> a [u b]
      complete b -> b [u k ub]
      error ub E -> ~ub ~k ~u q [t]`,
  },
  {
    rules: 'CMP-18',
    says: 'terminating the throw terminates running handlers; records not yet taken stay',
    drawing: `s start
      a user
      b user
      ua user undoes
      ub user undoes
      ca boundary on=a compensate handler=ua
      cb boundary on=b compensate handler=ub
      k throw compensate
      l throw compensate
      f and
      w user
      s > a > b > f > k
      f > w > l`,
    play: `start -> s [a]
      complete a -> a [b]
      complete b -> b f [k w ub]
      kill k -> ~ub ~k [w]
      complete w -> w [l ua]
      complete ua -> ua l .`,
  },
  {
    rules: 'CMP-20',
    says: 'after cancel of a transaction no record is left',
    drawing: `s start
      x tx {
        i start
        a task
        ua user undoes
        ca boundary on=a compensate handler=ua
        y end cancel
        i > a > y
      }
      q boundary on=x cancel
      k throw compensate
      t user
      s > x
      q > k > t`,
    play: `start -> s i a ~y [x ua]
      complete ua -> ua ~x q k [t]`,
  },
  {
    rules: 'CMP-22',
    says: "a handler's completion leaves no record",
    drawing: `s start
      a task
      ua sub undoes {
        i start
        x task
        v user undoes
        cx boundary on=x compensate handler=v
        i > x
      }
      ca boundary on=a compensate handler=ua
      k throw compensate
      l throw compensate
      t user
      s > a > k > l > t`,
    play: `start -> s a i x ua k l [t]`,
  },
  {
    rules: 'CMP-23',
    says: 'a boundary branch is undone before its host, even if the host completed later',
    drawing: `s start
      a user
      b user
      n boundary on=a signal=S beside
      ua user undoes
      ub user undoes
      ca boundary on=a compensate handler=ua
      cb boundary on=b compensate handler=ub
      k throw compensate
      s > a > k
      n > b`,
    play: `start -> s [a]
      signal S -> n [a b]
      complete b -> b [a]
      complete a -> a [k ub]
      complete ub -> ub [k ua]
      complete ua -> ua k .`,
  },
];
