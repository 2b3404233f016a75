import { readBinding } from '../compile/bindings.ts';
import { textAt } from '../compile/event-definitions.ts';
import { compileJob, workAsJob, type JobModel } from '../frame/jobs.ts';
import { acceptResult } from '../frame/mappings.ts';
import { text } from '../frame/values.ts';
import type { Binding, Expression } from '../graph/process-graph.ts';
import { NULL } from '../json-text.ts';
import { defineElement } from './element.ts';

type DecisionModel =
  | { readonly job: JobModel }
  | { readonly decisionId: Expression; readonly binding: Binding; readonly resultVariable: string };

/** Evaluates a decision at once, or is a job (TSK-8). */
export const businessRuleTask = defineElement<DecisionModel>({
  compile(source, sources) {
    const called = sources.extension(source, 'zeebe:CalledDecision');
    const decisionId = sources.text(source, called?.get('decisionId'));
    if (!called || !decisionId) return { job: compileJob(source, sources) };
    return {
      decisionId,
      binding: readBinding(called),
      resultVariable: textAt(called, 'resultVariable'),
    };
  },
  activate(turn, node, self) {
    const { model } = node;
    if ('job' in model) return workAsJob(turn, node, model.job, self);
    const decisionId = text(turn, model.decisionId, self.key);
    if (!decisionId.ok) return decisionId.failure;
    const request = { decisionId: decisionId.value, binding: model.binding };
    const result = turn.env.decide(request, turn.variables(self.key));
    const output = result.ok ? result.value : NULL;
    // A decision that failed is told too: history shows its inputs beside the incident.
    const evaluation = result.evaluation && { evaluation: { key: turn.newKey(), ...result.evaluation } };
    if (result.ok || evaluation)
      turn.emit({
        type: 'decision-evaluated',
        key: self.key,
        decisionId: request.decisionId,
        output,
        ...evaluation,
      });
    if (!result.ok) return result.failure;
    if (model.resultVariable !== '') acceptResult(turn, node, self, { [model.resultVariable]: output });
    turn.complete(self);
  },
});
