import { checkFlow } from './check-flow.ts';
import type {
  Block,
  Boundary,
  Branch,
  ChoicesStep,
  DecisionStep,
  EndStep,
  EventStep,
  FlowProblem,
  ParallelStep,
  Step,
  TaskStep,
} from './flow.ts';
import { type BranchRule, readBranches } from './read-branches.ts';
import { type Head, readHead, readTail, slug } from './read-head.ts';
import { readEndKind, readKind, readTrigger } from './read-kind.ts';
import { readLines, type TextNode } from './read-lines.ts';
import { isRepeat, readRepeat } from './read-repeat.ts';
import type { Report } from './report.ts';

export type FlowReading =
  | { readonly ok: true; readonly flow: Block }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] };

/** Reads a flow in the notation of `flow.ts`; every problem is reported, with its line. */
export function parseFlow(text: string): FlowReading {
  const { nodes, problems: indentation } = readLines(text);
  const problems: FlowProblem[] = [...indentation];
  const report: Report = (line, code, reason) => problems.push({ line, code, reason });
  const flow = readBlock(nodes, report);
  if (problems.length === 0) problems.push(...checkFlow(flow));
  return problems.length === 0 ? { ok: true, flow } : { ok: false, problems };
}

function readBlock(nodes: readonly TextNode[], report: Report): Block {
  return nodes.flatMap((node) => readStep(node, report) ?? []);
}

function readStep(node: TextNode, report: Report): Step | undefined {
  const jump = /^(?:torna a|prosegui da)\s+#([a-z0-9-]+)$/.exec(node.text);
  if (jump !== null) {
    noChildren(node, report);
    return { kind: 'goto', target: jump[1] ?? '', line: node.line };
  }
  if (node.text.startsWith('quando ')) return readEvent(node, report);
  const head = readHead(node.text);
  if (head === undefined) {
    report(node.line, 'UNKNOWN_LINE', `Expected "role: Step", but found "${node.text}"`);
    return undefined;
  }
  if (head.wrongLines !== undefined) {
    report(node.line, 'WRONG_LINES', `Expected lines like "12, 14-16", but found "${head.wrongLines}"`);
  }
  if (head.name === '' && head.keyword !== 'parallelo') {
    report(node.line, 'MISSING_NAME', 'Expected a name after the colon, but found none');
  }
  const [keyword, lane] = splitKeyword(head.keyword);
  if (keyword === 'decisione') return readDecision(node, head, lane, report);
  if (keyword === 'scelte') return readChoices(node, head, lane, report);
  if (keyword === 'parallelo') return readParallel(node, head, lane, report);
  if (keyword === 'fine') return readEnd(node, head, lane, report);
  return readActivity(node, head, report);
}

/** `dirigente decisione` is a decision in the lane `dirigente`. */
function splitKeyword(keyword: string): [keyword: string, lane: string | undefined] {
  const found = /^(?:(.*)\s)?(decisione|scelte|parallelo|fine)$/.exec(keyword);
  return found === null ? ['', keyword] : [found[2] ?? '', found[1]];
}

function base(node: TextNode, head: Omit<Head, 'keyword' | 'kind'>, lane: string | undefined) {
  return { id: head.id ?? slug(head.name), name: head.name, lane, origin: head.origin, line: node.line };
}

function readDecision(node: TextNode, head: Head, lane: string | undefined, report: Report): DecisionStep {
  const branches = branchesOf(node, 'one', head.variable, report);
  return { ...base(node, head, lane), kind: 'decision', variable: head.variable, branches };
}

function readChoices(node: TextNode, head: Head, lane: string | undefined, report: Report): ChoicesStep {
  const branches = branchesOf(node, 'several', head.variable, report);
  return { ...base(node, head, lane), kind: 'choices', variable: head.variable, branches };
}

function branchesOf(
  node: TextNode,
  rule: BranchRule,
  variable: string | undefined,
  report: Report,
): Branch[] {
  return readBranches(node, { rule, variable, report, block: (nodes) => readBlock(nodes, report) });
}

function readParallel(node: TextNode, head: Head, lane: string | undefined, report: Report): ParallelStep {
  const named = head.id === undefined && head.name === '' ? { ...head, id: `parallelo-${node.line}` } : head;
  return {
    ...base(node, named, lane),
    kind: 'parallel',
    branches: branchesOf(node, 'all', undefined, report),
  };
}

