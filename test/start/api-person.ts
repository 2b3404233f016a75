/** What tests ask of a case. */
export interface CaseFacts {
  readonly businessId: string;
  readonly dueDate: string | null;
}

/** A person who works through the REST API with name and password. */
export class ApiPerson {
  readonly #base: string;
  readonly #authorization: string;

  constructor(base: string, username: string, password = 'iter') {
    this.#base = base;
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  async deploy(name: string, xml: string): Promise<void> {
    const form = new FormData();
    form.append('resources', new Blob([xml], { type: 'application/xml' }), name);
    await this.call('POST', '/v2/deployments', form);
  }

  /** @returns the key of the new process instance */
  async startCase(processDefinitionId: string, variables: Record<string, unknown> = {}): Promise<string> {
    const body = { processDefinitionId, variables };
    return String((await this.call('POST', '/v2/process-instances', body))['processInstanceKey']);
  }

  async stateOf(processInstanceKey: string): Promise<string> {
    return String((await this.call('GET', `/v2/process-instances/${processInstanceKey}`))['state']);
  }

  async completeTaskOf(processInstanceKey: string, variables: Record<string, unknown> = {}): Promise<void> {
    const filter = { processInstanceKey, state: 'CREATED' };
    const { items } = await this.call('POST', '/v2/user-tasks/search', { filter });
    const [task] = items as { userTaskKey: string }[];
    if (!task) throw new Error(`Expected an open task in case ${processInstanceKey}, but there is none`);
    await this.call('POST', `/v2/user-tasks/${task.userTaskKey}/completion`, { variables });
  }

  /** @returns the first page of a search */
  async search<Item>(path: string, body: unknown): Promise<readonly Item[]> {
    return (await this.call('POST', path, body))['items'] as Item[];
  }

  async caseOf(processInstanceKey: string): Promise<CaseFacts> {
    return (await this.call('GET', `/api/cases/${processInstanceKey}`))['case'] as CaseFacts;
  }

  /** Any request; throws with the answer unless it succeeds. */
  async call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(this.#base + path, {
      method,
      headers: {
        authorization: this.#authorization,
        ...(json ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  }
}

/** The tenant's clock, by which timers fire and due dates are counted; only where ITER_TEST_CLOCK allows it. */
export class TestClock {
  readonly #person: ApiPerson;

  constructor(person: ApiPerson) {
    this.#person = person;
  }

  async pin(instant: string): Promise<void> {
    await this.#person.call('PUT', '/v2/clock', { timestamp: Date.parse(instant) });
  }

  async reset(): Promise<void> {
    await this.#person.call('POST', '/v2/clock/reset');
  }
}
