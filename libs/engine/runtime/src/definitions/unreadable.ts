import type { DeploymentProblem } from '../engine.ts';

/** DEP-1 of a file as a whole. */
export function unreadable(resource: string, expected: string): DeploymentProblem {
  return {
    rule: 'DEP-1',
    severity: 'error',
    text: 'unreadable',
    params: { reason: expected },
    expected,
    resource,
  };
}
