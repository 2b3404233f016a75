import { arrangeLevel } from './arrange-level.ts';
import type { Drawing, Level, LevelEdge, LevelLane, LevelNode } from './level.ts';
import { idOf, list, type Moddle, reference, text } from './moddle.ts';
import { SHAPE_FONT, wrapText } from './text-size.ts';

const EVENT = 36;
const GATEWAY = 50;
const TASK_HEIGHT = 80;
/** All tasks of a surface have the narrowest of these widths in which every name takes two lines. */
const TASK_WIDTHS = [110, 120, 130, 140] as const;
const TASK_TEXT_PADDING = 12;
const INNER_TITLE = 22;
const INNER_PADDING = 24;

const EVENTS = new Set([
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
]);

/** What a process, or the inside of a sub-process, has to be drawn with. */
export function readLevel(container: Moddle): Level {
  const lanes = leafLanes(container);
  const laneOf = new Map(
    lanes.flatMap((lane, index) => list(lane, 'flowNodeRef').map((node) => [idOf(node), index] as const)),
  );
  const nodes: LevelNode[] = [];
  const shelf: LevelNode[] = [];
  const edges: LevelEdge[] = [];
  const elements = list(container, 'flowElements');
  const taskWidth = taskWidthFor(elements);
  for (const element of elements) {
    if (element.$type === 'bpmn:SequenceFlow') {
      const edge = readEdge(element);
      if (edge !== undefined) edges.push(edge);
    } else if (isNode(element)) {
      const node = readNode(element, laneOf.get(idOf(element)) ?? 0, taskWidth);
      (element.get('triggeredByEvent') === true ? shelf : nodes).push(node);
    }
  }
  const names: LevelLane[] = lanes.map((lane) => ({ id: idOf(lane), name: text(lane, 'name') }));
  return {
    lanes: names.length === 0 ? [{ id: '', name: '' }] : names,
    nodes: hostLanes(nodes),
    edges,
    shelf,
  };
}

/** Lanes that hold nodes themselves, from top to bottom. */
export function leafLanes(container: Moddle): readonly Moddle[] {
  const leaves = (laneSet: Moddle): Moddle[] =>
    list(laneSet, 'lanes').flatMap((lane) => {
      const inner = reference(lane, 'childLaneSet');
      return inner === undefined ? [lane] : leaves(inner);
    });
  return list(container, 'laneSets').flatMap(leaves);
}

function isNode(element: Moddle): boolean {
  return Array.isArray(element.get('incoming'));
}

/** An event on a border is drawn in the lane of its host, whatever the lanes say. */
function hostLanes(nodes: readonly LevelNode[]): LevelNode[] {
  const laneOf = new Map(nodes.map(({ id, lane }) => [id, lane]));
  return nodes.map((node) =>
    node.host === undefined ? node : { ...node, lane: laneOf.get(node.host) ?? node.lane },
  );
}

function readEdge(element: Moddle): LevelEdge | undefined {
  const from = reference(element, 'sourceRef');
  const to = reference(element, 'targetRef');
  if (from === undefined || to === undefined) return undefined;
  return {
    id: idOf(element),
    from: idOf(from),
    to: idOf(to),
    label: text(element, 'name'),
    isDefault: reference(from, 'default') === element,
  };
}

function taskWidthFor(elements: readonly Moddle[]): number {
  const names = elements
    .filter((element) => isNode(element) && !EVENTS.has(element.$type) && !element.$type.endsWith('Gateway'))
    .filter((element) => list(element, 'flowElements').length === 0)
    .map((element) => text(element, 'name'));
  const fits = (width: number): boolean =>
    names.every((name) => wrapText(name, width - TASK_TEXT_PADDING, SHAPE_FONT).lines <= 2);
  return TASK_WIDTHS.find(fits) ?? 140;
}

function readNode(element: Moddle, lane: number, taskWidth: number): LevelNode {
  const id = idOf(element);
  const host = reference(element, 'attachedToRef');
  const common = { id, lane, host: host === undefined ? undefined : idOf(host), inner: undefined };
  if (EVENTS.has(element.$type)) {
    return { ...common, kind: 'event', width: EVENT, height: EVENT, label: text(element, 'name') };
  }
  if (element.$type.endsWith('Gateway')) {
    return { ...common, kind: 'gateway', width: GATEWAY, height: GATEWAY, label: text(element, 'name') };
  }
  if (list(element, 'flowElements').length > 0) {
    const inner = innerDrawing(element);
    return { ...common, kind: 'activity', width: inner.width, height: inner.height, label: '', inner };
  }
  return { ...common, kind: 'activity', width: taskWidth, height: TASK_HEIGHT, label: '' };
}

function innerDrawing(element: Moddle): Drawing {
  const level = readLevel(element);
  const drawing = arrangeLevel(level, { outside: [], lanePadding: INNER_PADDING });
  const whole = withInner(level, { ...drawing, lanes: new Map(), height: drawing.height + INNER_TITLE });
  return moveDrawing(whole, 0, INNER_TITLE);
}

/** A drawn level with what its sub-processes show inside, at any depth. */
export function withInner({ nodes, shelf }: Level, drawing: Drawing): Drawing {
  const shapes = new Map(drawing.shapes);
  const labels = new Map(drawing.labels);
  const edges = new Map(drawing.edges);
  for (const { id, inner } of [...nodes, ...shelf]) {
    const bounds = drawing.shapes.get(id);
    if (inner === undefined || bounds === undefined) continue;
    const moved = moveDrawing(inner, bounds.x, bounds.y);
    for (const [key, value] of moved.shapes) shapes.set(key, value);
    for (const [key, value] of moved.edges) edges.set(key, value);
    for (const [key, value] of moved.labels) labels.set(key, value);
  }
  return { ...drawing, shapes, labels, edges };
}

/** The same drawing elsewhere. */
export function moveDrawing(drawing: Drawing, dx: number, dy: number): Drawing {
  const move = <Value extends { readonly x: number; readonly y: number }>(value: Value): Value => ({
    ...value,
    x: value.x + dx,
    y: value.y + dy,
  });
  const moveAll = <Value extends { readonly x: number; readonly y: number }>(
    values: ReadonlyMap<string, Value>,
  ): Map<string, Value> => new Map([...values].map(([id, value]) => [id, move(value)]));
  return {
    width: drawing.width,
    height: drawing.height,
    shapes: moveAll(drawing.shapes),
    lanes: moveAll(drawing.lanes),
    labels: moveAll(drawing.labels),
    edges: new Map([...drawing.edges].map(([id, points]) => [id, points.map(move)])),
  };
}
