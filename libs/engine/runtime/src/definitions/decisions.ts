import type { Decided, DecisionRequest, VariableView } from '@iter/engine-core';
import type { FeelLimits } from '@iter/feel';
import { MissingError } from '../numbers.ts';
import type { DecisionQuery, DecisionRef, DefinitionStore } from '../ports/definition-store.ts';
import type { Announcements } from '../ports/schedule.ts';
import type { CompiledDefinition } from './definition-cache.ts';

/** A decision that is ready to be asked. */
export type Decide = (variables: VariableView, limits: FeelLimits) => Decided;
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
  ): Decided {
    const query = queryOf(request, asker.deploymentKey);
    const id = JSON.stringify([asker.tenantId, query]);
    const decide = this.#found.get(id);
    if (decide === undefined)
      throw new MissingError(`decision '${request.decisionId}'`, async () => {
        await this.#fetch(asker.tenantId, query, id);
      });
    if (decide !== 'unknown') return decide(variables, limits);
    const message = `Expected a decision '${request.decisionId}' (${request.binding.type}), but there is none`;
    return { ok: false, failure: { code: 'CALLED_DECISION_ERROR', message } };
  }

  /** A decision that is asked outside of any instance; undefined where there is none. */
  async find(tenantId: string, query: DecisionQuery): Promise<Decide | undefined> {
    const id = JSON.stringify([tenantId, query]);
    const known = this.#found.get(id) ?? (await this.#fetch(tenantId, query, id));
    return known === 'unknown' ? undefined : known;
  }

  async #fetch(tenantId: string, query: DecisionQuery, id: string): Promise<Decide | 'unknown'> {
    const found = this.#found;
    const decision = await this.#store.findDecision(tenantId, query);
    const decide = decision ? this.#compile(decision) : 'unknown';
    found.set(id, decide);
    return decide;
  }
}

function queryOf({ decisionId, binding }: DecisionRequest, deploymentKey: string): DecisionQuery {
  if (binding.type === 'versionTag') return { decisionId, versionTag: binding.versionTag };
  if (binding.type === 'deployment') return { decisionId, deploymentKey };
  return { decisionId, version: 'latest' };
}
