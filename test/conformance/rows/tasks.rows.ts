import type { Row } from '../row.ts';

export const tasks: readonly Row[] = [
  {
    rules: 'TSK-1',
    says: 'undefined and manual tasks pass through',
    drawing: `s start
      a task
      b manual
      e end
      s > a > b > e`,
    play: `start -> s a b e .`,
  },
  {
    rules: 'TSK-2',
    says: 'a service task makes a job and waits; without a type the id is the type',
    drawing: `s start
      a service type="=kind" retries=2
      s > a`,
    play: `start kind="mail" -> s [a]
      complete a x=1 -> a .
      expect x=1 -> .
      start -> . | s !a EXTRACT_VALUE_ERROR [a]`,
  },
  {
    rules: 'TSK-3',
    says: 'no retries left: an incident; resolving gives the job back',
    drawing: `s start
      a service
      s > a`,
    play: `start -> s [a]
      fail a 1 -> [a]
      fail a 0 -> !a JOB_NO_RETRIES [a]
      resolve a -> [a]
      complete a -> a .`,
  },
  {
    rules: 'TSK-4',
    says: 'a worker throws an error as its task would',
    drawing: `s start
      a service
      b boundary on=a error=E out.why=reason
      e user
      s > a
      b > e`,
    play: `start -> s [a]
      error a E reason="full" -> ~a b [e]
      expect why="full" -> [e]`,
  },
  {
    rules: 'TSK-5',
    says: 'a user task waits; a wrong priority is an incident',
    drawing: `s start
      a user priority="=p" groups="=[\\"po@x\\"]"
      s > a`,
    play: `start p=70 -> s [a]
      start p=101 -> [a] | s !a EXTRACT_VALUE_ERROR [a]`,
  },
  {
    rules: 'TSK-6',
    says: 'its end is one command; the variables go through the output mappings',
    drawing: `s start
      a user out.y=x+1
      s > a`,
    play: `start -> s [a]
      claim a anna -> [a]
      claim a bruno -> #INVALID_STATE
      complete a x=1 -> a .
      expect y=2 -> .
      complete a -> #NOT_FOUND`,
  },
  {
    rules: 'TSK-7',
    says: 'a script in FEEL at once; another language is a job',
    drawing: `s start
      a script feel=x+1 result=y
      b script script="y * 2" language=feel property.resultVariable=z
      c script script="print(1)" language=python
      s > a > b > c`,
    play: `start x=1 -> s a b [c]
      expect y=2 z=4 -> [c]
      complete c -> c .`,
  },
  {
    rules: 'TSK-8',
    says: 'an unknown decision is an incident; without decision it is a job',
    drawing: `s start
      a rule
      b rule decision=d
      s > a > b`,
    play: `start -> s [a]
      complete a -> a !b CALLED_DECISION_ERROR [b]`,
  },
  {
    rules: 'TSK-9 MSG-10',
    says: 'a send task publishes its message; with a type it is a job',
    drawing: `process a {
        s start
        m send message=hello/id in.text="\\"hi\\""
        j send message=hello/id type=mail
        s > m > j
      }
      process b {
        t start message=hello
        u user
        t > u
      }`,
    play: `start a id=1 -> s m [j] | t [u]
      2:expect text="hi" -> [j] | [u]
      complete j -> j . | [u]`,
  },
  {
    rules: 'TSK-10',
    says: 'a receive task waits for one message; boundary events are allowed',
    drawing: `s start
      r receive message=m/k
      b boundary on=r timer=PT1H
      t user
      u user
      s > r > t
      b > u`,
    play: `start k="a" -> s [r]
      message m a -> r [t]
      start k="b" -> [t] | s [r]
      pass 1h -> [t] | ~r b [u]`,
  },
];
