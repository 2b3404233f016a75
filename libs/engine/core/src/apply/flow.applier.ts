import type { Appliers } from './change.ts';

export const flowAppliers = {
  'flow-taken'({ state, touched }, { flowId, scopeKey, waitsAt }) {
    if (waitsAt === undefined) return;
    const scope = state.joins.get(scopeKey) ?? new Map<string, Map<string, number>>();
    const counts = scope.get(waitsAt) ?? new Map<string, number>();
    counts.set(flowId, (counts.get(flowId) ?? 0) + 1);
    scope.set(waitsAt, counts);
    state.joins.set(scopeKey, scope);
    touched.joins = true;
  },
  'join-passed'({ state, touched }, { nodeId, scopeKey, flowIds }) {
    const scope = state.joins.get(scopeKey);
    const counts = scope?.get(nodeId);
    for (const flowId of flowIds) {
      const left = (counts?.get(flowId) ?? 0) - 1;
      if (left < 0) throw new Error(`Expected flow '${flowId}' to wait at '${nodeId}', but it does not`);
      if (left === 0) counts?.delete(flowId);
      else counts?.set(flowId, left);
    }
    if (counts?.size === 0) scope?.delete(nodeId);
    if (scope?.size === 0) state.joins.delete(scopeKey);
    touched.joins = true;
  },
  'reset-awaited'({ state, touched }, { nodeId, scopeKey, flowIds }) {
    const scope = state.resets.get(scopeKey) ?? new Map<string, readonly string[]>();
    scope.set(nodeId, flowIds);
    state.resets.set(scopeKey, scope);
    touched.joins = true;
  },
  'reset-done'({ state, touched }, { nodeId, scopeKey }) {
    const scope = state.resets.get(scopeKey);
    if (!scope?.delete(nodeId))
      throw new Error(`Expected '${nodeId}' to wait for its reset, but it does not`);
    if (scope.size === 0) state.resets.delete(scopeKey);
    touched.joins = true;
  },
} satisfies Partial<Appliers>;
