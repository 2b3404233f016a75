import type { ElementStatistics } from '@iter/contract';
import type { DiagramMark, DiagramOverlay } from '@iter/web-kit';

/** How many cases stand at an element, how many of their tasks are late, how many are stopped, how many went by. */
export interface ElementCounts {
  elementId: string;
  active: number;
  late: number;
  incidents: number;
  completed: number;
  canceled: number;
}

/** The statistics of a version with the late tasks added. */
export function countsOf(
  statistics: readonly ElementStatistics[],
  lateTasks: readonly { elementId: string }[],
): Map<string, ElementCounts> {
  const counts = new Map<string, ElementCounts>(
    statistics.map((element) => [element.elementId, { ...element, late: 0 }]),
  );
  for (const { elementId } of lateTasks) {
    const known = counts.get(elementId) ?? {
      elementId,
      active: 0,
      late: 0,
      incidents: 0,
      completed: 0,
      canceled: 0,
    };
    counts.set(elementId, { ...known, late: known.late + 1 });
  }
  return counts;
}

export interface CountTexts {
  active: (count: number) => string;
  late: (count: number) => string;
  incidents: (count: number) => string;
}

/** The counts as marks and plates with words on the diagram; its table says the same. */
export function decorate(
  counts: Iterable<ElementCounts>,
  texts: CountTexts,
): { marks: Record<string, DiagramMark[]>; overlays: DiagramOverlay[] } {
  const marks: Record<string, DiagramMark[]> = {};
  const overlays: DiagramOverlay[] = [];
  for (const { elementId, active, late, incidents } of counts) {
    if (incidents > 0) marks[elementId] = ['incident'];
    else if (late > 0) marks[elementId] = ['late'];
    else if (active > 0) marks[elementId] = ['here'];
    // An element instance with an incident is active as well: it is told once, as what needs somebody.
    const going = Math.max(0, active - incidents);
    if (going > 0) overlays.push({ elementId, text: texts.active(going), tone: 'running', at: 'top' });
    if (late > 0) overlays.push({ elementId, text: texts.late(late), tone: 'late', at: 'bottom' });
    if (incidents > 0)
      overlays.push({
        elementId,
        text: texts.incidents(incidents),
        tone: 'incident',
        at: late > 0 ? 'bottom-right' : 'bottom',
      });
  }
  return { marks, overlays };
}
