import type { Choose } from './choose.ts';
import { elementsIn, type XmlElement } from './xml-tree.ts';

type TreeMutation = (root: XmlElement, choose: Choose) => void;

const TAGS = [
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'task',
  'userTask',
  'serviceTask',
  'scriptTask',
  'receiveTask',
  'sendTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'eventBasedGateway',
  'sequenceFlow',
  'process',
  'collaboration',
  'lane',
  'timerEventDefinition',
  'messageEventDefinition',
  'signalEventDefinition',
  'errorEventDefinition',
  'escalationEventDefinition',
  'conditionalEventDefinition',
  'compensateEventDefinition',
  'cancelEventDefinition',
  'terminateEventDefinition',
  'linkEventDefinition',
  'multiInstanceLoopCharacteristics',
  'standardLoopCharacteristics',
  'conditionExpression',
  'extensionElements',
  'unheardOf',
];

/** Attributes that change how an element behaves, with values right and wrong. */
const BEHAVIOR: readonly (readonly [string, readonly string[]])[] = [
  ['isExecutable', ['true', 'false', 'maybe', '']],
  ['triggeredByEvent', ['true', 'false']],
  ['isForCompensation', ['true', 'false']],
  ['cancelActivity', ['true', 'false']],
  ['isInterrupting', ['true', 'false']],
  ['parallelMultiple', ['true', 'false']],
  ['instantiate', ['true', 'false']],
  ['eventGatewayType', ['Parallel', 'Exclusive', 'Sideways']],
  ['startQuantity', ['0', '2', '-1', '1e9', '99999999999999999999', 'x']],
  ['completionQuantity', ['0', '3', '-1', '1000000000', 'NaN']],
  ['isSequential', ['true', 'false']],
  ['testBefore', ['true', 'false']],
  ['loopMaximum', ['0', '1', '1000000000', '-5', 'x']],
  ['behavior', ['None', 'One', 'All', 'Complex', 'Odd']],
  ['ordering', ['Parallel', 'Sequential', 'Odd']],
  ['cancelRemainingInstances', ['true', 'false']],
  ['waitForCompletion', ['true', 'false']],
  ['default', ['nowhere', '']],
  ['id', ['', 'a', 'à b', '__proto__', 'constructor', '#inner', 'x'.repeat(5_000)]],
  ['name', ['', '=name', '\u0000', '&#0;', '&lt;script&gt;', '=1/0', '\u202e', '𝄞']],
  ['retries', ['=1', '-1', 'x', '=null']],
  ['correlationKey', ['=null', '=', '=(']],
  ['processId', ['main', '=main', '=1', '']],
];
const ODD_VALUES = [
  '',
  ' ',
  '0',
  '-1',
  'true',
  'NaN',
  '1e400',
  '=',
  '=(',
  '=null',
  'x'.repeat(70_000),
  '&amp;',
];

/** Any but the root element. */
function anyElement(root: XmlElement, choose: Choose) {
  return choose.one(elementsIn(root).filter(({ parent }) => parent !== root));
}

function replace(parent: XmlElement, old: XmlElement, by: readonly (XmlElement | string)[]): void {
  const at = parent.children.indexOf(old);
  if (at >= 0) parent.children.splice(at, 1, ...by);
}

function renamed(tag: string, local: string): string {
  const prefix = /^[^:]*:/.exec(tag)?.[0] ?? '';
  return `${prefix}${local}`;
}

const copy = (element: XmlElement): XmlElement => structuredClone(element);

/** Ids of a copy that differ from those of the original. */
function withOwnIds(element: XmlElement, suffix: string): XmlElement {
  for (const attribute of element.attributes) if (attribute[0] === 'id') attribute[1] += suffix;
  for (const child of element.children) if (typeof child !== 'string') withOwnIds(child, suffix);
  return element;
}

function withinScopes(root: XmlElement) {
  const scopes = /(^|:)(process|subProcess|transaction|adHocSubProcess)$/;
  return elementsIn(root).filter(({ parent }) => scopes.test(parent.tag));
}

