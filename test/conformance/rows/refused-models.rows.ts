import type { Row } from '../row.ts';

const XML = '<?xml version="1.0"?>';
const MODEL = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const ZEEBE = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
const file = (content: string): string =>
  `${XML}<definitions ${MODEL} ${ZEEBE} id="definitions" targetNamespace="t">${content}</definitions>`;
const process = (content: string): string =>
  file(`<process id="main" isExecutable="true">${content}</process>`);

/** Models that are refused, and models that are doubtful. */

export const refusedModels: readonly Row[] = [
  { rules: 'DEP-1', says: 'not well-formed', drawing: `${XML}<definitions><process>`, problems: ['DEP-1'] },
  { rules: 'DEP-1', says: 'not BPMN', drawing: `${XML}<html/>`, problems: ['DEP-1'] },
  {
    rules: 'DEP-1',
    says: 'duplicate ids',
    drawing: process('<task id="a"/><task id="a"/>'),
    problems: ['DEP-1 a'],
  },
  {
    rules: 'DEP-1 DEP-4',
    says: 'dangling references',
    drawing: process('<task id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="nowhere"/>'),
    problems: ['DEP-1 f', 'DEP-4 f'],
  },
  {
    rules: 'DEP-2',
    says: 'an import of another file',
    drawing: file(
      '<import namespace="x" location="other.xsd" importType="y"/><process id="main" isExecutable="true"><task id="a"/></process>',
    ),
    problems: ['DEP-2'],
  },
  {
    rules: 'DEP-3',
    says: 'no process in the file',
    drawing: file('<message id="m" name="m"/>'),
    problems: ['DEP-3'],
  },
  {
    rules: 'DEP-4',
    says: 'a flow that crosses a scope',
    drawing: process(
      '<task id="a"/><subProcess id="u"><task id="b"/></subProcess><sequenceFlow id="f" sourceRef="a" targetRef="b"/>',
    ),
    problems: ['DEP-4 f'],
  },
  {
    rules: 'DEP-4',
    says: 'a flow between what are no flow nodes',
    drawing: process('<task id="a"/><sequenceFlow id="f" sourceRef="main" targetRef="main"/>'),
    problems: ['DEP-4 f'],
  },
  {
    rules: 'DEP-5',
    says: 'flows into a start, out of an end, at an event sub-process',
    drawing: `a task
      s start
      e end
      h esp {
        q start signal=S
      }
      a > s
      e > a
      a > h`,
    problems: ['DEP-5 s', 'DEP-5 e', 'DEP-5 h'],
  },
  {
    rules: 'DEP-6',
    says: 'a default flow that does not leave its node',
    drawing: process(
      '<task id="a" default="f"/><task id="b"/><task id="c"/><sequenceFlow id="f" sourceRef="b" targetRef="c"/>',
    ),
    problems: ['DEP-6 a'],
  },
  {
    rules: 'DEP-7',
    says: 'a condition on flows from parallel and event gateways and from events',
    drawing: `s start
      g and
      a task
      s > g : x
      g > a : y`,
    problems: ['DEP-7 s-g', 'DEP-7 g-a'],
  },
  {
    rules: 'DEP-8',
    says: 'an expression that does not parse',
    drawing: `g xor
      a task
      g > a : 1 +`,
    problems: ['DEP-8 g-a'],
  },
  {
    rules: 'DEP-9',
    says: 'a cycle of pass-through elements only; a script makes it legal',
    drawing: `s start
      x xor
      a task
      e end
      s > x > a > x
      x > e : y`,
    problems: ['DEP-9 a'],
  },
  {
    rules: 'DEP-10',
    says: 'a process started by an error',
    drawing: `s start error=E
      a task
      s > a`,
    problems: ['DEP-10 s'],
  },
  {
    rules: 'DEP-11',
    says: 'a sub-process with a triggered start',
    drawing: `u sub {
        s start signal=S
        a task
        s > a
      }`,
    problems: ['DEP-11 u'],
  },
  {
    rules: 'DEP-12',
    says: 'an event sub-process without exactly one triggered start',
    drawing: `a task
      h esp {
        s start
        b task
        s > b
      }`,
    problems: ['DEP-12 h'],
  },
  {
    rules: 'DEP-13',
    says: 'a boundary event unattached, untriggered or without outgoing flow',
    drawing: `a user
      b boundary on=a
      c boundary on=a signal=S
      e end
      b > e`,
    problems: ['DEP-13 b', 'DEP-13 c'],
  },
  {
    rules: 'DEP-14',
    says: 'cancel outside a transaction',
    drawing: `s start
      e end cancel
      s > e`,
    problems: ['DEP-14 e'],
  },
  {
    rules: 'DEP-15',
    says: 'a trigger where the standard forbids it',
    drawing: `s start
      t throw timer=PT1H
      e end
      s > t > e`,
    problems: ['DEP-15 t'],
  },
  {
    rules: 'DEP-16',
    says: 'a missing message, signal or code',
    drawing: process(
      '<intermediateCatchEvent id="c"><messageEventDefinition/></intermediateCatchEvent><intermediateThrowEvent id="q"><signalEventDefinition/></intermediateThrowEvent><endEvent id="e"><errorEventDefinition/></endEvent>',
    ),
    problems: ['DEP-16 c', 'DEP-16 q', 'DEP-16 e'],
  },
  {
    rules: 'DEP-17',
    says: 'a timer without exactly one date, duration or cycle',
    drawing: process('<intermediateCatchEvent id="c"><timerEventDefinition/></intermediateCatchEvent>'),
    problems: ['DEP-17 c'],
  },
  {
    rules: 'DEP-18',
    says: 'an event gateway with wrong targets',
    drawing: `s start
      g event
      a task
      c catch signal=S
      s > g > a
      g > c`,
    problems: ['DEP-18 a'],
  },
  {
    rules: 'DEP-19 GW-EVB-7',
    says: 'an instantiating gateway with incoming flow; a parallel one that does not instantiate',
    drawing: `s start
      g event instantiate
      h event gateway=Parallel
      c catch signal=S
      d catch signal=T
      i catch signal=U
      j catch signal=V
      s > g > c
      g > d
      s > h > i
      h > j`,
    problems: ['DEP-19 g', 'DEP-19 h'],
  },
  {
    rules: 'DEP-20',
    says: 'a link throw without catch, and two catches of one name',
    drawing: `a task
      o throw link=L
      i catch link=K
      j catch link=K
      b task
      a > o
      i > b
      j > b`,
    problems: ['DEP-20 o', 'DEP-20 j'],
  },
  {
    rules: 'DEP-21',
    says: 'a standard loop without condition and without maximum',
    drawing: process('<task id="a"><standardLoopCharacteristics/></task>'),
    problems: ['DEP-21 a'],
  },
  {
    rules: 'DEP-22',
    says: 'multi-instance without cardinality and without collection',
    drawing: process('<task id="a"><multiInstanceLoopCharacteristics/></task>'),
    problems: ['DEP-22 a'],
  },
  {
    rules: 'DEP-23',
    says: 'quantities out of range',
    drawing: 'a task startQuantity=0',
    problems: ['DEP-23 a'],
  },
  {
    rules: 'DEP-24',
    says: 'ad-hoc without activity, or with start events',
    drawing: `u adhoc {
      }
      v adhoc {
        s start
        a task
        s > a
      }`,
    problems: ['DEP-24 u', 'DEP-24 v'],
  },
  {
    rules: 'DEP-25',
    says: 'a compensation handler with flows or without association',
    drawing: `a task undoes
      b task
      a > b`,
    problems: ['DEP-25 a'],
  },
  {
    rules: 'DEP-26',
    says: 'activityRef to an activity without handler',
    drawing: `s start
      a task
      k throw compensate=a
      s > a > k`,
    problems: ['DEP-26 k'],
  },
  {
    rules: 'DEP-27',
    says: 'a complex join without activationCondition',
    drawing: `a task
      b task
      k complex
      t task
      a > k > t
      b > k`,
    problems: ['DEP-27 k'],
  },
  { rules: 'DEP-28', says: 'a call without called element', drawing: 'c call', problems: ['DEP-28 c'] },
  {
    rules: 'DEP-29',
    says: 'two equal triggers on one activity',
    drawing: `a user
      b boundary on=a signal=S
      c boundary on=a signal=S beside
      e end
      b > e
      c > e`,
    problems: ['DEP-29 c'],
  },
  {
    rules: 'DEP-31',
    says: 'nesting beyond the limit, stated in the error',
    drawing: process(
      `${Array.from({ length: 70 }, (_, n) => `<subProcess id="u${n}">`).join('')}<task id="a"/>${'</subProcess>'.repeat(70)}`,
    ),
    problems: ['DEP-31 u49'],
  },
];
