import type {
  Block,
  Branch,
  ChoicesStep,
  DecisionStep,
  EndStep,
  EventStep,
  Origin,
  ParallelStep,
  Step,
} from '../notation/flow.ts';
import {
  allSteps,
  boundariesOf,
  eventSteps,
  leaves,
  mainSteps,
  stepsOfScope,
} from '../notation/check-flow.ts';
import type { Connection, FlowGraph, FlowNode, StartTrigger } from './flow-graph.ts';

/** A way out of a node that does not lead anywhere yet. */
interface OpenWay {
  readonly from: string;
  readonly label: string;
  readonly condition: string | undefined;
  readonly otherwise: boolean;
  readonly place: number;
}

export interface StartNode {
  readonly id: string;
  readonly name: string;
  readonly trigger: StartTrigger;
  readonly origin: Origin | undefined;
}

/** Rules under which nodes stand that no line of the flow names. */
const MERGE: Origin = { kind: 'convention', rule: 'riunione' };

/** The nodes and connections of a checked flow, entered from `starts`. Ids do not depend on the order of steps. */
export function graphOfFlow(flow: Block, starts: readonly StartNode[], firstLane: string): FlowGraph {
  const builder = createBuilder(new Set(gotoTargets(flow)));
  const lane = laneOfFirst(flow) ?? firstLane;
  const ways = starts.map((start) => {
    builder.add({ kind: 'start', lane, ...start });
    return plainWay(start.id);
  });
  builder.block(flow, ways, lane);
  addEvents(flow, lane, builder);
  return builder.graph();
}

function gotoTargets(flow: Block): string[] {
  return [...stepsOfScope(flow)].flatMap((step) => (step.kind === 'goto' ? [step.target] : []));
}

function laneOfFirst(flow: Block): string | undefined {
  for (const step of allSteps(flow)) if (step.kind !== 'goto' && step.lane !== undefined) return step.lane;
  return undefined;
}

function plainWay(from: string): OpenWay {
  return { from, label: '', condition: undefined, otherwise: false, place: 0 };
}

interface Progress {
  readonly ways: readonly OpenWay[];
  readonly lane: string;
}

interface Builder {
  readonly add: (node: FlowNode) => void;
  readonly block: (block: Block, ways: readonly OpenWay[], lane: string) => Progress;
  readonly graph: () => FlowGraph;
}

function createBuilder(targets: ReadonlySet<string>): Builder {
  const nodes: FlowNode[] = [];
  const connections: Connection[] = [];
  const connect = (way: OpenWay, to: string): void => {
    const plain = `da-${way.from}-a-${to}`;
    const twin = connections.some(({ id }) => id === plain);
    connections.push({ ...way, id: twin ? `${plain}-${connections.length}` : plain, to });
  };
  const merge = (id: string, ways: readonly OpenWay[], lane: string): OpenWay => {
    nodes.push({ kind: 'exclusive', role: 'merge', id, name: '', lane, origin: MERGE });
    for (const way of ways) connect(way, id);
    return plainWay(id);
  };
  /** Leads all open ways into the node: through a merge where there are several, or where others come back. */
  const enter = (id: string, ways: readonly OpenWay[], lane: string): void => {
    const isTarget = targets.has(id);
    const [only] = ways;
    if (!isTarget && only !== undefined && ways.length === 1) connect(only, id);
    else connect(merge(isTarget ? `ritorno-${id}` : `unione-${id}`, ways, lane), id);
  };
  const context: Context = { nodes, connect, merge, enter, block: () => ({ ways: [], lane: '' }), targets };
  const block = (steps: Block, ways: readonly OpenWay[], lane: string): Progress =>
    mainSteps(steps).reduce<Progress>((progress, step) => addStep(step, progress, context), { ways, lane });
  context.block = block;
  return { add: (node) => nodes.push(node), block, graph: () => ({ nodes, connections }) };
}

interface Context {
  readonly nodes: FlowNode[];
  readonly connect: (way: OpenWay, to: string) => void;
  readonly merge: (id: string, ways: readonly OpenWay[], lane: string) => OpenWay;
  readonly enter: (id: string, ways: readonly OpenWay[], lane: string) => void;
  block: (block: Block, ways: readonly OpenWay[], lane: string) => Progress;
  readonly targets: ReadonlySet<string>;
}

