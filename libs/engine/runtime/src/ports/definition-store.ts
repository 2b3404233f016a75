import type { Actor } from '../engine.ts';
import type { StartTimer } from './schedule.ts';

export interface DefinitionRef {
  readonly definitionKey: string;
  readonly tenantId: string;
  readonly deploymentKey: string;
  readonly processId: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly name: string | null;
}
export interface StoredDefinition extends DefinitionRef {
  readonly content: Uint8Array;
}
/** Which version of a process a call or a start means. */
export type DefinitionQuery =
  | { readonly definitionKey: string }
  | { readonly processId: string; readonly version: 'latest' | number }
  | { readonly processId: string; readonly versionTag: string }
  | { readonly processId: string; readonly deploymentKey: string };

export interface DecisionRef {
  readonly decisionKey: string;
  readonly requirementsKey: string;
  readonly requirementsId: string;
  readonly decisionId: string;
  readonly name: string;
  readonly version: number;
  /** All of the same deployment, this one included: a model may import others. */
  readonly decisions: readonly DecisionVersion[];
  readonly content: Uint8Array;
  /** The other decision models of the same deployment. */
  readonly models: readonly Uint8Array[];
}
export interface DecisionVersion {
  readonly decisionKey: string;
  readonly decisionId: string;
  readonly version: number;
}

export interface ResourceWrite {
  readonly resourceKey: string;
  readonly name: string;
  readonly kind: 'process' | 'form' | 'decision' | 'other';
  readonly version: number;
  readonly checksum: Uint8Array;
  readonly content: Uint8Array;
}
export interface ProcessWrite {
  readonly definitionKey: string;
  readonly resourceKey: string;
  readonly processId: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly name: string | null;
  readonly startFormId: string | null;
  readonly hasStartForm: boolean;
}
export interface FormWrite {
  readonly formKey: string;
  readonly resourceKey: string;
  readonly formId: string;
  readonly version: number;
  readonly versionTag: string | null;
}
export interface RequirementsWrite {
  readonly requirementsKey: string;
  readonly resourceKey: string;
  readonly requirementsId: string;
  readonly name: string;
  readonly version: number;
}
export interface DecisionWrite {
  readonly decisionKey: string;
  readonly requirementsKey: string;
  readonly decisionId: string;
  readonly name: string;
  readonly version: number;
  readonly versionTag: string | null;
}
export interface StartSubscription {
  readonly definitionKey: string;
  readonly processId: string;
  readonly elementId: string;
  readonly definition: number;
  readonly kind: 'message' | 'signal' | 'condition';
  /** Empty for a condition. */
  readonly name: string;
}
export interface DeploymentWrite {
  readonly deploymentKey: string;
  readonly deployedAt: number;
  readonly resources: readonly ResourceWrite[];
  readonly processes: readonly ProcessWrite[];
  readonly forms: readonly FormWrite[];
  readonly requirements: readonly RequirementsWrite[];
  readonly decisions: readonly DecisionWrite[];
  /** Of the processes written; those of their older versions go (INS-17). */
  readonly subscriptions: readonly StartSubscription[];
  readonly timers: readonly StartTimer[];
}

/** The latest version of each id and name a deployment touches. */
export interface LatestVersions {
  readonly resources: ReadonlyMap<
    string,
    {
      readonly resourceKey: string;
      readonly deploymentKey: string;
      readonly deployedAt: number;
      readonly version: number;
      readonly checksum: Uint8Array;
    }
  >;
  readonly processes: ReadonlyMap<string, ProcessWrite>;
  readonly forms: ReadonlyMap<string, FormWrite>;
  readonly requirements: ReadonlyMap<string, RequirementsWrite>;
  readonly decisions: ReadonlyMap<string, DecisionWrite>;
}
export interface DeploymentIds {
  readonly resources: readonly string[];
  readonly processes: readonly string[];
  readonly forms: readonly string[];
  readonly requirements: readonly string[];
  readonly decisions: readonly string[];
}

export interface DefinitionStore {
  find(tenantId: string, query: DefinitionQuery): Promise<StoredDefinition | undefined>;
  /** Without the content, for starts. */
  latest(tenantId: string, processId: string): Promise<DefinitionRef | undefined>;
  /** Keys of the latest versions that have conditional start events (INS-10). */
  conditionalStarts(tenantId: string): Promise<readonly string[]>;
  findDecision(tenantId: string, query: DecisionQuery): Promise<DecisionRef | undefined>;
  /** One deployment of a tenant at a time; `write` answers `undefined` where nothing is new. Announced to all nodes. */
  deploy(
    caller: { readonly tenantId: string; readonly actor: Actor },
    ids: DeploymentIds,
    write: (latest: LatestVersions) => DeploymentWrite | undefined,
  ): Promise<void>;
}
export type DecisionQuery =
  | { readonly decisionKey: string }
  | { readonly decisionId: string; readonly version: 'latest' }
  | { readonly decisionId: string; readonly versionTag: string }
  | { readonly decisionId: string; readonly deploymentKey: string };
