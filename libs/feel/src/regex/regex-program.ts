import type { CharSet, Regex } from './regex-syntax.ts';

type Test = (codePoint: number, char: string) => boolean;

/** One instruction. Numbers are places in the program. */
export type Instruction =
  | { readonly op: 'char'; readonly test: Test }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'mark'; readonly loop: number }
  | { readonly op: 'progress'; readonly loop: number }
  | { readonly op: 'assert'; readonly kind: 'start' | 'end' | 'word' | 'not word' }
  | { readonly op: 'back'; readonly group: number }
  | { readonly op: 'look'; readonly program: Program; readonly behind: boolean; readonly negative: boolean }
  | { readonly op: 'match' };

export type Program = readonly Instruction[];

/** The instructions of a backtracking matcher for an expression, and how many loops are among them. */
export function compileProgram(regex: Regex, ignoreCase: boolean): { program: Program; loops: number } {
  const compiler = new ProgramCompiler(ignoreCase);
  const program = compiler.compile(regex);
  return { program, loops: compiler.loops };
}

class ProgramCompiler {
  loops = 0;

  constructor(private readonly ignoreCase: boolean) {}

  compile(regex: Regex): Program {
    const program: Instruction[] = [];
    this.emit(regex, program);
    program.push({ op: 'match' });
    return program;
  }

  private emit(regex: Regex, program: Instruction[]): void {
    switch (regex.kind) {
      case 'set':
        program.push({ op: 'char', test: testOf(regex.set, this.ignoreCase) });
        return;
      case 'sequence':
        for (const part of regex.parts) this.emit(part, program);
        return;
      case 'choice':
        this.emitChoice(regex.options, program);
        return;
      case 'repeat':
        this.emitRepeat(regex, program);
        return;
      case 'group':
        program.push({ op: 'save', slot: regex.index * 2 });
        this.emit(regex.of, program);
        program.push({ op: 'save', slot: regex.index * 2 + 1 });
        return;
      case 'back reference':
        program.push({ op: 'back', group: regex.group });
        return;
      case 'look':
        program.push({
          op: 'look',
          program: this.compile(regex.of),
          behind: regex.behind,
          negative: regex.negative,
        });
        return;
      default:
        program.push({ op: 'assert', kind: regex.kind });
    }
  }

  private emitChoice(options: readonly Regex[], program: Instruction[]): void {
    const jumps: { op: 'jump'; to: number }[] = [];
    for (const [index, option] of options.entries()) {
      const last = index === options.length - 1;
      const split = { op: 'split' as const, first: program.length + 1, second: 0 };
      if (!last) program.push(split);
      this.emit(option, program);
      if (last) break;
      const jump = { op: 'jump' as const, to: 0 };
      jumps.push(jump);
      program.push(jump);
      split.second = program.length;
    }
    for (const jump of jumps) jump.to = program.length;
  }

  private emitRepeat(regex: Extract<Regex, { kind: 'repeat' }>, program: Instruction[]): void {
    for (let count = 0; count < regex.min; count += 1) this.emit(regex.of, program);
    if (regex.max === Infinity) {
      this.emitLoop(regex.of, regex.lazy, program);
      return;
    }
    const splits: { op: 'split'; first: number; second: number }[] = [];
    for (let count = regex.min; count < regex.max; count += 1) {
      const split = { op: 'split' as const, first: 0, second: 0 };
      splits.push(split);
      program.push(split);
      this.enter(split, program.length, regex.lazy);
      this.emit(regex.of, program);
    }
    for (const split of splits) this.leave(split, program.length, regex.lazy);
  }

  /** A pass that takes nothing ends the loop: it would go on forever. */
  private emitLoop(of: Regex, lazy: boolean, program: Instruction[]): void {
    const loop = this.loops;
    this.loops += 1;
    const split = { op: 'split' as const, first: 0, second: 0 };
    const start = program.length;
    program.push(split);
    this.enter(split, program.length, lazy);
    program.push({ op: 'mark', loop });
    this.emit(of, program);
    program.push({ op: 'progress', loop }, { op: 'jump', to: start });
    this.leave(split, program.length, lazy);
  }

  private enter(split: { first: number; second: number }, to: number, lazy: boolean): void {
    if (lazy) split.second = to;
    else split.first = to;
  }

  private leave(split: { first: number; second: number }, to: number, lazy: boolean): void {
    if (lazy) split.first = to;
    else split.second = to;
  }
}

function testOf(set: CharSet, ignoreCase: boolean): Test {
  const exact = exactTest(set);
  if (!ignoreCase) return exact;
  return (code, char) =>
    exact(code, char) ||
    [char.toLowerCase(), char.toUpperCase()].some((other) => exact(other.codePointAt(0) ?? code, other));
}

function exactTest(set: CharSet): Test {
  const properties = set.properties.length === 0 ? null : new RegExp(`^[${set.properties.join('')}]$`, 'u');
  const minus = set.minus === null ? null : exactTest(set.minus);
  return (code, char) => {
    const listed =
      set.ranges.some(([from, to]) => code >= from && code <= to) || properties?.test(char) === true;
    return listed !== set.negated && minus?.(code, char) !== true;
  };
}
