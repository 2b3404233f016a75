import type { Row } from '../row.ts';

const XML = '<?xml version="1.0"?>';
const MODEL = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const ZEEBE = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
const file = (content: string): string =>
  `${XML}<definitions ${MODEL} ${ZEEBE} id="definitions" targetNamespace="t">${content}</definitions>`;
const process = (content: string): string =>
  file(`<process id="main" isExecutable="true">${content}</process>`);

/** Models that are refused, and models that are doubtful. */

export const doubtfulModels: readonly Row[] = [
  {
    rules: 'WARN-1',
    says: 'not marked executable',
    drawing: file('<process id="main"><task id="a"/></process>'),
    problems: ['WARN-1 main'],
  },
  { rules: 'WARN-2', says: 'no diagram', drawing: 'a task', problems: ['WARN-2'] },
  {
    rules: 'WARN-3',
    says: 'an exclusive split with several flows without condition',
    drawing: `g xor
      a task
      b task
      g > a
      g > b`,
    problems: ['WARN-3 g'],
  },
  {
    rules: 'WARN-4',
    says: 'a node that can never be reached',
    drawing: `s start
      a task
      b task
      s > a`,
    problems: ['WARN-4 b'],
  },
  {
    rules: 'WARN-5',
    says: 'several none start events',
    drawing: `s start
      r start
      a task
      s > a
      r > a`,
    problems: ['WARN-5 main'],
  },
  {
    rules: 'WARN-6',
    says: 'a condition on a default flow',
    drawing: `g xor
      a task
      b task
      g > a : x
      g > b : default y`,
    problems: ['WARN-6 g-b'],
  },
  {
    rules: 'WARN-7 DAT-8 MSG-13 MSG-14 DAT-7',
    says: 'kept but not executed: IO specifications, data associations, correlation',
    drawing: file(
      '<itemDefinition id="i" structureRef="x"/><process id="main" isExecutable="true"><dataObject id="d"/><task id="a"><ioSpecification id="io"><inputSet id="in"/><outputSet id="out"/></ioSpecification></task></process>',
    ),
    problems: ['WARN-7 a'],
  },
  {
    rules: 'WARN-8',
    says: 'a message flow without matching sender',
    drawing: file(
      '<collaboration id="c"><participant id="p1" processRef="one"/><participant id="p2" processRef="two"/><messageFlow id="mf" sourceRef="a" targetRef="b"/></collaboration><process id="one" isExecutable="true"><task id="a"/></process><process id="two" isExecutable="true"><task id="b"/></process>',
    ),
    problems: ['WARN-8 mf'],
  },
  {
    rules: 'WARN-9',
    says: 'a signal event sub-process that triggers itself',
    drawing: `a user
      h esp {
        q start signal=S beside
        y end signal=S
        q > y
      }`,
    problems: ['WARN-9 h'],
  },
  {
    rules: 'WARN-10',
    says: 'a transaction with cancel end and no cancel boundary',
    drawing: `x tx {
        s start
        e end cancel
        s > e
      }`,
    problems: ['WARN-10 x'],
  },
  {
    rules: 'WARN-11',
    says: 'a parallel join after an exclusive split',
    drawing: `g xor
      a task
      b task
      j and
      g > a : x
      g > b : default
      a > j
      b > j`,
    problems: ['WARN-11 j'],
  },
  {
    rules: 'WARN-12',
    says: 'boundary and event sub-process compensation on one sub-process',
    drawing: `u sub {
        a task
        h esp {
          q start compensate
          b task
          q > b
        }
      }
      v task undoes
      c boundary on=u compensate handler=v`,
    problems: ['WARN-12 u'],
  },
  {
    rules: 'WARN-13',
    says: 'a message catch without correlation key',
    drawing: `s start
      c catch message=m
      s > c`,
    problems: ['WARN-13 c'],
  },
  { rules: 'WARN-14', says: 'a task without implementation', drawing: 'a send', problems: ['WARN-14 a'] },
  {
    rules: 'WARN-15',
    says: 'a compensation event sub-process of a process never runs',
    drawing: `a task
      h esp {
        q start compensate
        b task
        q > b
      }`,
    problems: ['WARN-15 h'],
  },
  {
    rules: 'WARN-16',
    says: 'foreign extensions are preserved',
    drawing: process('<task id="a"><extensionElements><x:y xmlns:x="urn:x"/></extensionElements></task>'),
    problems: ['WARN-16 a'],
  },
  {
    rules: 'WARN-17',
    says: 'cardinality and collection together',
    drawing: 'a user each=[1] number=2',
    problems: ['WARN-17 a'],
  },
  {
    rules: 'WARN-18',
    says: 'receive tasks and message catches after one event gateway',
    drawing: `s start
      g event
      r receive message=m/k
      c catch message=n/k
      s > g > r
      g > c`,
    problems: ['WARN-18 g'],
  },
  {
    rules: 'WARN-19',
    says: 'an error nobody in the file catches',
    drawing: `s start
      e end error=E
      s > e`,
    problems: ['WARN-19 e'],
  },
  {
    rules: 'WARN-20',
    says: 'runs here, refused by Camunda 8: named',
    drawing: `a user max=2`,
    problems: ['WARN-20 a'],
  },
  {
    rules: 'COL-5 COL-6 COL-7',
    says: 'black-box pools, lanes, groups and multiplicity are kept; nothing of them runs',
    drawing: file(
      '<category id="k"><categoryValue id="kv" value="x"/></category><collaboration id="c"><participant id="p1" processRef="main"><participantMultiplicity maximum="3"/></participant><participant id="p2" name="citizen"/><group id="g" categoryValueRef="kv"/></collaboration><process id="main" isExecutable="true"><laneSet id="l"><lane id="l1" name="office"><flowNodeRef>a</flowNodeRef></lane></laneSet><userTask id="a"/><textAnnotation id="t"><text>note</text></textAnnotation></process>',
    ),
    play: `start main -> [a]
      complete a -> a .`,
  },
];
