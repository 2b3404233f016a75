/** Where the holder of a role must sit for a task to be offered to them. */
export type Scope = { kind: 'case-office' } | { kind: 'anywhere' } | { kind: 'office'; office: string };

/** One row of "who does it": the holders of a role, within a scope. */
export interface Candidate {
  role: string;
  scope: Scope;
}

/** What stands in `candidateGroups`: rows that the picker can show, or an expression that it leaves alone. */
export type Candidates = { kind: 'list'; candidates: Candidate[] } | { kind: 'expression'; source: string };

const GROUP = /^([\p{L}\p{N}_.-]+)(?:@([\p{L}\p{N}_.-]+))?$/u;
const ITEM = /^\s*"([^"\\]*)"\s*(\+\s*ufficio\s*)?$/;

function candidateOfGroup(group: string): Candidate | undefined {
  const match = GROUP.exec(group.trim());
  const role = match?.[1];
  if (!match || !role) return undefined;
  return { role, scope: match[2] ? { kind: 'office', office: match[2] } : { kind: 'anywhere' } };
}

function candidateOfItem(item: string): Candidate | undefined {
  const match = ITEM.exec(item);
  const text = match?.[1];
  if (!match || text === undefined) return undefined;
  if (!match[2]) return candidateOfGroup(text);
  const role = text.endsWith('@') ? text.slice(0, -1) : '';
  return GROUP.test(role) && !role.includes('@') ? { role, scope: { kind: 'case-office' } } : undefined;
}

/**
 * Reads the value of `zeebe:assignmentDefinition/@candidateGroups`: the static list (`rpct, po-settore@economato`)
 * and the FEEL list whose items are texts or `"role@" + ufficio`. Anything else stays an expression.
 */
export function readCandidates(source: string | undefined): Candidates {
  const text = (source ?? '').trim();
  if (text === '') return { kind: 'list', candidates: [] };
  const list = /^=\s*\[([^[\]]*)\]\s*$/.exec(text);
  const read = list ? candidateOfItem : candidateOfGroup;
  const body = list ? (list[1] ?? '') : text;
  if (!list && text.startsWith('=')) return { kind: 'expression', source: text };
  const found = body.trim() === '' ? [] : body.split(',').map(read);
  const candidates = found.filter((candidate) => candidate !== undefined);
  return candidates.length === found.length
    ? { kind: 'list', candidates }
    : { kind: 'expression', source: text };
}

function itemOf({ role, scope }: Candidate): string {
  if (scope.kind === 'case-office') return `"${role}@" + ufficio`;
  return scope.kind === 'office' ? `"${role}@${scope.office}"` : `"${role}"`;
}

/** The FEEL list for `candidateGroups`; `undefined` (the attribute is left out) when nobody is named. */
export function writeCandidates(candidates: readonly Candidate[]): string | undefined {
  return candidates.length === 0 ? undefined : `=[${candidates.map(itemOf).join(', ')}]`;
}

/** Two rows that offer the task to the same people. */
export function sameCandidate(one: Candidate, other: Candidate): boolean {
  return itemOf(one) === itemOf(other);
}
