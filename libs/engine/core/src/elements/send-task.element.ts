import type { ElementSource } from '../compile/sources.ts';
import { compileJob, declaredJob, workAsJob, type JobModel } from '../frame/jobs.ts';
import { compilePublication, type Publication } from '../frame/publish.ts';
import { defineElement } from './element.ts';

type SendModel = { readonly job: JobModel } | { readonly publish: Publication };

/** A job; without a type but with a message the engine publishes it (TSK-9, MSG-10 to MSG-12). */
export const sendTask = defineElement<SendModel>({
  compile(source, sources) {
    const message = source.get('messageRef') as ElementSource | undefined;
    const job = declaredJob(source, sources);
    if (job || !message) return { job: job ?? compileJob(source, sources) };
    return { publish: compilePublication(message, source, sources) };
  },
  activate(turn, node, self) {
    if ('job' in node.model) return workAsJob(turn, node, node.model.job, self);
    const failure = node.model.publish(turn, self);
    if (failure) return failure;
    turn.complete(self);
  },
});
