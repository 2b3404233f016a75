import type { DrgElement } from '../model/dmn-model.ts';
import { resolve } from './linked-model.ts';
import type { LinkedModel } from './linked-model.ts';
import type { Report } from './report.ts';

/** Notes each element that requires itself, directly or through others (DMN 1.5 §6.2.1.1). */
export function findCycles(linked: LinkedModel, report: Report): void {
  const done = new Set<DrgElement>();
  const path: DrgElement[] = [];
  const visit = (element: DrgElement, owner: LinkedModel): void => {
    if (done.has(element)) return;
    const start = path.indexOf(element);
    if (start >= 0) {
      const names = path.slice(start).map((each) => `\`${each.name}\``);
      report(
        'CYCLE',
        `Expected a graph without cycles, but ${names.join(' → ')} requires itself.`,
        element.id,
        element,
      );
      return;
    }
    path.push(element);
    if (element.kind === 'decision' || element.kind === 'business knowledge model') {
      for (const reference of element.requirements) {
        const referred = resolve(reference, owner);
        if (referred !== null) visit(referred.element, referred.owner);
      }
    }
    path.pop();
    done.add(element);
  };
  for (const element of linked.model.elements) visit(element, linked);
}
