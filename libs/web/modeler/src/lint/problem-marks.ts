import type { DiagramProblem } from '@iter/contract';
import type { DiagramModeler } from '../canvas/services.ts';
import { entriesOfProblem } from './problem-entries.ts';

export type Severity = DiagramProblem['severity'];

/** Gravest first. */
const GRAVITY: readonly Severity[] = ['error', 'warning', 'info'];

const OVERLAY = 'iter-problem';

/** Problems by the element they are about, each list's gravest first. */
export function byElement(problems: readonly DiagramProblem[]): Map<string, DiagramProblem[]> {
  const found = new Map<string, DiagramProblem[]>();
  for (const problem of byGravity(problems)) {
    if (problem.elementId === null) continue;
    found.set(problem.elementId, [...(found.get(problem.elementId) ?? []), problem]);
  }
  return found;
}

/** Errors, then warnings, then hints; among equals the order of the check. */
export function byGravity(problems: readonly DiagramProblem[]): DiagramProblem[] {
  return [...problems].sort((one, other) => GRAVITY.indexOf(one.severity) - GRAVITY.indexOf(other.severity));
}

export interface MarkTexts {
  /** "Errore", "Avviso". */
  severity: (severity: Severity) => string;
  /** What a screen reader says of the mark. */
  mark: (problems: readonly DiagramProblem[]) => string;
}

/** Draws a mark with words on every element that has a problem. */
export function markProblems(
  modeler: DiagramModeler,
  problems: readonly DiagramProblem[],
  texts: MarkTexts,
  onPress: (elementId: string) => void,
): void {
  const overlays = modeler.get('overlays');
  const registry = modeler.get('elementRegistry');
  overlays.remove({ type: OVERLAY });
  for (const [elementId, ofElement] of byElement(problems)) {
    const element = registry.get(elementId);
    const gravest = ofElement[0];
    if (!element?.parent || !gravest) continue;
    const html = document.createElement('button');
    html.type = 'button';
    html.className = `iter-modeler-mark iter-modeler-mark-${gravest.severity}`;
    html.textContent = texts.severity(gravest.severity);
    html.title = ofElement.map(({ message }) => message).join('\n');
    html.setAttribute('aria-label', texts.mark(ofElement));
    html.addEventListener('click', () => onPress(elementId));
    const position = element.waypoints ? { top: -24, left: 0 } : { top: -12, right: 24 };
    overlays.add(elementId, OVERLAY, {
      position,
      html,
      show: { minZoom: 0.35 },
      scale: { min: 0.7, max: 1 },
    });
  }
}

/** Shows under the fields of the selected element what is wrong with them. */
export function showFieldErrors(modeler: DiagramModeler, problems: readonly DiagramProblem[]): void {
  const selected = modeler.get('selection').get();
  const element = selected.length === 1 ? selected[0] : modeler.get('canvas').getRootElement();
  const ofElement = (element && byElement(problems).get(element.businessObject.id ?? '')) ?? [];
  const errors: Record<string, string> = {};
  for (const problem of ofElement)
    for (const entry of entriesOfProblem(problem)) errors[entry] ??= problem.message;
  modeler.get('eventBus').fire('propertiesPanel.setErrors', { errors });
}
