import type { DecisionRequest, JsonText, Result, VariableView } from '@iter/engine-core';
import type { FeelLimits } from '@iter/feel';
import { MissingError } from '../numbers.ts';
import type { DecisionQuery, DecisionRef, DefinitionStore } from '../ports/definition-store.ts';
import type { Announcements } from '../ports/schedule.ts';
import type { CompiledDefinition } from './definition-cache.ts';

/** A decision that is ready to be asked. */
export type Decide = (variables: VariableView, limits: FeelLimits) => Result<JsonText>;
/** Makes the decision of a stored file; throws for a file that was never accepted at deployment. */
export type CompileDecision = (decision: DecisionRef) => Decide;

/** Decisions by the binding of who asks; fetched when they are first asked for. */
export class Decisions {
  readonly #store: Pick<DefinitionStore, 'findDecision'>;
  readonly #compile: CompileDecision;
  #found = new Map<string, Decide | 'unknown'>();

  constructor(
    store: Pick<DefinitionStore, 'findDecision'>,
    compile: CompileDecision,
    announcements: Announcements,
  ) {
    this.#store = store;
    this.#compile = compile;
    announcements.onDeployed(() => this.forget());
    announcements.onGap(() => this.forget());
  }

  forget(): void {
    this.#found = new Map();
  }

  /** @throws MissingError when the decision must be fetched first */
  decide(
    asker: CompiledDefinition,
    request: DecisionRequest,
    variables: VariableView,
    limits: FeelLimits,
  ): Result<JsonText> {
    const query = queryOf(request, asker.deploymentKey);
    const id = JSON.stringify([asker.tenantId, query]);
    const decide = this.#found.get(id);
    if (decide === undefined)
      throw new MissingError(`decision '${request.decisionId}'`, () =>
        this.#fetch(asker.tenantId, query, id),
      );
    if (decide !== 'unknown') return decide(variables, limits);
    const message = `Expected a decision '${request.decisionId}' (${request.binding.type}), but there is none`;
    return { ok: false, failure: { code: 'CALLED_DECISION_ERROR', message } };
  }

  async #fetch(tenantId: string, query: DecisionQuery, id: string): Promise<void> {
    const found = this.#found;
    const decision = await this.#store.findDecision(tenantId, query);
    found.set(id, decision ? this.#compile(decision) : 'unknown');
  }
}

function queryOf({ decisionId, binding }: DecisionRequest, deploymentKey: string): DecisionQuery {
  if (binding.type === 'versionTag') return { decisionId, versionTag: binding.versionTag };
  if (binding.type === 'deployment') return { decisionId, deploymentKey };
  return { decisionId, version: 'latest' };
}
