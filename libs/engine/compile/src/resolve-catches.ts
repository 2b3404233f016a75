import type { CatchRole, CatchSpec } from '@iter/engine-core';
import { definitionsOf, elementAt, type DiagramReader, type Source } from './diagram-reader.ts';
import { nodeOf, type Draft, type Drafts } from './draft.ts';
import { messageTrigger } from './models/message.model.ts';
import { triggerOf } from './triggers.ts';

/**
 * Says once, for every event that catches, whose wait it is and in which role: of itself, of the activity it is
 * attached to, of the scope whose event sub-process it starts, of the gateway before it, of the process.
 * @returns the starts of the process itself, for the deployment to subscribe.
 */
export function resolveCatches(drafts: Drafts, reader: DiagramReader): CatchSpec[] {
  const starts: CatchSpec[] = [];
  for (const [node, source] of drafts.sources) {
    const { role, owner, interrupting } = placeOf(node, source, drafts);
    const specs = specsOf(node, source, reader, { role, interrupting });
    if (specs.length === 0) continue;
    if (role === 'process-start') starts.push(...specs);
    else owner?.catches.push(...specs);
    if (role !== 'self') continue;
    const gateways = gatewaysBefore(node);
    for (const gateway of gateways) gateway.catches.push(...withRole(specs, 'gateway-branch'));
    const root = node.parent?.parent === undefined;
    if (root && [node, ...gateways].some(instantiates)) starts.push(...withRole(specs, 'process-start'));
  }
  return starts;
}

interface Place {
  readonly role: CatchRole;
  readonly owner: Draft | undefined;
  readonly interrupting: boolean;
}

function placeOf(node: Draft, source: Source, { nodes }: Drafts): Place {
  if (node.kind === 'boundary-event') {
    const host = nodes.get(elementAt(source, 'attachedToRef')?.id ?? '');
    return { role: 'boundary', owner: host, interrupting: source.get('cancelActivity') !== false };
  }
  if (node.kind !== 'start-event') return { role: 'self', owner: node, interrupting: true };
  const scope = node.parent;
  if (scope?.kind === 'event-sub-process')
    return {
      role: 'event-sub-process',
      owner: scope.parent,
      interrupting: source.get('isInterrupting') !== false,
    };
  return { role: 'process-start', owner: undefined, interrupting: true };
}

function specsOf(
  node: Draft,
  source: Source,
  reader: DiagramReader,
  { role, interrupting }: Pick<Place, 'role' | 'interrupting'>,
): CatchSpec[] {
  if (node.kind === 'receive-task') {
    const trigger = messageTrigger(elementAt(source, 'messageRef'), source, reader);
    return [{ node: nodeOf(node), role, interrupting, trigger, index: 0, needed: 1 }];
  }
  if (node.kind === 'end-event' || node.kind === 'intermediate-throw-event') return [];
  if (!source.$instanceOf('bpmn:CatchEvent')) return [];
  const triggers = definitionsOf(source).flatMap((definition) => triggerOf(definition, source, reader) ?? []);
  const needed = source.get('parallelMultiple') === true ? triggers.length : 1;
  return triggers.map((trigger, index) => ({
    node: nodeOf(node),
    role,
    // Errors and cancel always interrupt (BND-5, ESP-12).
    interrupting: interrupting || trigger.on === 'error' || trigger.on === 'cancel',
    trigger,
    index,
    needed,
  }));
}

function gatewaysBefore(node: Draft): Draft[] {
  const before = node.incoming.map(({ source }) => source as Draft);
  return before.filter(({ kind }) => kind === 'event-based-gateway');
}

/** A receive task or event gateway that starts instances (INS-13, INS-14). */
export function instantiates({ model }: Draft): boolean {
  return model !== undefined && 'instantiates' in model && model.instantiates;
}

function withRole(specs: readonly CatchSpec[], role: CatchRole): CatchSpec[] {
  return specs.map((spec) => ({ ...spec, role }));
}
