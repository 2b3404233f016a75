import type { ProcedureRow } from '@iter/contract';
import { byCode } from '@iter/web-kit';

export const shows = ['all', 'startable', 'running', 'late', 'drafts'] as const;
export type Show = (typeof shows)[number];

/** A level of the taxonomy with what lies below it. */
export interface RegisterNode {
  code: string;
  title: string;
  children: RegisterNode[];
  procedures: ProcedureRow[];
  /** Of everything below. */
  count: number;
  running: number;
  late: number;
}

const PASSES: Record<Show, (row: ProcedureRow) => boolean> = {
  all: () => true,
  startable: ({ canStart }) => canStart,
  running: ({ running }) => running > 0,
  late: ({ late }) => late > 0,
  drafts: ({ draft }) => draft !== null,
};

/** The procedures that match every word (in code, title, the levels above) and the choice. */
export function filterProcedures(
  procedures: readonly ProcedureRow[],
  text: string,
  show: Show,
): ProcedureRow[] {
  const words = text.toLocaleLowerCase('it').split(/\s+/).filter(Boolean);
  return procedures.filter(PASSES[show]).filter(({ code, title, processId, path }) => {
    const levels = path.map((level) => `${level.code} ${level.title}`).join(' ');
    const about = `${code ?? ''} ${title} ${processId} ${levels}`.toLocaleLowerCase('it');
    return words.every((word) => about.includes(word));
  });
}

const emptyNode = (code: string, title: string): RegisterNode => ({
  code,
  title,
  children: [],
  procedures: [],
  count: 0,
  running: 0,
  late: 0,
});

/**
 * The register as the tree of its taxonomy. Levels whose title is not known are left out, the codes say as much;
 * procedures without a place in it stand at the root.
 */
export function buildTree(procedures: readonly ProcedureRow[]): RegisterNode {
  const root = emptyNode('', '');
  for (const procedure of [...procedures].sort(byCode)) {
    let node = root;
    const way = [root];
    for (const { code, title } of procedure.path.filter(isNamed)) {
      let next = node.children.find((child) => child.code === code);
      if (!next) {
        next = emptyNode(code, title);
        node.children.push(next);
      }
      node = next;
      way.push(node);
    }
    node.procedures.push(procedure);
    for (const level of way) {
      level.count += 1;
      level.running += procedure.running;
      level.late += procedure.late;
    }
  }
  sortChildren(root);
  return root;
}

function sortChildren(node: RegisterNode): void {
  node.children.sort(byCode);
  node.children.forEach(sortChildren);
}

const isNamed = ({ code, title }: { code: string; title: string }): boolean => title !== code;

/** A level in words; one whose title is not known is called by its code. */
export const levelText = ({ code, title }: { code: string; title: string }): string =>
  isNamed({ code, title }) ? `${code} ${title}` : code;
