import type { JobModel } from '../graph/element-models.ts';
import { workAsJob } from '../frame/jobs.ts';
import type { Element } from './element.ts';

/** Makes a job and waits for it, unless it is answered within the turn (TSK-2 to TSK-4). */
export const serviceTask: Element<JobModel> = {
  activate: (turn, { model }, self) => workAsJob(turn, self, model),
};
