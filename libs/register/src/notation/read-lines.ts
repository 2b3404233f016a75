import type { FlowProblem } from './flow.ts';

/** A line of the flow text with the lines that are indented below it. */
export interface TextNode {
  readonly text: string;
  readonly line: number;
  readonly children: readonly TextNode[];
}

interface OpenNode {
  readonly text: string;
  readonly line: number;
  readonly indent: number;
  readonly children: OpenNode[];
}

/** Turns indentation into a tree. Blank lines and lines that start with `//` do not count. */
export function readLines(text: string): { nodes: readonly TextNode[]; problems: readonly FlowProblem[] } {
  const problems: FlowProblem[] = [];
  const root: OpenNode = { text: '', line: 0, indent: -1, children: [] };
  const open: OpenNode[] = [root];
  text.split('\n').forEach((raw, index) => {
    const content = raw.trim();
    if (content === '' || content.startsWith('//')) return;
    const line = index + 1;
    const indent = raw.length - raw.trimStart().length;
    if (raw.slice(0, indent).includes('\t')) {
      problems.push({
        line,
        code: 'INDENTATION',
        reason: 'Expected spaces, but found a tab before the text',
      });
    }
    while (top(open).indent >= indent) open.pop();
    const parent = top(open);
    const sibling = parent.children[0];
    if (sibling !== undefined && sibling.indent !== indent) {
      problems.push({
        line,
        code: 'INDENTATION',
        reason: `Expected ${sibling.indent} spaces as on line ${sibling.line}, but found ${indent}`,
      });
    }
    const node: OpenNode = { text: content, line, indent, children: [] };
    parent.children.push(node);
    open.push(node);
  });
  return { nodes: root.children, problems };
}

function top(open: readonly OpenNode[]): OpenNode {
  const last = open.at(-1);
  if (last === undefined) throw new Error('Expected the root to stay open, but it was closed');
  return last;
}
