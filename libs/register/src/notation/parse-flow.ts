import { checkFlow } from './check-flow.ts';
import type {
  Block,
  Boundary,
  Branch,
  DecisionStep,
  EndStep,
  FlowProblem,
  FlowProblemCode,
  ParallelStep,
  Step,
  TaskStep,
} from './flow.ts';
import { type Head, readHead, readTail, slug } from './read-head.ts';
import { readEndKind, readKind, readTrigger } from './read-kind.ts';
import { readLines, type TextNode } from './read-lines.ts';

export type FlowReading =
  | { readonly ok: true; readonly flow: Block }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] };

type Report = (line: number, code: FlowProblemCode, reason: string) => void;

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
  if (keyword === 'parallelo') return readParallel(node, head, lane, report);
  if (keyword === 'fine') return readEnd(node, head, lane, report);
  return readActivity(node, head, report);
}

/** `dirigente decisione` is a decision in the lane `dirigente`. */
function splitKeyword(keyword: string): [keyword: string, lane: string | undefined] {
  const found = /^(?:(.*)\s)?(decisione|parallelo|fine)$/.exec(keyword);
  return found === null ? ['', keyword] : [found[2] ?? '', found[1]];
}

function base(node: TextNode, head: Omit<Head, 'keyword' | 'kind'>, lane: string | undefined) {
  return { id: head.id ?? slug(head.name), name: head.name, lane, origin: head.origin, line: node.line };
}

function readDecision(node: TextNode, head: Head, lane: string | undefined, report: Report): DecisionStep {
  const branches = readBranches(node, head.variable, true, report);
  return { ...base(node, head, lane), kind: 'decision', variable: head.variable, branches };
}

function readParallel(node: TextNode, head: Head, lane: string | undefined, report: Report): ParallelStep {
  const named = head.id === undefined && head.name === '' ? { ...head, id: `parallelo-${node.line}` } : head;
  return {
    ...base(node, named, lane),
    kind: 'parallel',
    branches: readBranches(node, undefined, false, report),
  };
}

function readEnd(node: TextNode, head: Head, lane: string | undefined, report: Report): EndStep {
  noChildren(node, report);
  const end = readEndKind(head.kind);
  if (end === undefined) {
    report(
      node.line,
      'UNKNOWN_KIND',
      `Expected "errore CODICE", "messaggio nome" or "termina", but found "${head.kind ?? ''}"`,
    );
  }
  return { ...base(node, head, lane), kind: 'end', end: end ?? { type: 'none' } };
}

function readActivity(node: TextNode, head: Head, report: Report): Step {
  const lane = head.keyword;
  const kind = readKind(head.kind);
  if (kind === undefined) {
    report(
      node.line,
      'UNKNOWN_KIND',
      `Expected a kind of step in parentheses, but found "${head.kind ?? ''}"`,
    );
    return { ...base(node, head, lane), kind: 'task', task: { type: 'user' }, boundaries: [] };
  }
  if (kind.type === 'wait') {
    noChildren(node, report);
    return { ...base(node, head, lane), kind: 'wait', trigger: kind.trigger };
  }
  const isBoundary = (child: TextNode): boolean => child.text.startsWith('se ');
  const boundaries = node.children.filter(isBoundary).flatMap((child) => readBoundary(child, head, report));
  const inner = node.children.filter((child) => !isBoundary(child));
  if (kind.type === 'subprocess') {
    if (inner.length === 0)
      report(node.line, 'MISSING_BRANCHES', 'Expected steps below the sub-process, but found none');
    return { ...base(node, head, lane), kind: 'subprocess', block: readBlock(inner, report), boundaries };
  }
  for (const child of inner) {
    report(child.line, 'UNEXPECTED_BLOCK', `Expected "se …:" below a step, but found "${child.text}"`);
  }
  return { ...base(node, head, lane), kind: 'task', task: kind, boundaries } satisfies TaskStep;
}

function readBoundary(node: TextNode, head: Head, report: Report): Boundary[] {
  const found = /^se\s+(.*?)(,\s*senza interrompere)?\s*:(.*)$/.exec(node.text);
  const trigger = found === null ? undefined : readTrigger(found[1] ?? '');
  if (found === null || trigger === undefined) {
    report(
      node.line,
      'UNKNOWN_KIND',
      `Expected "se scade P5D: Name", "se messaggio nome: Name" or "se errore CODICE: Name", but found "${node.text}"`,
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

function readBranches(
  node: TextNode,
  variable: string | undefined,
  conditional: boolean,
  report: Report,
): Branch[] {
  const branches = node.children.flatMap((child) => readBranch(child, variable, conditional, report));
  if (branches.length < 2) {
    report(
      node.line,
      'MISSING_BRANCHES',
      `Expected two or more branches ("- Name:") below, but found ${branches.length}`,
    );
  }
  return branches;
}

/** `- Label [value]:`, `- Label [= FEEL]:` or `- Label [altrimenti]:`; the value is the label's slug by default. */
function readBranch(
  node: TextNode,
  variable: string | undefined,
  conditional: boolean,
  report: Report,
): Branch[] {
  const found = /^-\s+([^[\]]+?)\s*(?:\[(.*)\])?\s*:$/.exec(node.text);
  if (found === null) {
    report(node.line, 'UNKNOWN_LINE', `Expected a branch like "- Approvato:", but found "${node.text}"`);
    return [];
  }
  const label = found[1] ?? '';
  const given = found[2]?.trim();
  const block = readBlock(node.children, report);
  const otherwise = given === 'altrimenti';
  if (!conditional || otherwise) return [{ label, condition: undefined, otherwise, block, line: node.line }];
  if (given?.startsWith('=') !== true && variable === undefined) {
    report(
      node.line,
      'MISSING_CONDITION',
      'Expected "su variable" on the decision, or "[= condition]" on the branch',
    );
  }
  const condition =
    given?.startsWith('=') === true
      ? `=${given.slice(1).trim()}`
      : `=${variable ?? ''} = "${given ?? slug(label)}"`;
  return [{ label, condition, otherwise, block, line: node.line }];
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
