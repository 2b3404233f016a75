import type { Block } from '../notation/flow.ts';
import type { Sheet } from '../sheet/sheet.schema.ts';
import type { FlowGraph, FlowNode, StartTrigger } from './flow-graph.ts';
import { graphOfFlow, type StartNode } from './graph-of-flow.ts';
import { createModdle, type Create, type ModdleObject } from './moddle.ts';
import type { BuildContext } from './build-context.ts';
import { elementsOfGraph } from './nodes.ts';
import { processProperties } from './process-properties.ts';
import { originEntries, originOf, type Sources } from './sources.ts';
import { termWatches } from './term-watch.ts';
import { createZeebe, type Zeebe } from './zeebe.ts';

/** Version of the cluster whose rules the diagrams keep. */
const PLATFORM_VERSION = '8.9.0';
const SYSTEM_LANE = 'iter';

/** The BPMN definitions of a sheet, without a drawing. Ids depend on the sheet's ids only. */
export function definitionsOfSheet(sheet: Sheet, flow: Block, sources: Sources): ModdleObject {
  const moddle = createModdle();
  const create: Create = (type, properties) => moddle.create(type, properties);
  const zeebe = createZeebe(create);
  const roots = new Map<string, ModdleObject>();
  const context = buildContext(sheet, sources, create, zeebe, roots);
  const firstLane = Object.keys(sheet.roles)[0] ?? SYSTEM_LANE;
  const graph = graphOfFlow(flow, startNodes(sheet), firstLane);
  const elements = elementsOfGraph(graph, context);
  const watches = termWatches(sheet, create, zeebe, () =>
    zeebe.properties(originEntries({ kind: 'convention', rule: 'sorveglianza-dei-termini' }, sources)),
  );
  const process = create('bpmn:Process', {
    id: sheet.process,
    name: sheet.title,
    isExecutable: true,
    laneSets: [laneSet(sheet, graph, elements, watches, create)],
    flowElements: [...elements, ...watches],
    extensionElements: zeebe.extensions([
      sheet.terms.length === 0 ? undefined : termListener(zeebe),
      zeebe.properties(processProperties(sheet, sources)),
    ]),
  });
  const collaboration = collaborationOf(sheet, process, elements, create);
  return create('bpmn:Definitions', {
    id: `definizioni-${sheet.process}`,
    targetNamespace: 'http://bpmn.io/schema/bpmn',
    exporter: 'Iter',
    exporterVersion: '1.0',
    'xmlns:modeler': 'http://camunda.org/schema/modeler/1.0',
    'modeler:executionPlatform': 'Camunda Cloud',
    'modeler:executionPlatformVersion': PLATFORM_VERSION,
    rootElements: [collaboration, process, ...roots.values()],
  });
}

/** Id under which a form of a sheet is deployed. */
export function formIdOf(sheet: Sheet, form: string): string {
  return `${sheet.process}-${form}`;
}

function buildContext(
  sheet: Sheet,
  sources: Sources,
  create: Create,
  zeebe: Zeebe,
  roots: Map<string, ModdleObject>,
): BuildContext {
  const root = (id: string, make: () => ModdleObject): ModdleObject => {
    const known = roots.get(id) ?? make();
    roots.set(id, known);
    return known;
  };
  return {
    sheet,
    sources,
    create,
    zeebe,
    formId: (form) => formIdOf(sheet, form),
    message: (name, correlation) => {
      const message = root(`messaggio-${name}`, () =>
        create('bpmn:Message', { id: `messaggio-${name}`, name }),
      );
      // A message that starts a case has no key; the same one may also be waited for.
      if (correlation !== undefined)
        message.set(
          'extensionElements',
          zeebe.extensions([zeebe.element('Subscription', { correlationKey: correlation })]),
        );
      return message;
    },
    signal: (name) => root(`segnale-${name}`, () => create('bpmn:Signal', { id: `segnale-${name}`, name })),
    error: (code) =>
      root(`errore-${code}`, () =>
        create('bpmn:Error', { id: `errore-${code}`, name: code, errorCode: code }),
      ),
  };
}

