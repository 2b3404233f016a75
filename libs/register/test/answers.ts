import type { Plain } from '@iter/engine-core/test';
import { compileExpression, type FeelValue, fromJson, toJson } from '@iter/feel';
import type { Dice } from './dice.ts';
import type { FormComponent, FormFile } from './diagrams.ts';

const DAY = 86_400_000;

/** What a filled form depends on beside itself. */
export interface AnswerContext {
  readonly now: number;
  readonly dice: Dice;
  /** Numbers that the process compares with: the ways beyond them are found only by values around them. */
  readonly limits: readonly number[];
  /** Answers that ways not yet taken ask for: `esito = "respinta"`; values alone, for answers of called processes. */
  readonly wanted: ReadonlySet<string>;
}

/** The answers that conditions in FEEL compare with: `name = "value"`, and the values alone. */
export function answersIn(conditions: readonly string[]): Set<string> {
  const found = conditions.flatMap((condition) => [
    ...condition.matchAll(/([A-Za-z_]\w*)\s*(?:=|,)\s*("[^"]*")/g),
  ]);
  return new Set(found.flatMap(([, name, value]) => [`${name ?? ''} = ${value ?? ''}`, value ?? '']));
}

/** Numbers that stand in comparisons and ranges of a text with FEEL in it (BPMN or DMN). */
export function limitsIn(xml: string): number[] {
  const text = xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const compared = text.matchAll(/(?:[<>=]\s*|\.\.|[[(\]])(-?\d+(?:\.\d+)?)/g);
  return [...new Set([...compared].map(([, digits]) => Number(digits)))];
}

/** Fills a form: what is shown and may be changed, choices by chance. */
export function answer(
  components: FormFile['components'],
  known: Plain,
  context: AnswerContext,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const component of components) {
    const key = component.key ?? component.path;
    if (key === undefined || component.readonly === true) continue;
    if (isHidden(component, { ...known, ...values })) continue;
    values[key] = valueOf(component, { ...known, ...values }, context);
  }
  return values;
}

function valueOf(component: FormComponent, known: Plain, context: AnswerContext): unknown {
  const { dice, now } = context;
  switch (component.type) {
    case 'radio':
    case 'select':
      return choose(component, context);
    case 'checklist': {
      const chosen = component.values?.filter(() => dice.roll(2) === 0) ?? [];
      return chosen.length === 0 ? [component.values?.[0]?.value] : chosen.map(({ value }) => value);
    }
    case 'dynamiclist':
      return Array.from({ length: 1 + dice.roll(3) }, () =>
        answer(component.components ?? [], known, context),
      );
    case 'number':
      return numberFor(component, context);
    case 'checkbox':
      return dice.roll(3) > 0;
    case 'datetime':
      return new Date(now + 5 * DAY).toISOString().slice(0, 10);
    default:
      return component.validate?.validationType === 'custom' ? 'https://example.org/atto' : 'testo';
  }
}

/** Mostly what leads where nothing went before; else the first option, which leads on, while the others mostly lead back. */
function choose(
  { key = '', values = [] }: FormComponent,
  { dice, wanted }: AnswerContext,
): string | undefined {
  const options = values.map(({ value }) => value);
  const asked = options.filter((value) => wanted.has(`${key} = "${value}"`));
  const meant = asked.length > 0 ? asked : options.filter((value) => wanted.has(`"${value}"`));
  if (meant.length > 0 && dice.roll(3) > 0) return dice.pick(meant);
  return dice.roll(3) > 0 ? options[0] : dice.pick(options);
}

function numberFor({ validate }: FormComponent, { dice, limits }: AnswerContext): number {
  const least = validate?.min ?? 1;
  if (limits.length === 0 || dice.roll(2) === 0) return least;
  const near = (dice.pick(limits) ?? least) + dice.roll(3) - 1;
  return Math.min(Math.max(near, validate?.min ?? near), validate?.max ?? near);
}

function isHidden(component: FormComponent, values: Plain): boolean {
  const hide = component.conditional?.hide;
  if (hide === undefined) return false;
  const compiled = compileExpression(hide.replace(/^=/, ''));
  if (!compiled.ok) throw new Error(`Expected FEEL, but found ${hide}`);
  const view = {
    get: (name: string): FeelValue | undefined =>
      values[name] === undefined ? undefined : fromJson(JSON.stringify(values[name])),
  };
  const result = compiled.expression.evaluate(view, { now: 0 });
  return result.ok && toJson(result.value) === 'true';
}
