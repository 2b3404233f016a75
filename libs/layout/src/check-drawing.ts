import {
  type Bounds,
  contains,
  cross,
  grow,
  lengthInside,
  overlapArea,
  type Point,
  type Segment,
  segmentsOf,
  sharedLength,
} from './geometry.ts';
import { list, type Moddle, reference } from './moddle.ts';

export interface DrawingFault {
  readonly kind:
    | 'shapes-overlap'
    | 'flow-through-shape'
    | 'flows-on-one-line'
    | 'label-on-shape'
    | 'label-on-label'
    | 'label-on-flow'
    | 'label-on-border'
    | 'outside-its-lane'
    | 'not-drawn';
  /** Ids of the BPMN elements concerned. */
  readonly elements: readonly string[];
}

export interface DrawingReport {
  readonly faults: readonly DrawingFault[];
  readonly crossings: number;
  readonly bends: number;
  readonly width: number;
  readonly height: number;
}

interface Shape {
  readonly id: string;
  readonly type: string;
  readonly element: Moddle;
  readonly bounds: Bounds;
}

interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly segments: readonly Segment[];
}

interface Label {
  readonly id: string;
  readonly bounds: Bounds;
}

interface Plane {
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
  readonly labels: readonly Label[];
}

const FRAMES = new Set(['bpmn:Participant', 'bpmn:Lane']);

/** Measures the drawing of a diagram: what a reader would stumble over, and how tangled it is. */
export function checkDrawing(definitions: Moddle): DrawingReport {
  const plane = readPlane(definitions);
  const { shapes, edges } = plane;
  const all = shapes.map(({ bounds }) => bounds);
  return {
    faults: [
      ...overlaps(plane),
      ...flowsThroughShapes(plane),
      ...flowsOnOneLine(plane),
      ...labelFaults(plane),
      ...outsideLanes(plane),
      ...notDrawn(definitions, plane),
    ],
    crossings: crossings(edges),
    bends: edges.reduce((sum, { points }) => sum + Math.max(0, points.length - 2), 0),
    width: extent(all, 'x', 'width'),
    height: extent(all, 'y', 'height'),
  };
}

function extent(all: readonly Bounds[], from: 'x' | 'y', size: 'width' | 'height'): number {
  if (all.length === 0) return 0;
  return (
    Math.max(...all.map((bounds) => bounds[from] + bounds[size])) -
    Math.min(...all.map((bounds) => bounds[from]))
  );
}

function readPlane(definitions: Moddle): Plane {
  const plane: { shapes: Shape[]; edges: Edge[]; labels: Label[] } = { shapes: [], edges: [], labels: [] };
  const elements = list(definitions, 'diagrams').flatMap((diagram) => {
    const root = reference(diagram, 'plane');
    return root === undefined ? [] : list(root, 'planeElement');
  });
  for (const drawn of elements) {
    const element = reference(drawn, 'bpmnElement');
    const id = element?.id;
    if (element === undefined || id === undefined) continue;
    const label = reference(drawn, 'label');
    const labelBounds = label === undefined ? undefined : boundsOf(label);
    if (labelBounds !== undefined) plane.labels.push({ id, bounds: labelBounds });
    const bounds = boundsOf(drawn);
    if (bounds !== undefined) plane.shapes.push({ id, type: element.$type, element, bounds });
    const points = list(drawn, 'waypoint').map((point) => ({
      x: Number(point.get('x')),
      y: Number(point.get('y')),
    }));
    if (points.length === 0) continue;
    const end = (side: string): string => reference(element, side)?.id ?? '';
    plane.edges.push({
      id,
      from: end('sourceRef'),
      to: end('targetRef'),
      points,
      segments: segmentsOf(points),
    });
  }
  return plane;
}

function boundsOf(element: Moddle): Bounds | undefined {
  const bounds = reference(element, 'bounds');
  if (bounds === undefined) return undefined;
  return {
    x: Number(bounds.get('x')),
    y: Number(bounds.get('y')),
    width: Number(bounds.get('width')),
    height: Number(bounds.get('height')),
  };
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));
}

/** Shapes may lie inside each other (lanes, sub-processes) or on a border, never half over another. */
function overlaps({ shapes }: Plane): DrawingFault[] {
  return pairs(shapes).flatMap(([one, other]): DrawingFault[] => {
    if (overlapArea(one.bounds, other.bounds) === 0) return [];
    if (isFrame(one, other) || isFrame(other, one) || isAttached(one, other) || isAttached(other, one))
      return [];
    return [{ kind: 'shapes-overlap', elements: [one.id, other.id] }];
  });
}

function isFrame(outer: Shape, inner: Shape): boolean {
  const holds = FRAMES.has(outer.type) || list(outer.element, 'flowElements').length > 0;
  return holds && contains(outer.bounds, inner.bounds);
}

function isAttached(event: Shape, host: Shape): boolean {
  return reference(event.element, 'attachedToRef') === host.element;
}