function startNodes(sheet: Sheet): StartNode[] {
  const byHand: StartNode = {
    id: 'avvio',
    name: sheet.start.name,
    trigger: { type: 'none' },
    origin: { kind: 'convention', rule: 'avvio-a-mano' },
  };
  const others = sheet.starts.map((start): StartNode => ({
    id: start.id,
    name: start.name,
    trigger: startTrigger(start),
    origin: originOf(start),
  }));
  return [byHand, ...others];
}

function startTrigger(start: Sheet['starts'][number]): StartTrigger {
  switch (start.kind) {
    case 'timer':
      return { type: 'cron', value: start.cron };
    case 'message':
      return { type: 'message', message: start.message };
    case 'signal':
      return { type: 'signal', signal: start.signal };
    case 'condition':
      return { type: 'condition', condition: start.condition };
  }
}

function termListener(zeebe: Zeebe): ModdleObject {
  return zeebe.element('ExecutionListeners', {
    listeners: [zeebe.element('ExecutionListener', { eventType: 'start', type: 'iter:terms', retries: '3' })],
  });
}

function laneSet(
  sheet: Sheet,
  graph: FlowGraph,
  elements: readonly ModdleObject[],
  watches: readonly ModdleObject[],
  create: Create,
): ModdleObject {
  const laneOf = new Map(graph.nodes.map((node: FlowNode) => [node.id, node.lane]));
  const lanes = Object.entries(sheet.roles).map(([key, role]) =>
    create('bpmn:Lane', {
      id: `corsia-${key}`,
      name: role.label,
      flowNodeRef: elements.filter(({ id }) => id !== undefined && laneOf.get(id) === key),
    }),
  );
  const system = create('bpmn:Lane', { id: `corsia-${SYSTEM_LANE}`, name: 'Iter', flowNodeRef: watches });
  return create('bpmn:LaneSet', {
    id: `corsie-${sheet.process}`,
    lanes: watches.length === 0 ? lanes : [...lanes, system],
  });
}

function collaborationOf(
  sheet: Sheet,
  process: ModdleObject,
  elements: readonly ModdleObject[],
  create: Create,
): ModdleObject {
  const pool = create('bpmn:Participant', {
    id: `pool-${sheet.process}`,
    name: sheet.title,
    processRef: process,
  });
  const outside = new Map(
    Object.entries(sheet.outside).map(([key, { label }]) => [
      key,
      create('bpmn:Participant', { id: `esterno-${key}`, name: label }),
    ]),
  );
  const messageFlows = elements.flatMap((element) => {
    const steps = [element, ...innerNodes(element)].flatMap(({ id }) => sheet.steps[id ?? ''] ?? []);
    const link = (party: string, sends: boolean): ModdleObject => {
      const other = outside.get(party);
      return create('bpmn:MessageFlow', {
        id: sends ? `da-${element.id ?? ''}-a-${party}` : `da-${party}-a-${element.id ?? ''}`,
        sourceRef: sends ? element : other,
        targetRef: sends ? other : element,
      });
    };
    return [
      ...unique(steps.flatMap(({ receives }) => receives)).map((party) => link(party, false)),
      ...unique(steps.flatMap(({ sends }) => sends)).map((party) => link(party, true)),
    ];
  });
  const above = [...outside].filter(([key]) => sheet.outside[key]?.at === 'above').map(([, pool]) => pool);
  const below = [...outside].filter(([key]) => sheet.outside[key]?.at === 'below').map(([, pool]) => pool);
  return create('bpmn:Collaboration', {
    id: `collaborazione-${sheet.process}`,
    participants: [...above, pool, ...below],
    messageFlows,
  });
}

/** Messages of what lies inside a sub-process are drawn at its border. */
function innerNodes(element: ModdleObject): ModdleObject[] {
  const inner = element.get('flowElements');
  return Array.isArray(inner) ? (inner as ModdleObject[]).flatMap((node) => [node, ...innerNodes(node)]) : [];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
