import { randomOf } from './random.ts';

const ROOTS = [
  ...[0, 1, 2].map((n) => `<signal id="signal${n}" name="S${n}"/>`),
  '<message id="message0" name="m"/><message id="message1" name="thrown"/>',
  '<error id="error0" errorCode="E"/><escalation id="escalation0" escalationCode="W"/>',
].join('');

const SCOPES: ReadonlySet<string> = new Set(['subProcess', 'transaction', 'adHocSubProcess']);

/** Writes a process at random choices that a seed determines, and counts what it writes. */
export class RandomXml {
  /** How often each element and event definition was written. */
  readonly kinds = new Map<string, number>();
  readonly random: () => number;
  #lines: string[] = [];
  #count = 0;

  constructor(seed: number) {
    this.random = randomOf(seed);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  add(tag: string, attributes = '', inside = ''): string {
    const id = `n${++this.#count}`;
    this.#countKind(tag);
    // What lies inside a scope was counted when it was written.
    const own = SCOPES.has(tag) ? '' : inside;
    for (const [, kind = ''] of own.matchAll(/<(\w+(?:EventDefinition|LoopCharacteristics))[ >/]/g))
      this.#countKind(kind);
    this.#lines.push(`<${tag} id="${id}"${attributes}>${inside}</${tag}>`);
    return id;
  }

  #countKind(kind: string): void {
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
  }

  flow(from: string, to: string, condition?: string): string {
    const id = `f${++this.#count}`;
    const inside = condition === undefined ? '' : `<conditionExpression>=${condition}</conditionExpression>`;
    this.#lines.push(
      `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`,
    );
    return id;
  }

  associate(boundary: string, handler: string): void {
    this.#lines.push(
      `<association id="a${++this.#count}" sourceRef="${boundary}" targetRef="${handler}" associationDirection="One"/>`,
    );
  }

  /** What `write` writes, as the content of a scope. */
  inside(write: () => void): string {
    const outer = this.#lines;
    this.#lines = [];
    write();
    const content = this.#lines.join('');
    this.#lines = outer;
    return content;
  }

  definitions(...processes: readonly (readonly [id: string, body: string])[]): string {
    const written = processes.map(
      ([id, body]) => `<process id="${id}" isExecutable="true">${body}</process>`,
    );
    return `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="random">${ROOTS}${written.join('')}</definitions>`;
  }
}

export function extensions(inside: string): string {
  return `<extensionElements>${inside}</extensionElements>`;
}

/** A script that counts how often it ran in `turns`. */
export const COUNTING = extensions(
  '<zeebe:script expression="=if turns = null then 1 else turns + 1" resultVariable="turns"/>',
);
