import type { Block, Branch } from './flow.ts';
import { slug } from './read-head.ts';
import type { TextNode } from './read-lines.ts';
import type { Report } from './report.ts';

/** How the branches of a step are chosen: all of them, the first that holds, or each that holds. */
export type BranchRule = 'all' | 'one' | 'several';

interface BranchReader {
  readonly rule: BranchRule;
  /** Variable with the answer, or with the list of answers. */
  readonly variable: string | undefined;
  readonly block: (nodes: readonly TextNode[]) => Block;
  readonly report: Report;
}

/** The branches below a decision, a choice of tracks or a parallel step: two at least. */
export function readBranches(node: TextNode, reader: BranchReader): Branch[] {
  const branches = node.children.flatMap((child) => readBranch(child, reader));
  if (branches.length < 2) {
    reader.report(
      node.line,
      'MISSING_BRANCHES',
      `Expected two or more branches ("- Name:") below, but found ${branches.length}`,
    );
  }
  return branches;
}

/** `- Label [value]:`, `- Label [= FEEL]:` or `- Label [altrimenti]:`; the value is the label's slug by default. */
function readBranch(node: TextNode, reader: BranchReader): Branch[] {
  const { rule, variable, report } = reader;
  const found = /^-\s+([^[\]]+?)\s*(?:\[(.*)\])?\s*:$/.exec(node.text);
  if (found === null) {
    report(node.line, 'UNKNOWN_LINE', `Expected a branch like "- Approvato:", but found "${node.text}"`);
    return [];
  }
  const label = found[1] ?? '';
  const given = found[2]?.trim();
  const block = reader.block(node.children);
  const otherwise = given === 'altrimenti';
  if (rule === 'all' || otherwise)
    return [{ label, condition: undefined, otherwise, block, line: node.line }];
  const expression = given?.startsWith('=') === true ? given.slice(1).trim() : undefined;
  if (expression === undefined && variable === undefined) {
    report(
      node.line,
      'MISSING_CONDITION',
      'Expected "su variable" on the decision, or "[= condition]" on the branch',
    );
  }
  const condition = `=${expression ?? comparison(rule, variable ?? '', given ?? slug(label))}`;
  return [{ label, condition, otherwise, block, line: node.line }];
}

function comparison(rule: BranchRule, variable: string, value: string): string {
  return rule === 'several' ? `list contains(${variable}, "${value}")` : `${variable} = "${value}"`;
}
