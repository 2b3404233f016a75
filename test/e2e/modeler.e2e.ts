import { type Page, expect, test } from '@playwright/test';
import { CasePlay } from './case-play.ts';
import { drag } from './drag.ts';
import { PEOPLE } from './people.ts';

const PROCESS = 'A1-2-1-1';
const FLOW = 'da-esame-atti-a-interviste';
const NEW_TASK = 'Sentire i revisori';

let play: CasePlay;

test.beforeAll(({ browser }, { project }) => {
  play = new CasePlay(browser, project.use.baseURL ?? '');
});
test.afterAll(() => play.close());

test('the owner adds a task by drag and drop and publishes: new cases have it, running ones do not', async () => {
  const running = await play.start(PEOPLE.planOffice, PROCESS);
  const page = await play.pageOf(PEOPLE.processOwner);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/procedimenti/${PROCESS}/modifica`);
  await expect(page.locator('[data-element-id="interviste"]')).toBeVisible();

  await drag(
    page,
    await centerOf(page, '[data-action="create.task"]'),
    await centerOf(page, `[data-element-id="${FLOW}"] .djs-visual > path`),
  );
  await page.keyboard.press('Escape');
  await page.getByLabel('Nome', { exact: true }).fill(NEW_TASK);
  await page.getByLabel('Ruolo').selectOption({ label: 'Operatore incaricato del settore' });
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByText('dell’ufficio che conduce la pratica').first()).toBeVisible();

  await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
  const published = page.waitForResponse((response) => response.url().endsWith('/publication'));
  await page.getByRole('button', { name: 'Pubblica la versione' }).click();
  expect((await published).status()).toBe(200);

  const fresh = await play.start(PEOPLE.planOffice, PROCESS);
  expect(await tasksOf(fresh, 3)).toContain(NEW_TASK);
  expect(await tasksOf(running, 3)).not.toContain(NEW_TASK);
});

/** The names of the first tasks of a case, each completed on the way. */
async function tasksOf(caseKey: string, count: number): Promise<string[]> {
  const names: string[] = [];
  for (let step = 0; step < count; step++) {
    const task = await play.nextTask(caseKey);
    if (!task) break;
    names.push(task.name);
    await play.complete(task);
  }
  return names;
}

/** The middle of what is drawn; a straight flow has no height, which the locator's own box would not do for. */
function centerOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
}