function addStep(
  step: Exclude<Step, EventStep>,
  { ways, lane: before }: Progress,
  context: Context,
): Progress {
  if (step.kind === 'goto') {
    for (const way of ways) context.connect(way, `ritorno-${step.target}`);
    return { ways: [], lane: before };
  }
  const lane = step.lane ?? before;
  switch (step.kind) {
    case 'decision':
      return addDecision(step, ways, lane, context);
    case 'parallel':
    case 'choices':
      return addTracks(step, ways, lane, context);
    default:
      break;
  }
  context.enter(step.id, ways, lane);
  const common = { id: step.id, name: step.name, lane, origin: step.origin };
  switch (step.kind) {
    case 'task':
      context.nodes.push({ ...common, kind: 'task', task: step.task, repeat: step.repeat });
      break;
    case 'wait':
      context.nodes.push({ ...common, kind: 'wait', trigger: step.trigger });
      break;
    case 'throw':
      context.nodes.push({ ...common, kind: 'throw', trigger: step.trigger });
      break;
    case 'end':
      context.nodes.push({ ...common, kind: 'end', end: step.end });
      return { ways: [], lane };
    case 'subprocess':
      context.nodes.push({
        ...common,
        kind: 'subprocess',
        inner: innerGraph(step.id, step.block, lane),
        repeat: step.repeat,
      });
      break;
  }
  return { ways: [plainWay(step.id), ...addBoundaries(step, lane, context)], lane };
}

function addDecision(step: DecisionStep, ways: readonly OpenWay[], lane: string, context: Context): Progress {
  context.enter(step.id, ways, lane);
  context.nodes.push({
    kind: 'exclusive',
    role: 'decision',
    id: step.id,
    name: step.name,
    lane,
    origin: step.origin,
  });
  const open = step.branches.flatMap(
    (branch, place) => context.block(branch.block, [wayInto(branch, step.id, place)], lane).ways,
  );
  return { ways: open, lane };
}

/** Tracks that run at the same time, and meet where all that were taken have come. */
function addTracks(
  step: ParallelStep | ChoicesStep,
  ways: readonly OpenWay[],
  lane: string,
  context: Context,
): Progress {
  context.enter(step.id, ways, lane);
  const kind = step.kind === 'parallel' ? 'parallel' : 'inclusive';
  const common = { kind, name: '', lane, origin: step.origin ?? MERGE } as const;
  context.nodes.push({
    ...common,
    role: 'fork',
    id: step.id,
    name: kind === 'inclusive' ? step.name : '',
  });
  const join = `riunione-${step.id}`;
  const tracks = step.branches.map((branch, place) =>
    context.block(branch.block, [wayInto(branch, step.id, place)], lane),
  );
  // Where all tracks end in one lane, they meet there.
  const [first] = tracks;
  const last = first !== undefined && tracks.every((track) => track.lane === first.lane) ? first.lane : lane;
  context.nodes.push({ ...common, role: 'join', id: join, lane: last });
  tracks.forEach((track, index) => {
    const [only] = track.ways;
    if (only === undefined) return;
    // Only one flow of a track may reach the join: it counts flows, not tracks.
    const way =
      track.ways.length === 1
        ? only
        : context.merge(`unione-${step.id}-${index + 1}`, track.ways, track.lane);
    context.connect(way, join);
  });
  return { ways: [plainWay(join)], lane: last };
}

function wayInto(branch: Branch, from: string, place: number): OpenWay {
  return { from, label: branch.label, condition: branch.condition, otherwise: branch.otherwise, place };
}

function addBoundaries(step: Step, lane: string, context: Context): OpenWay[] {
  if (step.kind === 'goto') return [];
  return boundariesOf(step).flatMap((boundary) => {
    context.nodes.push({
      kind: 'boundary',
      id: boundary.id,
      name: boundary.name,
      lane,
      origin: boundary.origin,
      host: step.id,
      trigger: boundary.trigger,
      interrupting: boundary.interrupting,
    });
    return context.block(boundary.block, [plainWay(boundary.id)], lane).ways;
  });
}

/** The inside of a sub-process; what falls through its last step ends it. */
function innerGraph(id: string, block: Block, lane: string): FlowGraph {
  const start = `inizio-${id}`;
  const end: EndStep = {
    kind: 'end',
    id: `fine-${id}`,
    name: 'Fine',
    lane: undefined,
    origin: MERGE,
    line: 0,
    end: { type: 'none' },
  };
  const closed = leaves(block) ? block : [...block, end];
  const builder = createBuilder(new Set(gotoTargets(block)));
  builder.add({ kind: 'start', id: start, name: 'Inizio', lane, origin: MERGE, trigger: { type: 'none' } });
  builder.block(closed, [plainWay(start)], lane);
  addEvents(block, lane, builder);
  return builder.graph();
}

/** Event sub-processes beside the flow: they stand in the lane of their first step. */
function addEvents(block: Block, lane: string, { add }: Pick<Builder, 'add'>): void {
  for (const step of eventSteps(block)) {
    const own = laneOfFirst(step.block) ?? lane;
    const builder = createBuilder(new Set(gotoTargets(step.block)));
    const { id, name, origin, trigger, interrupting } = step;
    const start = `scatta-${id}`;
    builder.add({ kind: 'start', id: start, name, lane: own, origin, trigger });
    builder.block(step.block, [plainWay(start)], own);
    add({ kind: 'event', id, name, lane: own, origin, interrupting, inner: builder.graph() });
  }
}
