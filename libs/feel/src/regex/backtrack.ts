import type { Run } from '../run.ts';
import { compileProgram } from './regex-program.ts';
import type { Instruction, Program } from './regex-program.ts';
import type { Regex, RegexFlags } from './regex-syntax.ts';

/** A thread that can be taken up again: where it stands, and what it had captured. */
interface Choice {
  readonly pc: number;
  readonly at: number;
  readonly saved: readonly number[];
}

/**
 * A backtracking matcher for the patterns that no linear engine takes: back-references, look-arounds, sets with
 * subtraction. Each instruction spends a step of the evaluation, so that no pattern holds the server.
 */
export class BacktrackRegex {
  private readonly program: Program;
  private readonly loops: number;

  constructor(
    regex: Regex,
    private readonly groups: number,
    private readonly flags: RegexFlags,
  ) {
    const { program, loops } = compileProgram(regex, flags.ignoreCase);
    this.program = program;
    this.loops = loops;
  }

  /** The places of the first match from `from` on: start and end of each group, −1 where it took no part. */
  exec(input: string, from: number, run: Run): readonly number[] | null {
    for (let start = from; start <= input.length; start += 1) {
      if (start > from && isLowSurrogate(input, start)) continue;
      const slots = Array.from({ length: (this.groups + 1) * 2 + this.loops }, () => -1);
      const found = this.run(this.program, input, start, slots, run);
      if (found !== null) return [start, found.at, ...found.saved.slice(2, (this.groups + 1) * 2)];
    }
    return null;
  }

  private run(
    program: Program,
    input: string,
    start: number,
    slots: readonly number[],
    run: Run,
  ): Choice | null {
    const choices: Choice[] = [{ pc: 0, at: start, saved: slots }];
    for (let thread = choices.pop(); thread !== undefined; thread = choices.pop()) {
      const ended = this.follow(program, input, thread, choices, run);
      if (ended !== null) return ended;
    }
    return null;
  }

  /** Follows one thread until it matches or fails; what it might do otherwise goes onto `choices`. */
  private follow(
    program: Program,
    input: string,
    thread: Choice,
    choices: Choice[],
    run: Run,
  ): Choice | null {
    let { pc, at, saved } = thread;
    for (;;) {
      run.step(1);
      const instruction = program[pc] as Instruction;
      pc += 1;
      switch (instruction.op) {
        case 'match':
          return { pc, at, saved };
        case 'char': {
          const code = input.codePointAt(at);
          if (code === undefined) return null;
          const char = String.fromCodePoint(code);
          if (!instruction.test(code, char)) return null;
          at += char.length;
          break;
        }
        case 'split':
          run.cell(1);
          choices.push({ pc: instruction.second, at, saved });
          pc = instruction.first;
          break;
        case 'jump':
          pc = instruction.to;
          break;
        case 'save':
          saved = replaced(saved, instruction.slot, at);
          break;
        case 'mark':
          saved = replaced(saved, this.loopSlot(instruction.loop), at);
          break;
        case 'progress':
          if (saved[this.loopSlot(instruction.loop)] === at) return null;
          break;
        case 'assert':
          if (!this.holds(instruction.kind, input, at)) return null;
          break;
        case 'back': {
          const next = this.backReference(input, at, saved, instruction.group);
          if (next === null) return null;
          at = next;
          break;
        }
        case 'look': {
          const seen = this.look(instruction, input, at, saved, run);
          if (seen === null) return null;
          saved = seen;
          break;
        }
      }
    }
  }

  private loopSlot(loop: number): number {
    return (this.groups + 1) * 2 + loop;
  }

  private look(
    look: { program: Program; behind: boolean; negative: boolean },
    input: string,
    at: number,
    saved: readonly number[],
    run: Run,
  ): readonly number[] | null {
    const found = look.behind
      ? this.behind(look.program, input, at, saved, run)
      : this.run(look.program, input, at, saved, run);
    if (look.negative) return found === null ? saved : null;
    return found === null ? null : found.saved;
  }

  private behind(
    program: Program,
    input: string,
    at: number,
    saved: readonly number[],
    run: Run,
  ): Choice | null {
    for (let start = at; start >= 0; start -= 1) {
      const found = this.run(program, input.slice(0, at), start, saved, run);
      if (found !== null && found.at === at) return found;
    }
    return null;
  }

  private holds(kind: 'start' | 'end' | 'word' | 'not word', input: string, at: number): boolean {
    const { multiline } = this.flags;
    if (kind === 'start') return at === 0 || (multiline && input[at - 1] === '\n');
    if (kind === 'end') return at === input.length || (multiline && input[at] === '\n');
    const border = /\w/.test(input[at - 1] ?? ' ') !== /\w/.test(input[at] ?? ' ');
    return border === (kind === 'word');
  }

  /** A group that took no part matches the empty text (XPath Functions 3.1 §5.6.1). */
  private backReference(input: string, at: number, saved: readonly number[], group: number): number | null {
    const from = saved[group * 2] ?? -1;
    const to = saved[group * 2 + 1] ?? -1;
    if (from < 0 || to < 0) return at;
    const captured = input.slice(from, to);
    const here = input.slice(at, at + captured.length);
    const same = this.flags.ignoreCase ? here.toLowerCase() === captured.toLowerCase() : here === captured;
    return same ? at + captured.length : null;
  }
}

function replaced(saved: readonly number[], slot: number, value: number): readonly number[] {
  const copy = [...saved];
  copy[slot] = value;
  return copy;
}

function isLowSurrogate(input: string, at: number): boolean {
  const unit = input.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0;
}