const remove: TreeMutation = (root, choose) => {
  const { element, parent } = anyElement(root, choose);
  replace(parent, element, []);
};
const duplicate: TreeMutation = (root, choose) => {
  const { element, parent } = anyElement(root, choose);
  const other = choose.once(3) ? copy(element) : withOwnIds(copy(element), `_${choose.below(1000)}`);
  replace(parent, element, [element, other]);
};
const move: TreeMutation = (root, choose) => {
  const { element, parent } = anyElement(root, choose);
  const inside = new Set(elementsIn(element).map((one) => one.element));
  const places = elementsIn(root).filter((one) => one.element !== element && !inside.has(one.element));
  if (places.length === 0) return;
  replace(parent, element, []);
  choose.one(places).element.children.push(element);
};
const rename: TreeMutation = (root, choose) => {
  const { element } = anyElement(root, choose);
  element.tag = renamed(element.tag, choose.one(TAGS));
};
/** Puts what a scope holds into a new sub-process of its own, perhaps many deep. */
const wrap: TreeMutation = (root, choose) => {
  const found = withinScopes(root);
  if (found.length === 0) return;
  const { parent } = choose.one(found);
  const tag = renamed(parent.tag, choose.one(['subProcess', 'subProcess', 'transaction', 'adHocSubProcess']));
  const depth = choose.once(8) ? 1 + choose.below(200) : 1;
  for (let level = 0; level < depth; level++) {
    const id = `wrap_${choose.below(1e9)}`;
    parent.children = [{ tag, attributes: [['id', id]], children: parent.children }];
  }
};
const swap: TreeMutation = (root, choose) => {
  const { parent } = anyElement(root, choose);
  parent.children.sort(() => choose.random() - 0.5);
};
/** Many copies of what a scope holds, each with ids of its own. */
const crowd: TreeMutation = (root, choose) => {
  const found = withinScopes(root);
  if (found.length === 0) return;
  const { element, parent } = choose.one(found);
  const many = choose.once(4) ? 120 : 5;
  for (let number = 0; number < many; number++)
    parent.children.push(withOwnIds(copy(element), `_n${number}`));
};
const setBehavior: TreeMutation = (root, choose) => {
  const { element } = anyElement(root, choose);
  const [name, values] = choose.one(BEHAVIOR);
  const value = choose.one(values);
  const known = element.attributes.find(([known]) => known === name);
  if (known) known[1] = value;
  else element.attributes.push([name, value]);
};
/** Refers to another element than before: flows, attachments, references and defaults go astray. */
const redirect: TreeMutation = (root, choose) => {
  const all = elementsIn(root);
  const ids = all.flatMap(({ element }) => element.attributes.filter(([name]) => name === 'id'));
  const references = all.flatMap(({ element }) =>
    element.attributes.filter(([name]) => /Ref$|^default$|calledElement/.test(name)),
  );
  if (ids.length > 0 && references.length > 0) choose.one(references)[1] = choose.one(ids)[1];
};
const oddValue: TreeMutation = (root, choose) => {
  const attributes = elementsIn(root).flatMap(({ element }) => element.attributes);
  if (attributes.length > 0) choose.one(attributes)[1] = choose.one(ODD_VALUES);
};
const dropAttribute: TreeMutation = (root, choose) => {
  const { element } = anyElement(root, choose);
  element.attributes.splice(choose.below(element.attributes.length + 1), 1);
};
const swapValues: TreeMutation = (root, choose) => {
  const attributes = elementsIn(root).flatMap(({ element }) => element.attributes);
  if (attributes.length < 2) return;
  const [one, other] = [choose.one(attributes), choose.one(attributes)];
  [one[1], other[1]] = [other[1], one[1]];
};
/** A flow more between any two nodes. */
const addFlow: TreeMutation = (root, choose) => {
  const found = withinScopes(root).filter(({ element }) =>
    element.attributes.some(([name]) => name === 'id'),
  );
  if (found.length === 0) return;
  const { parent } = choose.one(found);
  const idOf = ({ element }: (typeof found)[number]) =>
    element.attributes.find(([name]) => name === 'id')?.[1] ?? '';
  const attributes: [string, string][] = [
    ['id', `flow_${choose.below(1e9)}`],
    ['sourceRef', idOf(choose.one(found))],
    ['targetRef', idOf(choose.one(found))],
  ];
  parent.children.push({ tag: renamed(parent.tag, 'sequenceFlow'), attributes, children: [] });
};

/** Mutations that keep the file well-formed; those of attributes come more than once, to be drawn more often. */
export const treeMutations: readonly TreeMutation[] = [
  remove,
  remove,
  duplicate,
  move,
  move,
  rename,
  rename,
  wrap,
  swap,
  crowd,
  setBehavior,
  setBehavior,
  setBehavior,
  redirect,
  redirect,
  redirect,
  oddValue,
  dropAttribute,
  dropAttribute,
  swapValues,
  addFlow,
  addFlow,
];
