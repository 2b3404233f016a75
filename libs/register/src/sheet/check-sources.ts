import type { Sources } from '../build/sources.ts';
import { boundariesOf } from '../notation/check-flow.ts';
import type { Step } from '../notation/flow.ts';
import type { CrossProblem } from './check-sheet.ts';
import type { Sheet } from './sheet.schema.ts';

/** That the document and the conventions a sheet names are those that all sheets share. */
export function checkSources(sheet: Sheet, steps: readonly Step[], sources: Sources): CrossProblem[] {
  const known = (
    rule: string | undefined,
    path: readonly (string | number)[],
    flowLine?: number,
  ): CrossProblem[] =>
    rule === undefined || rule in sources.conventions
      ? []
      : [
          {
            path,
            reason: `Expected a rule of conventions.yaml, but found '${rule}'`,
            ...(flowLine === undefined ? {} : { flowLine }),
          },
        ];
  const inFlow = steps.flatMap((step) => [...(step.kind === 'goto' ? [] : [step]), ...boundariesOf(step)]);
  return [
    ...(sheet.document in sources.documents
      ? []
      : [{ path: ['document'], reason: `Expected a key of documents.yaml, but found '${sheet.document}'` }]),
    ...inFlow.flatMap(({ origin, line }) =>
      origin?.kind === 'convention' ? known(origin.rule, ['flow'], line) : [],
    ),
    ...Object.entries(sheet.roles).flatMap(([key, { convention }]) => known(convention, ['roles', key])),
    ...Object.entries(sheet.decisions).flatMap(([key, { convention }]) =>
      known(convention, ['decisions', key]),
    ),
    ...sheet.terms.flatMap(({ convention }, index) => known(convention, ['terms', index])),
    ...sheet.starts.flatMap(({ convention }, index) => known(convention, ['starts', index])),
  ];
}
