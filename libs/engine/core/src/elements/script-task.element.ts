import { compileJob, workAsJob, type JobModel } from '../frame/jobs.ts';
import { acceptResult } from '../frame/mappings.ts';
import type { Expression } from '../graph/process-graph.ts';
import { defineElement } from './element.ts';

type ScriptModel =
  { readonly job: JobModel } | { readonly script: Expression; readonly resultVariable: string | undefined };

/** FEEL at once, with its result in a variable; another language is a job (TSK-7). */
export const scriptTask = defineElement<ScriptModel>({
  compile(source, sources) {
    const zeebe = sources.extension(source, 'zeebe:Script');
    const script = sources.feel(source, zeebe?.get('expression'));
    if (script) return { script, resultVariable: nameOf(zeebe?.get('resultVariable')) };
    const language = source.get('scriptFormat');
    const isFeel = typeof language === 'string' && /feel$/i.test(language);
    const plain = isFeel ? sources.feel(source, source.get('script')) : undefined;
    if (plain) return { script: plain, resultVariable: nameOf(sources.property(source, 'resultVariable')) };
    return { job: compileJob(source, sources) };
  },
  activate(turn, node, self) {
    const { model } = node;
    if ('job' in model) return workAsJob(turn, node, model.job, self);
    const result = turn.evaluate(model.script, self.key);
    if (!result.ok) return result.failure;
    if (model.resultVariable !== undefined) {
      acceptResult(turn, node, self, { [model.resultVariable]: result.value });
    }
    turn.complete(self);
  },
});

function nameOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
