import type { CommittedNotice, DeployedNotice } from '@iter/engine-runtime';

/** The topics that a committed turn touches: rooms, and the things in them that pages watch. */
export function topicsOfCommit(notice: CommittedNotice): string[] {
  const { changed, processInstanceKey, rootProcessInstanceKey } = notice;
  const topics = new Set(['cases', `cases:${processInstanceKey}`, `cases:${rootProcessInstanceKey}`]);
  if (changed.includes('user-tasks')) topics.add('tasks');
  // The register counts cases that run, are late or have an incident.
  if (changed.includes('instance') || changed.includes('incidents')) topics.add('register');
  return [...topics];
}

export function topicsOfDeployment({ processDefinitionIds }: DeployedNotice): string[] {
  return ['register', ...processDefinitionIds.map((id) => `register:${id}`)];
}
