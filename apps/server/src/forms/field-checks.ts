import { Decimal } from 'decimal.js';
import { isLosslessNumber } from 'lossless-json';
import { RE2JS } from 're2js';
import type { FormContext } from './form-context.ts';
import type { FormComponent } from './form-schema.ts';

export type FaultParams = Readonly<Record<string, string | number>>;

/** What is wrong with a value: a rule of the dictionary (`errors:field.<rule>`) and its parameters. */
export interface Fault {
  readonly rule: string;
  readonly params?: FaultParams;
  /** Where within the value, for lists. */
  readonly at?: string;
}

type Check = (component: FormComponent, value: unknown, context: FormContext) => Fault | undefined;

/** Checks of a value that is there, by the type of its component; a type that is not listed has no value. */
export const checkOfType: Readonly<Record<string, Check>> = {
  textfield: checkText,
  textarea: checkText,
  number: checkNumber,
  checkbox: (_, value) => (typeof value === 'boolean' ? undefined : wrongType('boolean')),
  select: checkOption,
  radio: checkOption,
  checklist: checkOptions,
  taglist: checkOptions,
  datetime: checkDateTime,
  filepicker: (_, value) =>
    Array.isArray(value) || typeof value === 'string' ? undefined : wrongType('file'),
};

/** `expected` is a key of the dictionary (`errors:type.<expected>`). */
export function wrongType(expected: string): Fault {
  return { rule: 'type', params: { expected } };
}

/** Nothing was filled in. */
export function isEmpty(component: FormComponent, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return component.type === 'checkbox' && value === false;
}

const emailPattern = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const phonePattern = /^(\+|00)[1-9][0-9 ]{5,19}$/;

function checkText(component: FormComponent, value: unknown, context: FormContext): Fault | undefined {
  if (typeof value !== 'string') return wrongType('string');
  const { validate } = component;
  const length = value.trim().length;
  const min = limit(validate?.minLength, context);
  if (min !== undefined && length < min.toNumber())
    return { rule: 'minLength', params: { min: min.toNumber() } };
  const max = limit(validate?.maxLength, context);
  if (max !== undefined && length > max.toNumber())
    return { rule: 'maxLength', params: { max: max.toNumber() } };
  if (validate?.pattern !== undefined && !matches(validate.pattern, value)) return { rule: 'pattern' };
  if (validate?.validationType === 'email' && !emailPattern.test(value)) return { rule: 'email' };
  if (validate?.validationType === 'phone' && !phonePattern.test(value)) return { rule: 'phone' };
  return undefined;
}

/**
 * Patterns come with a diagram and meet what strangers type: they run on an engine whose time grows with the
 * text only. A pattern beyond it (look-ahead, back-reference) is left to the page.
 */
function matches(pattern: string, value: string): boolean {
  try {
    return RE2JS.compile(pattern).matcher(value).find();
  } catch {
    return true;
  }
}

function checkNumber(component: FormComponent, value: unknown, context: FormContext): Fault | undefined {
  const number = component.serializeToString ? decimalOfText(value) : decimalOf(value);
  if (number === undefined) return wrongType(component.serializeToString ? 'string' : 'number');
  const { decimalDigits, increment, validate } = component;
  if (decimalDigits !== undefined && number.decimalPlaces() > decimalDigits) {
    return decimalDigits === 0 ? wrongType('int') : { rule: 'decimals', params: { max: decimalDigits } };
  }
  const min = limit(validate?.min, context);
  if (min !== undefined && number.lt(min)) return { rule: 'min', params: { min: min.toString() } };
  const max = limit(validate?.max, context);
  if (max !== undefined && number.gt(max)) return { rule: 'max', params: { max: max.toString() } };
  const step = limit(increment, context);
  if (step !== undefined && step.gt(0) && !number.mod(step).isZero()) {
    return { rule: 'step', params: { step: step.toString() } };
  }
  return undefined;
}

function decimalOf(value: unknown): Decimal | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return new Decimal(value);
  return isLosslessNumber(value) ? decimalOfText(value.value) : undefined;
}

function decimalOfText(value: unknown): Decimal | undefined {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return undefined;
  return new Decimal(value);
}

/** A limit is a number, its text, or an expression; one that cannot be worked out limits nothing. */
function limit(given: number | string | undefined, context: FormContext): Decimal | undefined {
  if (given === undefined || given === '') return undefined;
  const value = typeof given === 'string' && given.trim().startsWith('=') ? context.evaluate(given) : given;
  return decimalOf(value) ?? decimalOfText(value);
}

function checkOption(component: FormComponent, value: unknown, context: FormContext): Fault | undefined {
  const options = optionsOf(component, context);
  if (options === undefined) return undefined;
  return options.has(optionKey(value)) ? undefined : { rule: 'option' };
}

function checkOptions(component: FormComponent, value: unknown, context: FormContext): Fault | undefined {
  if (!Array.isArray(value)) return wrongType('array');
  const options = optionsOf(component, context);
  if (options === undefined) return undefined;
  const wrong = value.findIndex((item) => !options.has(optionKey(item)));
  return wrong < 0 ? undefined : { rule: 'option', at: `[${wrong}]` };
}

/** The values to choose from; undefined where the form does not say any. */
function optionsOf(component: FormComponent, context: FormContext): ReadonlySet<string> | undefined {
  const listed = component.values?.map(({ value }) => value);
  if (listed) return new Set(listed.map(optionKey));
  const found =
    component.valuesExpression !== undefined
      ? context.evaluate(component.valuesExpression)
      : component.valuesKey !== undefined
        ? context.valueAt(component.valuesKey)
        : undefined;
  if (found === undefined) return undefined;
  return new Set(Array.isArray(found) ? found.map((item: unknown) => optionKey(optionValue(item))) : []);
}

/** A dynamic option is a plain value or `{ label, value }`. */
function optionValue(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'value' in item && !isLosslessNumber(item)
    ? item.value
    : item;
}

function optionKey(value: unknown): string {
  const plain = isLosslessNumber(value) ? Number(value.value) : value;
  return `${typeof plain} ${JSON.stringify(plain)}`;
}

const clockTime = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)?';
const timePattern = new RegExp(`^${clockTime}$`);
const dateTimePattern = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})T${clockTime}$`);

function checkDateTime(component: FormComponent, value: unknown, context: FormContext): Fault | undefined {
  const subtype = component.subtype ?? 'date';
  if (typeof value !== 'string') return wrongType('date');
  if (subtype === 'time') return timePattern.test(value) ? undefined : { rule: 'time' };
  const day = subtype === 'date' ? value : dateTimePattern.exec(value)?.[1];
  if (day === undefined || !isDay(day)) return { rule: subtype === 'date' ? 'date' : 'dateTime' };
  const passed = component.disallowPassedDates === true && day < String(context.evaluate('today()'));
  return passed ? { rule: 'min', params: { min: String(context.evaluate('today()')) } } : undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
