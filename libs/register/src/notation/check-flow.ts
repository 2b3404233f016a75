import type { Block, Boundary, EventStep, FlowProblem, Step } from './flow.ts';

/** What a flow must hold as a whole, once each line has been understood. */
export function checkFlow(flow: Block): FlowProblem[] {
  return [
    ...duplicateIds(flow),
    ...unknownTargets(flow),
    ...ends(flow),
    ...tracksThatEnd(flow, false),
    ...misplacedEvents(flow, true),
  ];
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
  const inner = step.kind === 'subprocess' || step.kind === 'event' ? [step.block] : [];
  return [...own, ...inner, ...boundariesOf(step).map(({ block }) => block)];
}

/** What is done one after the other: all steps but those that only an event sets off. */
export function mainSteps(block: Block): Exclude<Step, EventStep>[] {
  return block.filter((step): step is Exclude<Step, EventStep> => step.kind !== 'event');
}

export function eventSteps(block: Block): EventStep[] {
  return block.filter((step): step is EventStep => step.kind === 'event');
}

/** Whether nothing can come after the block: its last step ends, goes elsewhere, or all its branches do. */
export function leaves(block: Block): boolean {
  const last = mainSteps(block).at(-1);
  if (last === undefined) return false;
  if (last.kind === 'end' || last.kind === 'goto') return true;
  return last.kind === 'decision' && last.branches.every((branch) => leaves(branch.block));
}

const MISSING_EVENT_END = 'Expected the steps below "quando" to finish with "fine: …", but they do not';

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

/** A jump leads to a step of the same scope: the flow, one sub-process, or one block that an event sets off. */
function unknownTargets(flow: Block): FlowProblem[] {
  const steps = [...stepsOfScope(flow)];
  const ids = new Set(steps.flatMap((step) => (step.kind === 'goto' ? [] : [step.id])));
  return steps.flatMap((step): FlowProblem[] => {
    if (step.kind === 'subprocess' || step.kind === 'event') return unknownTargets(step.block);
    if (step.kind !== 'goto' || ids.has(step.target)) return [];
    const reason = `Expected the id of a step of the same block, but #${step.target} is none`;
    return [{ line: step.line, code: 'UNKNOWN_TARGET', reason }];
  });
}

/** The steps of a block and its branches, without what lies inside sub-processes. */
export function* stepsOfScope(block: Block): Generator<Step> {
  for (const step of block) {
    yield step;
    const branches = 'branches' in step ? step.branches.map((branch) => branch.block) : [];
    for (const inner of [...branches, ...boundariesOf(step).map((boundary) => boundary.block)])
      yield* stepsOfScope(inner);
  }
}

function ends(flow: Block): FlowProblem[] {
  const problems: FlowProblem[] = [];
  if (!leaves(flow)) {
    const line = mainSteps(flow).at(-1)?.line ?? 1;
    problems.push({
      line,
      code: 'MISSING_END',
      reason: 'Expected the flow to finish with "fine: …", but it does not',
    });
  }
  const visit = (block: Block): void => {
    for (const { block: inner, line } of eventSteps(block)) {
      if (!leaves(inner)) problems.push({ line, code: 'MISSING_END', reason: MISSING_EVENT_END });
      visit(inner);
    }
    mainSteps(block).forEach((step, index, steps) => {
      const next = steps[index + 1];
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
    if (step.kind === 'parallel' || step.kind === 'choices')
      return step.branches.flatMap((branch) => tracksThatEnd(branch.block, true));
    if (step.kind === 'decision')
      return step.branches.flatMap((branch) => tracksThatEnd(branch.block, inTrack));
    if (step.kind === 'subprocess' || step.kind === 'event') return tracksThatEnd(step.block, false);
    return [];
  });
}

/** What happens at any time belongs to the whole case or to a sub-process, not to one of its branches. */
function misplacedEvents(block: Block, allowed: boolean): FlowProblem[] {
  return block.flatMap((step): FlowProblem[] => {
    const own: FlowProblem[] =
      step.kind === 'event' && !allowed
        ? [
            {
              line: step.line,
              code: 'MISPLACED_EVENT',
              reason: 'Expected "quando" at the margin of the flow or of a sub-process, not within a branch',
            },
          ]
        : [];
    return [...own, ...blocksOf(step).flatMap((inner) => misplacedEvents(inner, step.kind === 'subprocess'))];
  });
}
