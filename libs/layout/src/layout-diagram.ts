import { arrangeLevel, type OutsideWire } from './arrange-level.ts';
import type { Bounds, Point } from './geometry.ts';
import type { Drawing } from './level.ts';
import { type Create, idOf, list, type Moddle, reference, text } from './moddle.ts';
import { moveDrawing, readLevel, withInner } from './read-level.ts';
import { type OutsidePool, placeOutside } from './outside-pools.ts';
import { SHAPE_FONT, textWidth } from './text-size.ts';
import { writePlane } from './write-plane.ts';

/** Everything on the plane, in its final place. */
export interface PlaneDrawing {
  readonly shapes: Map<string, Bounds>;
  readonly edges: Map<string, readonly Point[]>;
  readonly labels: Map<string, Bounds>;
}

const LEFT = 160;
const TOP = 80;
const POOL_HEADER = 30;
const LANE_HEADER = 30;
const LANE_PADDING = 30;
const OUTSIDE_HEIGHT = 60;
const OUTSIDE_GAP = 50;
const POOL_GAP = 60;
const TITLE_LINES = 2;
/** Words do not fill their lines. */
const TITLE_SLACK = 70;

/**
 * Draws a diagram: replaces the drawing of `definitions` (parsed by bpmn-moddle, or made) by a new one in lanes,
 * read from left to right. Sequence flows must be among the `incoming` and `outgoing` of what they connect.
 *
 * @param create makes an element of the same object model, as bpmn-moddle's `create`
 */
export function layoutDiagram(definitions: Moddle, create: Create): void {
  const roots = list(definitions, 'rootElements');
  const collaboration = roots.find(({ $type }) => $type === 'bpmn:Collaboration');
  const process = roots.find(({ $type }) => $type === 'bpmn:Process');
  const plane: PlaneDrawing = { shapes: new Map(), edges: new Map(), labels: new Map() };
  if (collaboration !== undefined) drawCollaboration(collaboration, plane);
  else if (process !== undefined) drawPool(process, undefined, LEFT, TOP, [], plane);
  const subject = collaboration ?? process;
  definitions.set('diagrams', subject === undefined ? [] : [writePlane(subject, plane, create)]);
}

interface Party {
  readonly participant: Moddle;
  readonly process: Moddle | undefined;
}

interface Sides {
  readonly above: readonly Party[];
  readonly below: readonly Party[];
}

/**
 * Pools with a process below each other in their order; empty pools above or below the first of them. An empty pool
 * whose messages would run through another changes sides.
 */
function drawCollaboration(collaboration: Moddle, plane: PlaneDrawing): void {
  const parties = list(collaboration, 'participants').map((participant): Party => ({
    participant,
    process: reference(participant, 'processRef'),
  }));
  const first = parties.findIndex(({ process }) => process !== undefined);
  const flows = list(collaboration, 'messageFlows');
  let sides: Sides = {
    above: parties.filter(({ process }, index) => process === undefined && index < first),
    below: parties.filter(({ process }, index) => process === undefined && index > first),
  };
  const changed = new Set<string>();
  for (;;) {
    for (const part of [plane.shapes, plane.edges, plane.labels]) part.clear();
    const crossed = drawParties(parties, sides, flows, plane).find((id) => !changed.has(id));
    if (crossed === undefined) break;
    changed.add(crossed);
    sides = otherSide(sides, crossed);
  }
  for (const flow of flows) finishMessage(flow, plane);
}

function otherSide({ above, below }: Sides, id: string): Sides {
  const isMoved = ({ participant }: Party): boolean => idOf(participant) === id;
  const rest = (parties: readonly Party[]): Party[] => parties.filter((party) => !isMoved(party));
  return {
    above: [...rest(above), ...below.filter(isMoved)],
    below: [...rest(below), ...above.filter(isMoved)],
  };
}

/** Draws all pools; gives the empty ones whose messages run through another. */
function drawParties(
  parties: readonly Party[],
  { above, below }: Sides,
  flows: readonly Moddle[],
  plane: PlaneDrawing,
): readonly string[] {
  let y = TOP + (above.length === 0 ? 0 : OUTSIDE_HEIGHT + OUTSIDE_GAP);
  let right = LEFT;
  const top = y;
  for (const { participant, process } of parties) {
    if (process === undefined) continue;
    const wires = outsideWires(process, flows, above, below);
    const bounds = drawPool(process, participant, LEFT, y, wires, plane);
    y = bounds.y + bounds.height + POOL_GAP;
    right = Math.max(right, bounds.x + bounds.width);
  }
  const bottom = y - POOL_GAP;
  const upper = placeOutside(outsidePools(above, flows, plane), LEFT, right);
  const lower = placeOutside(outsidePools(below, flows, plane), LEFT, right);
  for (const [id, bounds] of upper.shapes)
    plane.shapes.set(id, { ...bounds, y: top - OUTSIDE_GAP - OUTSIDE_HEIGHT - bounds.y });
  for (const [id, bounds] of lower.shapes)
    plane.shapes.set(id, { ...bounds, y: bottom + OUTSIDE_GAP + bounds.y });
  return [...upper.conflicts, ...lower.conflicts];
}

