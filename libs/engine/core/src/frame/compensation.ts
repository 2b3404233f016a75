import type { Node, NodeId } from '../graph/process-graph.ts';
import { scopesFrom } from '../state/indexes.ts';
import type { CompensationRecord, ElementInstance, Key, Undoing } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { localsOf } from './views.ts';

/**
 * A completed activity leaves a record in its scope if it has a handler, or if it is a scope that keeps records of
 * its own or an event sub-process for its compensation (CMP-1, CMP-3). What undoes leaves none (CMP-22).
 */
export function registerCompensation(turn: Turn, self: ElementInstance): void {
  const node = turn.nodeOf(self);
  const { key, scopeKey, cause } = self;
  if (cause?.undoes) dropRecords(turn, cause.undoes.of);
  if (cause?.undoes || node.parent === undefined || node.forCompensation) return dropRecords(turn, key);
  const keeps = recordsOf(turn, key).length > 0 || compensationStart(node) !== undefined;
  if (!node.compensation && !(keeps && node.kind !== 'event-sub-process')) return dropRecords(turn, key);
  const record = { key: turn.newKey(), scopeKey, nodeId: node.id, of: key, variables: localsOf(self) };
  turn.emit({ type: 'compensation-registered', record });
}

function recordsOf(turn: Turn, scopeKey: Key): CompensationRecord[] {
  return [...turn.state.compensations.values()].filter((record) => record.scopeKey === scopeKey);
}

/** Records die with their scope's termination, those of completed sub-processes in it too (CMP-19). */
export function dropRecords(turn: Turn, scopeKey: Key): void {
  const keys: Key[] = [];
  const open = recordsOf(turn, scopeKey);
  for (let record = open.pop(); record; record = open.pop()) {
    keys.push(record.key);
    open.push(...recordsOf(turn, record.of));
  }
  if (keys.length > 0) turn.emit({ type: 'compensations-dropped', keys });
}

/** The scope whose records a throw sees: its own; in an event sub-process or handler the one that holds it (CMP-5). */
export function scopeInSight(turn: Turn, thrower: ElementInstance): ElementInstance | undefined {
  return scopesFrom(turn.state, thrower.scopeKey).find((scope) => {
    const { kind, forCompensation } = turn.nodeOf(scope);
    return kind !== 'event-sub-process' && !forCompensation;
  });
}

/**
 * Runs the next handler of a compensation in a scope, latest first, one after another (CMP-6 to CMP-8).
 * @returns false when no record is left for it.
 */
export function compensateNext(turn: Turn, scope: ElementInstance, terms: Omit<Undoing, 'of'>): boolean {
  const { nodeId, before } = terms;
  // A sub-process that is undone by default stands for the one that had completed (CMP-4, CMP-14).
  const homes = [scope.key, scope.cause?.undoes?.of];
  const records = [...turn.state.compensations.values()].filter(
    (record) =>
      homes.includes(record.scopeKey) &&
      record.key < before &&
      (nodeId === undefined || record.nodeId === nodeId),
  );
  const record = latest(turn, records);
  if (!record) return false;
  turn.emit({ type: 'compensation-started', key: record.key });
  undo(turn, scope, record, { ...terms, of: record.of });
  return true;
}

/** The latest, but a boundary branch before the activity it came from (CMP-23). */
function latest(turn: Turn, records: readonly CompensationRecord[]): CompensationRecord | undefined {
  const open = [...records].sort((a, b) => b.key - a.key);
  return open.find((record) => {
    const branch = boundaryBranch(turn.node(record.nodeId));
    return !open.some((other) => other !== record && branch.has(other.nodeId));
  });
}

/** All that can follow from the boundary events of an activity. */
function boundaryBranch(host: Node): ReadonlySet<NodeId> {
  const found = new Set<NodeId>();
  const open = host.catches.filter(({ role }) => role === 'boundary').map(({ node }) => node);
  for (let node = open.pop(); node; node = open.pop()) {
    if (node === host || found.has(node.id)) continue;
    found.add(node.id);
    open.push(...node.outgoing.map(({ target }) => target));
  }
  return found;
}

/**
 * A boundary handler runs in the scope, with the recorded locals that its data do not hide (CMP-11); without one
 * the sub-process is set up again as it completed, for its own handler or its records (CMP-4, CMP-12).
 */
function undo(turn: Turn, scope: ElementInstance, record: CompensationRecord, undoes: Undoing): void {
  const node = turn.node(record.nodeId);
  const handler = node.compensation;
  if (!handler) return turn.activate(node, scope.key, { locals: record.variables, cause: { undoes } });
  dropRecords(turn, record.of);
  const present = turn.variables(scope.key);
  const unseen = Object.entries(record.variables).filter(([name]) => present.get(name) === undefined);
  turn.activate(handler, scope.key, { locals: Object.fromEntries(unseen), cause: { undoes } });
}

/** A completed sub-process that stands again only to be undone: it has no catches, flows or mappings. */
export function isSetUpAgain(turn: Turn, self: ElementInstance): boolean {
  return self.cause?.undoes !== undefined && !turn.nodeOf(self).forCompensation;
}

/** What a scope does that was set up again to be undone: its event sub-process, or its records (CMP-4, CMP-13). */
export function undoContent(turn: Turn, self: ElementInstance): void {
  const start = compensationStart(turn.nodeOf(self));
  if (start?.parent)
    turn.activate(start.parent, self.key, { cause: { trigger: { nodeId: start.id, variables: {} } } });
  else if (compensateNext(turn, self, { by: self.key, at: 0, before: Number.MAX_SAFE_INTEGER })) return;
  turn.schedule({ do: 'settle', key: self.key });
}

function compensationStart(node: Node): Node | undefined {
  return node.catches.find(
    ({ role, trigger }) => role === 'event-sub-process' && trigger.on === 'compensation',
  )?.node;
}

/** A handler has ended: the next one, or else who asked for it goes on (CMP-9). */
export function undone(turn: Turn, scope: ElementInstance, { cause }: ElementInstance): void {
  const undoes = cause?.undoes;
  if (!undoes) return;
  const { of: _done, ...terms } = undoes;
  if (compensateNext(turn, scope, terms)) return;
  const by = turn.state.elements.get(undoes.by);
  if (by && by !== scope) turn.goOn(by, undoes.at);
}
