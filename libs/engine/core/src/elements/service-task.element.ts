import { compileJob, workAsJob } from '../frame/jobs.ts';
import { defineElement } from './element.ts';

/** Makes a job and waits for it, unless it is answered within the turn (TSK-2 to TSK-4). */
export const serviceTask = defineElement({
  compile: compileJob,
  activate: (turn, node, self) => workAsJob(turn, node, node.model, self),
});
