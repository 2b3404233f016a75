import { process } from '@iter/testing';
import { describe, expect, it } from '@jest/globals';
import { World, type WorldOptions } from '../../test/world.ts';
import type { JsonText } from '../json-text.ts';
import type { DecisionEvaluation } from '../turn/env.ts';

const file = process('p')
  .start()
  .businessRuleTask('regola', { decisionId: 'fascia', resultVariable: 'esito' })
  .end()
  .xml();

const evaluation: DecisionEvaluation = {
  requirementsKey: '1',
  requirementsId: 'contributi',
  decisions: [
    {
      decisionKey: '2',
      decisionId: 'fascia',
      name: 'Fascia',
      version: 1,
      kind: 'table',
      output: '"A"' as JsonText,
      inputs: [{ id: 'i1', name: 'importo', value: '1.10' as JsonText }],
      matchedRules: [
        { id: 'r1', index: 1, outputs: [{ id: 'o1', name: 'fascia', value: '"A"' as JsonText }] },
      ],
    },
  ],
};

async function started(decide: NonNullable<WorldOptions['decide']>) {
  const one = (await World.of(file, { decide })).start({ importo: 1 });
  const evaluated = one.events.filter(({ type }) => type === 'decision-evaluated');
  return { one, evaluated };
}

describe('a business rule task that calls a decision (TSK-8)', () => {
  it('sets its result and tells how it came about, under a key of its own', async () => {
    const { one, evaluated } = await started(() => ({ ok: true, value: '"A"' as JsonText, evaluation }));
    expect([one.status, one.last('esito')]).toEqual(['completed', 'A']);
    const task = one.events.find(
      (event) => event.type === 'element-activating' && event.elementId === 'regola',
    );
    expect(evaluated).toMatchObject([
      { key: (task as { key: number }).key, decisionId: 'fascia', output: '"A"', evaluation },
    ]);
    const keys = one.events.flatMap((event) => (event.type === 'element-activating' ? [event.key] : []));
    expect(keys).not.toContain((evaluated[0] as { evaluation: { key: number } }).evaluation.key);
  });

  it('that fails is an incident, and tells what was evaluated', async () => {
    const failure = { code: 'DECISION_EVALUATION_ERROR', message: 'Expected an end' } as const;
    const { one, evaluated } = await started(() => ({ ok: false, failure, evaluation }));
    expect(one.incidents()).toEqual(['regola DECISION_EVALUATION_ERROR']);
    expect(evaluated).toMatchObject([{ output: 'null', evaluation }]);
    expect(one.last('esito')).toBeUndefined();
  });

  it('is asked again, and told again, when its incident is resolved', async () => {
    const failure = { code: 'DECISION_EVALUATION_ERROR', message: 'Expected an end' } as const;
    let times = 0;
    // Each turn is run twice by the test world.
    const { one } = await started(() =>
      times++ < 2 ? { ok: false, failure, evaluation } : { ok: true, value: '"B"' as JsonText, evaluation },
    );
    one.resolve();
    expect([one.status, one.last('esito')]).toEqual(['completed', 'B']);
    const told = one.events.flatMap((event) =>
      event.type === 'decision-evaluated' ? [event.evaluation?.key] : [],
    );
    expect(new Set(told).size).toBe(2);
  });

  it('that is unknown is an incident and tells nothing', async () => {
    const failure = { code: 'CALLED_DECISION_ERROR', message: 'Expected a decision' } as const;
    const { one, evaluated } = await started(() => ({ ok: false, failure }));
    expect(one.incidents()).toEqual(['regola CALLED_DECISION_ERROR']);
    expect(evaluated).toEqual([]);
  });
});
