import type { JobModel, PublicationModel } from '../graph/element-models.ts';
import { workAsJob } from '../frame/jobs.ts';
import { publish } from '../frame/publish.ts';
import type { Element } from './element.ts';

/** A job; without a type but with a message the engine publishes it (TSK-9, MSG-10 to MSG-12). */
export const sendTask: Element<JobModel | PublicationModel> = {
  activate(turn, { model }, self) {
    if ('type' in model) return workAsJob(turn, self, model);
    publish(turn, self, model);
    turn.complete(self);
  },
};