function outsidePools(
  parties: readonly Party[],
  flows: readonly Moddle[],
  plane: PlaneDrawing,
): OutsidePool[] {
  return parties.map(({ participant }) => ({
    id: idOf(participant),
    xs: flows
      .filter((flow) => [reference(flow, 'sourceRef'), reference(flow, 'targetRef')].includes(participant))
      .flatMap((flow) => plane.edges.get(idOf(flow))?.at(-1)?.x ?? []),
  }));
}

function outsideWires(
  process: Moddle,
  flows: readonly Moddle[],
  above: readonly Party[],
  below: readonly Party[],
): OutsideWire[] {
  const own = new Set(list(process, 'flowElements').map(idOf));
  const isOf = (parties: readonly Party[], end: Moddle): boolean =>
    parties.some(({ participant }) => participant === end);
  return flows.flatMap((flow): OutsideWire[] => {
    const ends = [reference(flow, 'sourceRef'), reference(flow, 'targetRef')];
    const node = ends.find((end) => end !== undefined && own.has(idOf(end)));
    const other = ends.find((end) => end !== node);
    if (node === undefined || other === undefined) return [];
    const side = isOf(above, other) ? 'above' : isOf(below, other) ? 'below' : undefined;
    return side === undefined ? [] : [{ id: idOf(flow), node: idOf(node), side }];
  });
}

function drawPool(
  process: Moddle,
  participant: Moddle | undefined,
  x: number,
  y: number,
  outside: readonly OutsideWire[],
  plane: PlaneDrawing,
): Bounds {
  const level = readLevel(process);
  const hasLanes = level.lanes.some(({ id }) => id !== '');
  const header = (participant === undefined ? 0 : POOL_HEADER) + (hasLanes ? LANE_HEADER : 0);
  const arranged = arrangeLevel(level, { outside, lanePadding: LANE_PADDING });
  const drawing = atLeast(arranged, heightForTitle(participant));
  take(moveDrawing(withInner(level, drawing), x + header, y), plane);
  const bounds = { x, y, width: drawing.width + header, height: drawing.height };
  if (participant !== undefined) plane.shapes.set(idOf(participant), bounds);
  for (const [id, lane] of drawing.lanes) {
    if (id === '') continue;
    plane.shapes.set(id, {
      x: x + header - LANE_HEADER,
      y: y + lane.y,
      width: lane.width + LANE_HEADER,
      height: lane.height,
    });
  }
  return bounds;
}

/** Height in which the title of a pool stands on the lines that its header holds. */
function heightForTitle(participant: Moddle | undefined): number {
  const title = participant === undefined ? '' : text(participant, 'name');
  return Math.ceil(textWidth(title, SHAPE_FONT) / TITLE_LINES) + TITLE_SLACK;
}

/** The same drawing in a surface of a least height: the last lane takes what is missing. */
function atLeast(drawing: Drawing, height: number): Drawing {
  const missing = Math.max(0, height - drawing.height);
  const lanes = new Map(drawing.lanes);
  const last = [...lanes].at(-1);
  if (last !== undefined) lanes.set(last[0], { ...last[1], height: last[1].height + missing });
  return { ...drawing, lanes, height: drawing.height + missing };
}

/** Copies a drawing to the plane. */
function take(drawing: Drawing, plane: PlaneDrawing): void {
  for (const [id, bounds] of drawing.shapes) plane.shapes.set(id, bounds);
  for (const [id, points] of drawing.edges) plane.edges.set(id, points);
  for (const [id, bounds] of drawing.labels) plane.labels.set(id, bounds);
}

/** Leads a message on from the border of the pool to the empty pool, in the direction it is sent. */
function finishMessage(flow: Moddle, plane: PlaneDrawing): void {
  const points = plane.edges.get(idOf(flow));
  const source = reference(flow, 'sourceRef');
  const target = reference(flow, 'targetRef');
  const last = points?.at(-1);
  if (points === undefined || last === undefined || source === undefined || target === undefined) return;
  const outside = source.$type === 'bpmn:Participant' ? source : target;
  const bounds = plane.shapes.get(idOf(outside));
  if (bounds === undefined) return;
  const y = bounds.y < last.y ? bounds.y + bounds.height : bounds.y;
  const led = [...points.slice(0, -1), { x: last.x, y }];
  plane.edges.set(idOf(flow), outside === target ? led : led.reverse());
}
