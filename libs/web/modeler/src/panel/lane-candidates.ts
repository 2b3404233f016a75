import type { CanvasElement, ModelNode } from '../canvas/services.ts';
import { readCandidates, type Candidate } from './candidates.ts';

function assignmentOf(node: ModelNode): string | undefined {
  const extensions = node.get('extensionElements') as ModelNode | undefined;
  const values = (extensions?.get('values') as ModelNode[] | undefined) ?? [];
  const assignment = values.find((value) => value.$type === 'zeebe:AssignmentDefinition');
  const groups = assignment?.get('candidateGroups');
  return typeof groups === 'string' ? groups : undefined;
}

/**
 * Who does the other tasks of the lane that the element stands in: in a procedure a lane is a role, so that is
 * nearly always who does the new task too. `undefined` outside lanes and where the others name nobody.
 */
export function laneCandidates(element: CanvasElement): Candidate[] | undefined {
  const lanes = (element.businessObject.get('lanes') as ModelNode[] | undefined) ?? [];
  const neighbors = lanes.flatMap((lane) => (lane.get('flowNodeRef') as ModelNode[] | undefined) ?? []);
  for (const neighbor of neighbors) {
    if (neighbor === element.businessObject || neighbor.$type !== 'bpmn:UserTask') continue;
    const found = readCandidates(assignmentOf(neighbor));
    if (found.kind === 'list' && found.candidates.length > 0) return found.candidates;
  }
  return undefined;
}
