import { type Browser, type BrowserContext, type Page, expect } from '@playwright/test';
import { ApiPerson, TestClock } from '../start/api-person.ts';
import { type FormSchema, fillForm } from './form-filling.ts';
import { holderOf } from './organisation.ts';
import { PEOPLE, signIn } from './people.ts';

export interface OpenTask {
  readonly userTaskKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly processInstanceKey: string;
  readonly candidateGroups: readonly string[];
  readonly dueDate: string | null;
}
interface Instance {
  readonly processInstanceKey: string;
  readonly state: string;
}

/** Form field → the values given at its first, second … visit; the last one stays. */
export type Decisions = Readonly<Record<string, readonly string[]>>;

/** Plays cases in the browser: each task by a person whom its model names, signed in by themselves. */
export class CasePlay {
  readonly #browser: Browser;
  readonly #base: string;
  readonly #pages = new Map<string, { context: BrowserContext; page: Page }>();
  /** Sees every case, does nothing. */
  readonly observer: ApiPerson;
  readonly clock: TestClock;

  constructor(browser: Browser, base: string) {
    this.#browser = browser;
    this.#base = base;
    this.observer = new ApiPerson(base, PEOPLE.secretaryGeneral);
    this.clock = new TestClock(new ApiPerson(base, PEOPLE.administrator));
  }

  /** The page of a person, signed in once and kept. */
  async pageOf(username: string): Promise<Page> {
    const known = this.#pages.get(username);
    if (known) return known.page;
    const context = await this.#browser.newContext({ baseURL: this.#base, locale: 'it-IT' });
    const page = await context.newPage();
    await signIn(page, username);
    this.#pages.set(username, { context, page });
    return page;
  }

  async close(): Promise<void> {
    for (const { context } of this.#pages.values()) await context.close();
    this.#pages.clear();
  }

  /** Starts a procedure by its form and returns the key of the new case. */
  async start(username: string, processId: string, decisions: Decisions = {}): Promise<string> {
    const page = await this.pageOf(username);
    await page.goto(`/avvia/${processId}`);
    const { form } = await read<{ form: { schema: FormSchema } | null }>(page, `/api/start/${processId}`);
    await fillForm(page, form?.schema, new Visits(decisions));
    await page
      .getByRole('button', { name: /^Avvia/ })
      .last()
      .click();
    await page.waitForURL(/\/pratiche\/\d+$/);
    return page.url().split('/').at(-1) ?? '';
  }

  /**
   * Completes tasks until the case has ended.
   * @param deadline the clock is set to it when nothing but a date is awaited
   * @returns the names of the completed tasks, in order
   */
  async playToEnd(caseKey: string, decisions: Decisions, deadline?: string): Promise<string[]> {
    const visits = new Visits(decisions);
    const done: string[] = [];
    for (let steps = 0; steps < 80; steps++) {
      if (deadline && (await this.#waitsForTime(caseKey))) await this.clock.pin(deadline);
      const task = await this.nextTask(caseKey);
      if (!task) return done;
      await this.complete(task, visits);
      done.push(task.name);
    }
    throw new Error(`Expected case ${caseKey} to end within 80 tasks, but it went: ${done.join(' → ')}`);
  }

  async #waitsForTime(caseKey: string): Promise<boolean> {
    if ((await this.openTasks(caseKey)).length > 0) return false;
    const filter = { processInstanceKey: caseKey, state: 'ACTIVE', type: 'INTERMEDIATE_CATCH_EVENT' };
    return (await this.observer.search('/v2/element-instances/search', { filter })).length > 0;
  }

  /** The names of the end events at which the case arrived. */
  async endsOf(caseKey: string): Promise<string[]> {
    const filter = { processInstanceKey: caseKey, state: 'COMPLETED', type: 'END_EVENT' };
    const ends = await this.observer.search<{ elementName: string; endDate: string }>(
      '/v2/element-instances/search',
      { filter },
    );
    return ends.map(({ elementName }) => elementName);
  }

  /** The oldest open task of the case or of what it calls; absent once the case has ended. */
  async nextTask(caseKey: string): Promise<OpenTask | undefined> {
    let next: OpenTask | undefined;
    await expect
      .poll(
        async () => {
          [next] = await this.openTasks(caseKey);
          return next !== undefined || (await this.observer.stateOf(caseKey)) !== 'ACTIVE';
        },
        {
          message: `an open task or the end of case ${caseKey}`,
          timeout: 15_000,
          intervals: [20, 50, 100, 200],
        },
      )
      .toBe(true);
    return next;
  }

  async openTasks(caseKey: string): Promise<OpenTask[]> {
    const instances = await this.#withCalled(caseKey);
    const filter = { processInstanceKey: caseKey, state: 'CREATED' };
    const found = await Promise.all(
      instances.map((processInstanceKey) =>
        this.observer.search<OpenTask>('/v2/user-tasks/search', {
          filter: { ...filter, processInstanceKey },
        }),
      ),
    );
    return found.flat();
  }

  async #withCalled(key: string): Promise<string[]> {
    const filter = { parentProcessInstanceKey: key, state: 'ACTIVE' };
    const called = await this.observer.search<Instance>('/v2/process-instances/search', { filter });
    const below = await Promise.all(
      called.map(({ processInstanceKey }) => this.#withCalled(processInstanceKey)),
    );
    return [key, ...below.flat()];
  }

  /** Claims the task as somebody whom it is meant for, fills in its form and completes it. */
  async complete(task: OpenTask, decisions = new Visits({})): Promise<void> {
    const page = await this.pageOf(holderOf(task.candidateGroups));
    await walkTo(page, `/attivita/${task.userTaskKey}`);
    await page.getByRole('button', { name: 'Prendi in carico' }).click();
    const finish = page.getByRole('button', { name: 'Concludi l’attività' });
    await expect(finish).toBeVisible();
    const { form } = await read<{ form: { schema: FormSchema } | null }>(
      page,
      `/api/tasks/${task.userTaskKey}`,
    );
    await fillForm(page, form?.schema, decisions);
    const answered = page.waitForResponse((response) => response.url().endsWith('/completion'));
    await finish.click();
    const response = await answered;
    expect(response.status(), `${task.name}: ${await response.text().catch(() => '')}`).toBe(204);
    await expect(page).toHaveURL(/\/attivita$/);
  }
}

/**
 * Goes to a page within the application, as its links do: loading it anew takes a second, and every task of every
 * case would. The screens' tests load each address.
 */
async function walkTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, '', to), address);
  await page.waitForURL((url) => url.pathname === address);
}

/** Reads as the person of the page. */
async function read<Body>(page: Page, address: string): Promise<Body> {
  const response = await page.request.get(address);
  expect(response.status(), address).toBe(200);
  return (await response.json()) as Body;
}

/** Gives each decision its value of this visit. */
export class Visits {
  readonly #decisions: Decisions;
  readonly #count = new Map<string, number>();

  constructor(decisions: Decisions) {
    this.#decisions = decisions;
  }

  next(field: string): string | undefined {
    const values = this.#decisions[field];
    if (!values) return undefined;
    const visit = this.#count.get(field) ?? 0;
    this.#count.set(field, visit + 1);
    return values[Math.min(visit, values.length - 1)];
  }
}
