import type { DecisionModel, JobModel } from '../graph/element-models.ts';
import { valueOf } from '../frame/incidents.ts';
import { workAsJob } from '../frame/jobs.ts';
import { acceptResult } from '../frame/mappings.ts';
import { text } from '../frame/values.ts';
import { NULL } from '../json-text.ts';
import type { Element } from './element.ts';

/** Evaluates a decision at once, or is a job (TSK-8). */
export const businessRuleTask: Element<JobModel | DecisionModel> = {
  activate(turn, { model }, self) {
    if (!('decisionId' in model)) return workAsJob(turn, self, model);
    const { key } = self;
    const decisionId = text(turn, model.decisionId, key);
    const result = turn.env.decide({ decisionId, binding: model.binding }, turn.variables(key));
    // A decision that failed is told too: history shows its inputs beside the incident.
    const evaluation = result.evaluation && { evaluation: { key: turn.newKey(), ...result.evaluation } };
    const output = result.ok ? result.value : NULL;
    if (result.ok || evaluation)
      turn.emit({ type: 'decision-evaluated', key, decisionId, output, ...evaluation });
    valueOf(result);
    if (model.resultVariable !== undefined) acceptResult(turn, self, { [model.resultVariable]: output });
    turn.complete(self);
  },
};
