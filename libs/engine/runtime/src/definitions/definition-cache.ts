import type { ProcessGraph } from '@iter/engine-core';
import type {
  DefinitionQuery,
  DefinitionRef,
  DefinitionStore,
  StoredDefinition,
} from '../ports/definition-store.ts';
import type { Announcements } from '../ports/schedule.ts';

/** A definition version, ready to run. */
export interface CompiledDefinition extends DefinitionRef {
  readonly graph: ProcessGraph;
}
/** Makes the graph of one process of a stored file. */
export type CompileDefinition = (definition: StoredDefinition) => Promise<ProcessGraph>;

/** Graphs are shared by all instances of a version; an ended version is compiled again when it is asked for. */
const MAX_GRAPHS = 500;

/** Definition versions by key, and which one is the latest of its id. */
export class DefinitionCache {
  readonly #store: DefinitionStore;
  readonly #compile: CompileDefinition;
  readonly #graphs = new Map<string, CompiledDefinition>();
  readonly #loading = new Map<string, Promise<CompiledDefinition | undefined>>();
  #latest = new Map<string, DefinitionRef>();

  constructor(store: DefinitionStore, compile: CompileDefinition, announcements: Announcements) {
    this.#store = store;
    this.#compile = compile;
    announcements.onDeployed(() => this.forgetLatest());
    announcements.onGap(() => this.forgetLatest());
  }

  /** At hand, or undefined: `load` it. */
  get(definitionKey: string): CompiledDefinition | undefined {
    return this.#graphs.get(definitionKey);
  }

  async load(tenantId: string, definitionKey: string): Promise<CompiledDefinition | undefined> {
    return (
      this.#graphs.get(definitionKey) ??
      this.#once(definitionKey, () => this.#store.find(tenantId, { definitionKey }))
    );
  }

  /** The version a start or a call means. */
  async find(tenantId: string, query: DefinitionQuery): Promise<CompiledDefinition | undefined> {
    if ('definitionKey' in query) {
      const found = await this.load(tenantId, query.definitionKey);
      return found?.tenantId === tenantId ? found : undefined;
    }
    if ('version' in query && query.version === 'latest') {
      const latest = await this.latest(tenantId, query.processId);
      return latest && this.load(tenantId, latest.definitionKey);
    }
    return this.#once(JSON.stringify([tenantId, query]), () => this.#store.find(tenantId, query));
  }

  async latest(tenantId: string, processId: string): Promise<DefinitionRef | undefined> {
    const id = `${tenantId}\u0000${processId}`;
    const known = this.#latest.get(id);
    if (known) return known;
    const latest = this.#latest;
    const found = await this.#store.latest(tenantId, processId);
    // What was asked before a deployment must not be remembered after it.
    if (found && latest === this.#latest) latest.set(id, found);
    return found;
  }

  forgetLatest(): void {
    this.#latest = new Map();
  }

  /** A version that was just compiled for its deployment. */
  put(definition: CompiledDefinition): void {
    this.#graphs.delete(definition.definitionKey);
    this.#graphs.set(definition.definitionKey, definition);
    for (const [oldest] of this.#graphs) {
      if (this.#graphs.size <= MAX_GRAPHS) break;
      this.#graphs.delete(oldest);
    }
  }

  #once(
    id: string,
    find: () => Promise<StoredDefinition | undefined>,
  ): Promise<CompiledDefinition | undefined> {
    let loading = this.#loading.get(id);
    if (!loading) {
      loading = this.#compileFound(find).finally(() => this.#loading.delete(id));
      this.#loading.set(id, loading);
    }
    return loading;
  }

  async #compileFound(
    find: () => Promise<StoredDefinition | undefined>,
  ): Promise<CompiledDefinition | undefined> {
    const stored = await find();
    if (!stored) return undefined;
    const known = this.#graphs.get(stored.definitionKey);
    if (known) return known;
    const { content: _content, ...ref } = stored;
    const compiled = { ...ref, graph: await this.#compile(stored) };
    this.put(compiled);
    return compiled;
  }
}
