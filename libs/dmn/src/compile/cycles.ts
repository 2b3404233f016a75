import type { DrgElement } from '../model/dmn-model.ts';
import { resolve } from './linked-model.ts';
import type { LinkedModel, Referred } from './linked-model.ts';
import type { Report } from './report.ts';

/** An element whose requirements are being walked, and those still to be visited. */
interface Step {
  readonly element: DrgElement;
  readonly left: Referred[];
}

/**
 * Notes each decision that requires itself, directly or through others (DMN 1.5 §6.2.1.1); knowledge models are
 * functions and may call one another. Walks without recursion: a model may hold a chain of any length.
 */
export function findCycles(linked: LinkedModel, report: Report): void {
  const done = new Set<DrgElement>();
  for (const start of linked.model.elements) walkFrom(start, linked, done, report);
}

function walkFrom(start: DrgElement, owner: LinkedModel, done: Set<DrgElement>, report: Report): void {
  const path: Step[] = [];
  const open = new Set<DrgElement>();
  const enter = (element: DrgElement, of: LinkedModel): void => {
    open.add(element);
    path.push({ element, left: requiredBy(element, of) });
  };
  if (!done.has(start)) enter(start, owner);
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const next = step.left.pop();
    if (next === undefined) {
      path.pop();
      open.delete(step.element);
      done.add(step.element);
    } else if (open.has(next.element)) {
      reportCycle(path, next.element, report);
    } else if (!done.has(next.element)) {
      enter(next.element, next.owner);
    }
  }
}

function requiredBy(element: DrgElement, owner: LinkedModel): Referred[] {
  if (element.kind !== 'decision') return [];
  return element.requirements.flatMap((reference) => resolve(reference, owner) ?? []);
}

function reportCycle(path: readonly Step[], element: DrgElement, report: Report): void {
  const start = path.findIndex((step) => step.element === element);
  const names = path.slice(start).map((step) => `\`${step.element.name}\``);
  const message = `Expected a graph without cycles, but ${names.join(' → ')} requires itself.`;
  report({ code: 'CYCLE', message, what: names.join(' → '), elementId: element.id }, element);
}
