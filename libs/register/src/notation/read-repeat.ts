import type { Repeat } from './flow.ts';
import type { Report } from './report.ts';
import type { TextNode } from './read-lines.ts';

const SHAPE = 'Expected "per ogni element in list", with "raccogli … in …" or "basta se …" below';

export function isRepeat({ text }: TextNode): boolean {
  return /^per ogni\b/.test(text);
}

/** `per ogni ente in =enti, uno alla volta`, and below it `raccogli =esito in esiti`, `basta se =condition`. */
export function readRepeat(nodes: readonly TextNode[], report: Report): Repeat | undefined {
  const [node, second] = nodes;
  if (node === undefined) return undefined;
  if (second !== undefined) report(second.line, 'WRONG_REPEAT', `Expected one "per ogni", but found another`);
  const found = /^per ogni\s+([A-Za-z_]\w*)\s+in\s+(.+?)(,\s*uno alla volta)?$/.exec(node.text);
  const [, element = '', list = '', sequential] = found ?? [];
  if (found === null) report(node.line, 'WRONG_REPEAT', `${SHAPE}, but found "${node.text}"`);
  let collect: Repeat['collect'];
  let until: string | undefined;
  for (const child of node.children) {
    const collected = /^raccogli(?:\s+=\s*(.+?))?\s+in\s+([A-Za-z_]\w*)$/.exec(child.text);
    const stop = /^basta se\s+=?\s*(.+)$/.exec(child.text)?.[1];
    if (collected !== null) collect = { value: asFeel(collected[1]), into: collected[2] ?? '' };
    else if (stop !== undefined) until = asFeel(stop);
    else report(child.line, 'WRONG_REPEAT', `${SHAPE}, but found "${child.text}"`);
  }
  return { element, list: asFeel(list) ?? '', sequential: sequential !== undefined, collect, until };
}

function asFeel(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `=${text.replace(/^=\s*/, '')}`;
}