function flowsThroughShapes({ shapes, edges }: Plane): DrawingFault[] {
  const solid = shapes.filter(({ type, element }) => !FRAMES.has(type) || isEmptyPool(type, element));
  return edges.flatMap((edge) =>
    solid.flatMap((shape): DrawingFault[] => {
      if (list(shape.element, 'flowElements').length > 0 && holdsEdge(shape, edge)) return [];
      const inside = edge.segments.reduce((sum, segment) => sum + lengthInside(segment, shape.bounds), 0);
      // An event on a border of the shape starts its flow half inside.
      const attached = shapes.some(
        (event) => event.id === edge.from && reference(event.element, 'attachedToRef') === shape.element,
      );
      return inside > 0 && !attached ? [{ kind: 'flow-through-shape', elements: [edge.id, shape.id] }] : [];
    }),
  );
}

/** A pool of somebody outside holds nothing: only its own messages touch it. */
function isEmptyPool(type: string, element: Moddle): boolean {
  return type === 'bpmn:Participant' && reference(element, 'processRef') === undefined;
}

function holdsEdge(shape: Shape, edge: Edge): boolean {
  return edge.points.every(({ x, y }) => contains(shape.bounds, { x, y, width: 0, height: 0 }));
}

function flowsOnOneLine({ edges }: Plane): DrawingFault[] {
  return pairs(edges).flatMap(([one, other]): DrawingFault[] => {
    if (one.from === other.from || one.to === other.to) return [];
    const shared = one.segments.some((segment) =>
      other.segments.some((against) => sharedLength(segment, against) > 0),
    );
    return shared ? [{ kind: 'flows-on-one-line', elements: [one.id, other.id] }] : [];
  });
}

function labelFaults({ shapes, edges, labels }: Plane): DrawingFault[] {
  const solid = shapes.filter(
    ({ type, element }) => !FRAMES.has(type) && list(element, 'flowElements').length === 0,
  );
  const onShapes = labels.flatMap((label) =>
    solid.flatMap((shape): DrawingFault[] =>
      // The corners of the box around a diamond are free.
      overlapArea(label.bounds, shape.type.endsWith('Gateway') ? grow(shape.bounds, -8) : shape.bounds) > 0
        ? [{ kind: 'label-on-shape', elements: [label.id, shape.id] }]
        : [],
    ),
  );
  const onLabels = pairs(labels).flatMap(([one, other]): DrawingFault[] =>
    overlapArea(one.bounds, other.bounds) > 0
      ? [{ kind: 'label-on-label', elements: [one.id, other.id] }]
      : [],
  );
  const onFlows = labels.flatMap((label) =>
    edges.flatMap((edge): DrawingFault[] =>
      edge.segments.some((segment) => lengthInside(segment, label.bounds) > 0)
        ? [{ kind: 'label-on-flow', elements: [label.id, edge.id] }]
        : [],
    ),
  );
  const onBorders = labels.flatMap((label) =>
    shapes
      .filter(({ type, bounds }) => FRAMES.has(type) && straddles(label.bounds, bounds))
      .map((frame): DrawingFault => ({ kind: 'label-on-border', elements: [label.id, frame.id] })),
  );
  return [...onShapes, ...onLabels, ...onFlows, ...onBorders];
}

/** Whether a border of a frame runs through a label. */
function straddles(label: Bounds, frame: Bounds): boolean {
  return overlapArea(label, frame) > 0 && !contains(frame, label);
}

function outsideLanes({ shapes }: Plane): DrawingFault[] {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  return shapes
    .filter(({ type }) => type === 'bpmn:Lane')
    .flatMap((lane) =>
      list(lane.element, 'flowNodeRef').flatMap((node): DrawingFault[] => {
        const shape = node.id === undefined ? undefined : byId.get(node.id);
        return shape === undefined || contains(lane.bounds, shape.bounds)
          ? []
          : [{ kind: 'outside-its-lane', elements: [shape.id, lane.id] }];
      }),
    );
}

function notDrawn(definitions: Moddle, { shapes, edges }: Plane): DrawingFault[] {
  const drawn = new Set([...shapes, ...edges].map(({ id }) => id));
  const elements = (container: Moddle): Moddle[] =>
    list(container, 'flowElements').flatMap((element) => [element, ...elements(element)]);
  const expected = list(definitions, 'rootElements').flatMap((root) => [
    ...elements(root),
    ...list(root, 'participants'),
    ...list(root, 'messageFlows'),
  ]);
  return expected.flatMap(({ id }): DrawingFault[] =>
    id === undefined || drawn.has(id) ? [] : [{ kind: 'not-drawn', elements: [id] }],
  );
}

function crossings(edges: readonly Edge[]): number {
  return pairs(edges).reduce(
    (sum, [one, other]) =>
      sum +
      one.segments.reduce(
        (found, segment) => found + other.segments.filter((against) => cross(segment, against)).length,
        0,
      ),
    0,
  );
}
