import type { InstanceState } from '../src/index.ts';

/** What must hold after every turn, whatever happened; the list of what does not. */
export function brokenInvariants(state: InstanceState): string[] {
  const broken: string[] = [];
  const { elements, waits, joins, incidents, compensations, status } = state;
  const jobs = [...waits.values()].filter(({ kind }) => kind === 'job');
  const held = new Set([...jobs, ...incidents.values()].map(({ owner }) => owner));
  for (const element of elements.values()) {
    if (element.scopeKey !== -1 && !elements.has(element.scopeKey))
      broken.push(`${element.nodeId} lives in no scope`);
    const moving = element.status === 'activating' || element.status === 'completing';
    if (moving && !held.has(element.key) && state.parked.length === 0)
      broken.push(`${element.nodeId} is ${element.status} without a listener or an incident`);
  }
  for (const wait of waits.values())
    if (!elements.has(wait.owner)) broken.push(`wait ${wait.kind} ${wait.elementId} has no owner`);
  for (const [scope, nodes] of joins) {
    if (!elements.has(scope)) broken.push(`flows wait in ${scope}, which has ended`);
    for (const counts of nodes.values())
      for (const [flow, count] of counts) if (count < 1) broken.push(`flow ${flow} waits ${count} times`);
  }
  for (const incident of incidents.values())
    if (!elements.has(incident.owner)) broken.push(`incident at ${incident.elementId} has no element`);
  const ended = status === 'completed' || status === 'terminated';
  if (
    ended &&
    elements.size + waits.size + incidents.size + joins.size + compensations.size + state.parked.length > 0
  )
    broken.push('the instance has ended but is not empty');
  if (!ended && status !== 'new' && !elements.has(0)) broken.push('the instance runs without its process');
  return broken;
}
