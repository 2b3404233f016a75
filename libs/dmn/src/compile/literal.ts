import { compileSyntaxWithin, parseWithin } from '@iter/feel';
import type { Evaluate, Site, Syntax } from '@iter/feel';
import type { DmnText } from '../model/dmn-model.ts';
import type { ItemTypes } from './item-types.ts';
import { reportExpression } from './report.ts';
import type { Report } from './report.ts';

/** What boxed expressions are read with: the types of their model, and where faults are noted. */
export interface BoxedContext {
  readonly types: ItemTypes;
  readonly report: Report;
  /** The id of the decision or knowledge model around. */
  readonly owner: string;
}

type HostSyntax = Extract<Syntax, { kind: 'host' }>;

export const NOWHERE = { from: 0, to: 0 };
export const NULL_SYNTAX: Syntax = { ...NOWHERE, kind: 'null' };

/** A part that is compiled once the scope it stands in is known. */
export function host(compile: (site: Site) => Evaluate): HostSyntax {
  return { ...NOWHERE, kind: 'host', compile };
}

/** A text in FEEL; an empty one is null. */
export function literal(text: DmnText, context: BoxedContext): Syntax {
  if (text.text.trim() === '') return NULL_SYNTAX;
  return host((site) => {
    const parsed = parseWithin(text.text, site.scope, context.types.find);
    if (parsed.ok) return compileSyntaxWithin(parsed.compiled, site.scope);
    const { message } = parsed.problem;
    reportExpression(context.report, parsed.problem, text, text.id ?? context.owner);
    return (scope) => scope.run.warn('NO_RESULT', `Expected an expression in FEEL, but: ${message}`);
  });
}
