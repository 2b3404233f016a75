import type { JobModel, ScriptModel } from '../graph/element-models.ts';
import { workAsJob } from '../frame/jobs.ts';
import { acceptResult } from '../frame/mappings.ts';
import type { Element } from './element.ts';

/** FEEL at once, with its result in a variable; another language is a job (TSK-7). */
export const scriptTask: Element<JobModel | ScriptModel> = {
  activate(turn, { model }, self) {
    if (!('script' in model)) return workAsJob(turn, self, model);
    const result = turn.evaluate(model.script, self.key);
    if (model.resultVariable !== undefined) acceptResult(turn, self, { [model.resultVariable]: result });
    turn.complete(self);
  },
};
