import type { CanvasElement, ModelNode } from './services.ts';

/** A line of the list of elements. */
export interface OutlineItem {
  id: string;
  name: string;
  /** BPMN type without its prefix, as the panel's dictionary names it: `User Task`. */
  type: string;
  lane: string | null;
}

const LISTED = /^bpmn:(.*Task|CallActivity|SubProcess|.*Gateway|.*Event|Participant|Lane)$/;

function nameOf(node: ModelNode | undefined): string | null {
  const name = node?.get('name');
  return typeof name === 'string' && name.trim() !== '' ? name : null;
}

/**
 * The elements of a diagram as a list for those who do not use a mouse: in reading order, from left to right and,
 * within a column, from top to bottom.
 */
export function outlineOf(elements: readonly CanvasElement[]): OutlineItem[] {
  return elements
    .filter((element) => LISTED.test(element.type) && !element.labelTarget)
    .sort((one, other) => one.x - other.x || one.y - other.y)
    .map(({ id, type, businessObject }) => {
      const lane = (businessObject.get('lanes') as ModelNode[] | undefined)?.[0];
      return {
        id,
        name: nameOf(businessObject) ?? id,
        type: type.replace('bpmn:', '').replace(/(\B[A-Z])/g, ' $1'),
        lane: nameOf(lane),
      };
    });
}
