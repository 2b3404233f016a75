import { enabled, finish } from '../elements/ad-hoc-sub-process.element.ts';
import { clearScope } from '../frame/terminate.ts';
import type { NodeOf } from '../graph/process-graph.ts';
import type { ElementInstance } from '../state/instance-state.ts';
import type { Turn } from '../turn/turn.ts';
import { reject, type CommandOf, type JobResult } from './command.ts';
import { notOpen } from './open-records.ts';

type AdHocNode = NodeOf<'ad-hoc-sub-process'>;

/** Starts elements of an ad-hoc sub-process, any number of times; one that is not enabled: none (ADH-4, ADH-9). */
export function activateAdHoc(turn: Turn, command: CommandOf<'activate-ad-hoc'>): void {
  const { key, elements, cancelRemaining } = command;
  const self = turn.state.elements.get(key);
  const node = self && turn.nodeOf(self);
  if (self?.status !== 'activated' || node?.kind !== 'ad-hoc-sub-process')
    return notOpen(turn, `ad-hoc sub-process ${key}`);
  if (self.loop?.done)
    reject('INVALID_STATE', `Expected '${node.elementId}' to take more, but its condition is true`);
  const unknown = elements.find(({ elementId }) => !enabled(node).has(elementId));
  if (unknown)
    reject(
      'INVALID_ARGUMENT',
      `Expected '${unknown.elementId}' to be an element of '${node.elementId}' that can be started, but it is not`,
    );
  if (cancelRemaining) clearScope(turn, key);
  start(turn, node, self, elements);
}

/** What the worker of an ad-hoc sub-process chose (ADH-12). */
export function chooseAdHoc(
  turn: Turn,
  self: ElementInstance,
  { completed, cancelRemaining, activate }: Extract<JobResult, { of: 'ad-hoc' }>,
): void {
  const node = turn.nodeOf(self) as AdHocNode;
  if (completed && cancelRemaining) return finish(turn, node, self);
  if (cancelRemaining) clearScope(turn, self.key);
  if (completed) turn.emit({ type: 'loop-advanced', key: self.key, loop: { done: true } });
  else start(turn, node, self, activate);
  turn.schedule({ do: 'settle', key: self.key });
}

function start(
  turn: Turn,
  node: AdHocNode,
  self: ElementInstance,
  elements: CommandOf<'activate-ad-hoc'>['elements'],
): void {
  const started = (self.loop?.started ?? 0) + elements.length;
  turn.emit({ type: 'loop-advanced', key: self.key, loop: { started } });
  for (const { elementId, variables } of elements) {
    const target = enabled(node).get(elementId);
    if (target) turn.activate(target, self.key, { locals: variables });
  }
}