function readEnd(node: TextNode, head: Head, lane: string | undefined, report: Report): EndStep {
  noChildren(node, report);
  const end = readEndKind(head.kind);
  if (end === undefined) {
    report(
      node.line,
      'UNKNOWN_KIND',
      `Expected "errore CODICE", "messaggio nome", "segnale nome" or "termina", but found "${head.kind ?? ''}"`,
    );
  }
  return { ...base(node, head, lane), kind: 'end', end: end ?? { type: 'none' } };
}

function readActivity(node: TextNode, head: Head, report: Report): Step {
  const common = base(node, head, head.keyword);
  const kind = readKind(head.kind);
  if (kind === undefined) {
    report(
      node.line,
      'UNKNOWN_KIND',
      `Expected a kind of step in parentheses, but found "${head.kind ?? ''}"`,
    );
    return { ...common, kind: 'task', task: { type: 'user' }, repeat: undefined, boundaries: [] };
  }
  if (kind.type === 'wait' || kind.type === 'throw') {
    noChildren(node, report);
    return kind.type === 'wait'
      ? { ...common, kind: 'wait', trigger: kind.trigger }
      : { ...common, kind: 'throw', trigger: kind.trigger };
  }
  const isBoundary = (child: TextNode): boolean => child.text.startsWith('se ');
  const boundaries = node.children.filter(isBoundary).flatMap((child) => readBoundary(child, head, report));
  const repeat = readRepeat(node.children.filter(isRepeat), report);
  const inner = node.children.filter((child) => !isBoundary(child) && !isRepeat(child));
  if (kind.type === 'subprocess') {
    if (inner.length === 0)
      report(node.line, 'MISSING_BRANCHES', 'Expected steps below the sub-process, but found none');
    return { ...common, kind: 'subprocess', block: readBlock(inner, report), repeat, boundaries };
  }
  for (const child of inner) {
    report(
      child.line,
      'UNEXPECTED_BLOCK',
      `Expected "se …:" or "per ogni …" below a step, but found "${child.text}"`,
    );
  }
  return { ...common, kind: 'task', task: kind, repeat, boundaries } satisfies TaskStep;
}

/** `quando messaggio rinuncia, senza interrompere: Name #id`, with what is done then below it. */
function readEvent(node: TextNode, report: Report): EventStep | undefined {
  const found = /^quando\s+(.*?)(,\s*senza interrompere)?\s*:(?!.*:)(.*)$/.exec(node.text);
  const trigger = found === null ? undefined : readTrigger(found[1] ?? '');
  if (found === null || trigger === undefined || trigger.type === 'error') {
    report(
      node.line,
      'UNKNOWN_KIND',
      `Expected "quando messaggio nome: Name", "quando segnale nome: Name", "quando condizione =x: Name" or "quando scade P5D: Name", but found "${node.text}"`,
    );
    return undefined;
  }
  const head = readTail(found[3] ?? '');
  if (head.name === '') report(node.line, 'MISSING_NAME', 'Expected a name after the colon, but found none');
  if (node.children.length === 0)
    report(node.line, 'MISSING_BRANCHES', 'Expected steps below "quando", but found none');
  const interrupting = found[2] === undefined;
  const block = readBlock(node.children, report);
  return { ...base(node, head, undefined), kind: 'event', trigger, interrupting, block };
}

function readBoundary(node: TextNode, head: Head, report: Report): Boundary[] {
  const found = /^se\s+(.*?)(,\s*senza interrompere)?\s*:(?!.*:)(.*)$/.exec(node.text);
  const trigger = found === null ? undefined : readTrigger(found[1] ?? '');
  if (found === null || trigger === undefined) {
    report(
      node.line,
      'UNKNOWN_KIND',
      `Expected "se scade P5D: Name", "se messaggio nome: Name", "se segnale nome: Name", "se condizione =x: Name" or "se errore CODICE: Name", but found "${node.text}"`,
    );
    return [];
  }
  const tail = readTail(found[3] ?? '');
  if (tail.name === '') report(node.line, 'MISSING_NAME', 'Expected a name after the colon, but found none');
  return [
    {
      id: tail.id ?? `${head.id ?? slug(head.name)}-${slug(tail.name)}`,
      name: tail.name,
      trigger,
      interrupting: found[2] === undefined,
      origin: tail.origin,
      block: readBlock(node.children, report),
      line: node.line,
    },
  ];
}

function noChildren(node: TextNode, report: Report): void {
  const child = node.children[0];
  if (child !== undefined) {
    report(
      child.line,
      'UNEXPECTED_BLOCK',
      `Expected nothing below "${node.text}", but found "${child.text}"`,
    );
  }
}
