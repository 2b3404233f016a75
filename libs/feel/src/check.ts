import { BUILTINS } from './builtins/table.ts';
import { siteOf } from './compile/compiler.ts';
import type { Outside } from './compile/compiler.ts';
import { outsideOf } from './compile/expression.ts';
import type { CompileOptions } from './compile/expression.ts';
import { StaticScope } from './compile/scope.ts';
import { compileTests } from './compile/tests.compile.ts';
import { partsOf } from './compile/weight.ts';
import { canonicalName, knownNames } from './syntax/names.ts';
import { parseOnce } from './syntax/parse-memo.ts';
import { parseUnaryTests } from './syntax/parser.ts';
import { problemAt, SyntaxFault } from './syntax/syntax-problem.ts';
import type { FeelProblem } from './syntax/syntax-problem.ts';
import type { Syntax } from './syntax/syntax.ts';
import { inferType, mayBeBoolean } from './types/infer.ts';
import { BOOLEAN } from './types/type.ts';
import type { FeelType } from './types/type.ts';

/** Why an expression would not run on Camunda 8.9 as it runs here. */
export type PortabilityCode = 'FUNCTION' | 'NAME_WITH_BLANK' | 'EXTERNAL_FUNCTION' | 'TYPE';

/** A piece of an expression that Camunda 8.9 does not have. Lines and columns count from 1. */
export interface NotPortable {
  readonly code: PortabilityCode;
  /** The function, name or type that is meant. */
  readonly what: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** What can be said of a text in FEEL without running it. */
export interface FeelCheck {
  readonly ok: boolean;
  readonly problems: readonly FeelProblem[];
  /** The variables it may read from outside, without built-ins. */
  readonly dependsOn: readonly string[];
  /** The type of its value; null where that cannot be said. Whatever the type, the value may be null. */
  readonly type: FeelType | null;
  /** Whether the value can be true or false at all, as that of a condition must. */
  readonly mayBeBoolean: boolean;
  /** The built-ins it calls, each once. */
  readonly functions: readonly string[];
  /** Empty where all of it runs on Camunda 8.9. */
  readonly notPortable: readonly NotPortable[];
}

/** Checks an expression (without the leading `=`): faults, free variables, type, and what is not portable. */
export function checkExpression(source: string, options: CompileOptions = {}): FeelCheck {
  return check(source, options, (outside) => {
    const syntax = parseOnce(source, options);
    siteOf(new StaticScope(null), outside).compile(syntax);
    const types = new Map([...(options.variables ?? [])].map(([name, type]) => [canonicalName(name), type]));
    return { parts: [syntax], type: inferType(syntax, types), mayBeBoolean: mayBeBoolean(syntax, types) };
  });
}

/** Checks the unary tests of a decision table's cell. */
export function checkUnaryTests(source: string, options: CompileOptions = {}): FeelCheck {
  return check(source, options, (outside) => {
    const syntax = parseUnaryTests(
      source,
      knownNames(options.variables ?? new Map()),
      options.typeOf ?? (() => null),
    );
    compileTests(syntax, siteOf(new StaticScope(null), outside));
    return { parts: syntax.tests, type: BOOLEAN, mayBeBoolean: true };
  });
}

interface Checked extends Pick<FeelCheck, 'type' | 'mayBeBoolean'> {
  readonly parts: readonly Syntax[];
}

function check(source: string, options: CompileOptions, compile: (outside: Outside) => Checked): FeelCheck {
  const outside = outsideOf(options);
  try {
    const { parts, ...value } = compile(outside);
    const functions = [...new Set(outside.calls.map((call) => call.name))];
    const notPortable = [
      ...foreignCalls(source, outside),
      ...parts.flatMap((part) => foreignParts(source, part)),
    ];
    notPortable.sort((left, right) => left.offset - right.offset);
    const dependsOn = [...outside.dependsOn];
    return { ok: true, problems: [], dependsOn, ...value, functions, notPortable };
  } catch (error) {
    const fault =
      error instanceof RangeError ? new SyntaxFault('TOO_DEEP', 0, 'Expected less nesting.') : error;
    if (!(fault instanceof SyntaxFault)) throw error;
    const problems = [problemAt(source, fault)];
    const nothing = { dependsOn: [], type: null, mayBeBoolean: true, functions: [], notPortable: [] };
    return { ok: false, problems, ...nothing };
  }
}

function foreignCalls(source: string, outside: Outside): NotPortable[] {
  return outside.calls
    .filter(({ name }) => !(BUILTINS.get(name)?.origin ?? '').includes('camunda'))
    .map(({ name, from }) => notPortable(source, 'FUNCTION', name, from));
}

/** Faults of the syntax itself; names of built-ins are none. */
function foreignParts(source: string, syntax: Syntax): NotPortable[] {
  const within = partsOf(syntax).flatMap((part) =>
    isBuiltinName(syntax, part) ? [] : foreignParts(source, part),
  );
  const own = foreignPart(source, syntax);
  return own === null ? within : [own, ...within];
}

function isBuiltinName(parent: Syntax, part: Syntax): boolean {
  return (
    parent.kind === 'call' &&
    part === parent.callee &&
    part.kind === 'name' &&
    BUILTINS.has(canonicalName(part.name))
  );
}

function foreignPart(source: string, syntax: Syntax): NotPortable | null {
  switch (syntax.kind) {
    case 'name':
      return isPlain(syntax.name) || source[syntax.from] === '`'
        ? null
        : notPortable(source, 'NAME_WITH_BLANK', syntax.name, syntax.from);
    case 'path':
      return isPlain(syntax.name) || source[syntax.to - 1] === '`' || KNOWN_PROPERTIES.has(syntax.name)
        ? null
        : notPortable(source, 'NAME_WITH_BLANK', syntax.name, syntax.to - syntax.name.length);
    case 'function':
      return syntax.external ? notPortable(source, 'EXTERNAL_FUNCTION', 'external', syntax.from) : null;
    case 'instance of':
      return isSimple(syntax.type) ? null : notPortable(source, 'TYPE', syntax.type.kind, syntax.from);
    default:
      return null;
  }
}

const KNOWN_PROPERTIES: ReadonlySet<string> = new Set(['time offset', 'start included', 'end included']);

/** Camunda reads names with blanks and symbols in backticks only. */
function isPlain(name: string): boolean {
  return /^[\p{L}_?][\p{L}\p{N}_]*$/u.test(name);
}

/** Camunda knows no types of elements or entries. */
function isSimple(type: FeelType): boolean {
  if (type.kind === 'list') return type.of.kind === 'any';
  if (type.kind === 'context') return type.entries.size === 0;
  return type.kind !== 'range' && type.kind !== 'function';
}

function notPortable(source: string, code: PortabilityCode, what: string, offset: number): NotPortable {
  const { line, column } = problemAt(source, new SyntaxFault('SYNTAX', offset, ''));
  return { code, what, offset, line, column };
}
