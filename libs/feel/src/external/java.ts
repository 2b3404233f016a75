import {
  compareNumbers,
  FeelDecimal,
  fromDecimal,
  isFeelNumber,
  isIntegral,
  parseNumber,
  toPlainNumber,
} from '../values/number.ts';
import type { FeelNumber } from '../values/number.ts';
import { valueToString } from '../values/text.ts';
import { isList } from '../values/value.ts';
import type { FeelValue } from '../values/value.ts';

/** Gives null where the arguments are not what the signature wants. */
type External = (args: readonly FeelValue[]) => FeelValue;

function numeric(compute: (...numbers: readonly FeelNumber[]) => FeelNumber | null): External {
  return (args) => (args.every(isFeelNumber) ? compute(...(args as readonly FeelNumber[])) : null);
}

function floating(compute: (...numbers: readonly number[]) => number): External {
  return numeric((...numbers) => {
    const result = compute(...numbers.map(toPlainNumber));
    return Number.isFinite(result) ? fromDecimal(new FeelDecimal(result)) : null;
  });
}

function integral(bits: number): External {
  const limit = 2 ** (bits - 1);
  return numeric((value = 0) => {
    const plain = toPlainNumber(value);
    return isIntegral(value) && plain >= -limit && plain < limit ? value : null;
  });
}

function larger(left: FeelNumber = 0, right: FeelNumber = 0): FeelNumber {
  return compareNumbers(left, right) >= 0 ? left : right;
}

function smaller(left: FeelNumber = 0, right: FeelNumber = 0): FeelNumber {
  return compareNumbers(left, right) <= 0 ? left : right;
}

function parse(pattern: RegExp): External {
  return ([text]) => (typeof text === 'string' && pattern.test(text) ? parseNumber(text) : null);
}

/** `%s` and `%d` only, the arguments in order. */
function format([pattern, args]: readonly FeelValue[]): FeelValue {
  if (typeof pattern !== 'string' || args === undefined) return null;
  const values = isList(args) ? [...args] : [args];
  let missing = false;
  const text = pattern.replace(/%([sd%])/g, (_, kind: string) => {
    if (kind === '%') return '%';
    const value = values.shift();
    if (value === undefined || (kind === 'd' && !isFeelNumber(value))) missing = true;
    return valueToString(value ?? null);
  });
  return missing ? null : text;
}

const INTEGER = /^[+-]?\d{1,10}$/;
const FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const PAIRS = ['int', 'long', 'float', 'double'] as const;

/** Pure functions of Java's library by their signatures, for models that were written for engines on Java. */
export const JAVA_FUNCTIONS: Readonly<Record<string, External>> = Object.assign(
  Object.create(null) as Record<string, External>,
  Object.fromEntries(PAIRS.map((type) => [`java.lang.Math.max(${type},${type})`, numeric(larger)])),
  Object.fromEntries(PAIRS.map((type) => [`java.lang.Math.min(${type},${type})`, numeric(smaller)])),
  {
    'java.lang.Math.abs(double)': floating(Math.abs),
    'java.lang.Math.abs(int)': floating(Math.abs),
    'java.lang.Math.abs(long)': floating(Math.abs),
    'java.lang.Math.sin(double)': floating(Math.sin),
    'java.lang.Math.cos(double)': floating(Math.cos),
    'java.lang.Math.tan(double)': floating(Math.tan),
    'java.lang.Math.asin(double)': floating(Math.asin),
    'java.lang.Math.acos(double)': floating(Math.acos),
    'java.lang.Math.atan(double)': floating(Math.atan),
    'java.lang.Math.sqrt(double)': floating(Math.sqrt),
    'java.lang.Math.cbrt(double)': floating(Math.cbrt),
    'java.lang.Math.exp(double)': floating(Math.exp),
    'java.lang.Math.log(double)': floating(Math.log),
    'java.lang.Math.log10(double)': floating(Math.log10),
    'java.lang.Math.pow(double,double)': floating((base = 0, exponent = 0) => base ** exponent),
    'java.lang.Math.floor(double)': floating(Math.floor),
    'java.lang.Math.ceil(double)': floating(Math.ceil),
    'java.lang.Math.round(double)': floating(Math.round),
    'java.lang.Byte.valueOf(byte)': integral(8),
    'java.lang.Short.valueOf(short)': integral(16),
    'java.lang.Integer.valueOf(int)': integral(32),
    'java.lang.Long.valueOf(long)': integral(64),
    'java.lang.Integer.valueOf(java.lang.String)': parse(INTEGER),
    'java.lang.Integer.parseInt(java.lang.String)': parse(INTEGER),
    'java.lang.Long.valueOf(java.lang.String)': parse(/^[+-]?\d{1,18}$/),
    'java.lang.Float.valueOf(java.lang.String)': parse(FLOAT),
    'java.lang.Double.valueOf(java.lang.String)': parse(FLOAT),
    'java.lang.Double.parseDouble(java.lang.String)': parse(FLOAT),
    'java.lang.String.valueOf(char)': ([text]: readonly FeelValue[]) =>
      typeof text === 'string' && text.length === 1 ? text : null,
    'java.lang.String.format(java.lang.String,[Ljava.lang.Object;)': format,
  },
);
