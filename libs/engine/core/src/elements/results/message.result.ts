import type { ElementSource } from '../../compile/sources.ts';
import { acceptResult } from '../../frame/mappings.ts';
import { begin, declaredJob } from '../../frame/jobs.ts';
import { compilePublication } from '../../frame/publish.ts';
import type { ResultKind } from './result.ts';

/** A job if it has a type (MSG-11), else published by the engine (MSG-10); nobody is awaited (MSG-12). */
export const messageResult: ResultKind = (definition, event, sources) => {
  const job = declaredJob(event, sources) ?? declaredJob(definition, sources);
  if (job)
    return {
      act(turn, node, self) {
        const result = begin(turn, node, job, self, { of: 'task' });
        if (!result.ok) return result.failure;
        if (result.value === 'opened') return 'waits';
        acceptResult(turn, node, self, result.value);
      },
    };
  const publish = compilePublication(
    definition.get('messageRef') as ElementSource | undefined,
    event,
    sources,
  );
  return { act: (turn, _node, self) => publish(turn, self) };
};
