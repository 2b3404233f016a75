import type { Block, Boundary, FlowProblem, Step } from './flow.ts';

/** What a flow must hold as a whole, once each line has been understood. */
export function checkFlow(flow: Block): FlowProblem[] {
  return [...duplicateIds(flow), ...unknownTargets(flow), ...ends(flow), ...tracksThatEnd(flow, false)];
}

/** Every step of a block and of all blocks within it. */
export function* allSteps(block: Block): Generator<Step> {
  for (const step of block) {
    yield step;
    for (const inner of blocksOf(step)) yield* allSteps(inner);
  }
}

export function boundariesOf(step: Step): readonly Boundary[] {
  return step.kind === 'task' || step.kind === 'subprocess' ? step.boundaries : [];
}

function blocksOf(step: Step): readonly Block[] {
  const own = 'branches' in step ? step.branches.map(({ block }) => block) : [];
  const inner = step.kind === 'subprocess' ? [step.block] : [];
  return [...own, ...inner, ...boundariesOf(step).map(({ block }) => block)];
}

/** Whether nothing can come after the block: its last step ends, goes elsewhere, or all its branches do. */
export function leaves(block: Block): boolean {
  const last = block.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'end' || last.kind === 'goto') return true;
  return last.kind === 'decision' && last.branches.every((branch) => leaves(branch.block));
}

function duplicateIds(flow: Block): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const seen = new Map<string, number>();
  const note = (id: string, line: number): void => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, line);
    else
      problems.push({
        line,
        code: 'DUPLICATE_ID',
        reason: `Expected another id than #${id}, which line ${first} has`,
      });
  };
  for (const step of allSteps(flow)) {
    if (step.kind !== 'goto') note(step.id, step.line);
    for (const boundary of boundariesOf(step)) note(boundary.id, boundary.line);
  }
  return problems;
}

function unknownTargets(flow: Block): FlowProblem[] {
  const ids = new Set([...allSteps(flow)].flatMap((step) => (step.kind === 'goto' ? [] : [step.id])));
  return [...allSteps(flow)].flatMap((step): FlowProblem[] =>
    step.kind === 'goto' && !ids.has(step.target)
      ? [
          {
            line: step.line,
            code: 'UNKNOWN_TARGET',
            reason: `Expected the id of a step, but #${step.target} is none`,
          },
        ]
      : [],
  );
}

function ends(flow: Block): FlowProblem[] {
  const problems: FlowProblem[] = [];
  if (!leaves(flow)) {
    const line = flow.at(-1)?.line ?? 1;
    problems.push({
      line,
      code: 'MISSING_END',
      reason: 'Expected the flow to finish with "fine: …", but it does not',
    });
  }
  const visit = (block: Block): void => {
    block.forEach((step, index) => {
      const next = block[index + 1];
      if (next !== undefined && leaves([step])) {
        problems.push({
          line: next.line,
          code: 'UNREACHABLE',
          reason: `Expected nothing after line ${step.line}, from where all ways lead elsewhere`,
        });
      }
      for (const boundary of boundariesOf(step)) {
        if (!boundary.interrupting && !leaves(boundary.block)) {
          problems.push({
            line: boundary.line,
            code: 'HANDLER_FALLS_THROUGH',
            reason:
              'Expected an accompanying block ("senza interrompere") to finish with "fine: …", but it does not',
          });
        }
      }
      for (const inner of blocksOf(step)) visit(inner);
    });
  };
  visit(flow);
  return problems;
}

/** A track that ended before the tracks are joined again would leave the others waiting for ever. */
function tracksThatEnd(block: Block, inTrack: boolean): FlowProblem[] {
  return block.flatMap((step): FlowProblem[] => {
    if (step.kind === 'end' && inTrack && step.end.type !== 'terminate' && step.end.type !== 'error') {
      return [
        {
          line: step.line,
          code: 'TRACK_ENDS',
          reason: 'Expected a parallel track to run on to its join or to finish with "fine (termina): …"',
        },
      ];
    }
    if (step.kind === 'parallel') return step.branches.flatMap((branch) => tracksThatEnd(branch.block, true));
    if (step.kind === 'decision')
      return step.branches.flatMap((branch) => tracksThatEnd(branch.block, inTrack));
    if (step.kind === 'subprocess') return tracksThatEnd(step.block, false);
    return [];
  });
}
