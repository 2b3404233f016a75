import { type Locator, type Page, expect, test } from '@playwright/test';
import { CasePlay } from './case-play.ts';
import { PEOPLE } from './people.ts';

let play: CasePlay;

test.beforeAll(({ browser }, { project }) => {
  play = new CasePlay(browser, project.use.baseURL ?? '');
});
test.afterAll(() => play.close());

test('an employee signs in and does a task without a mouse', async ({ page }) => {
  const caseKey = await play.start(PEOPLE.planOffice, 'A1-2-1-1', { motivo: ['annuale'] });
  const task = await play.nextTask(caseKey);
  await page.goto('/accesso');
  await tabTo(page, page.getByRole('textbox', { name: 'Nome utente' }));
  await page.keyboard.type(PEOPLE.planOffice);
  await tabTo(page, page.getByRole('textbox', { name: /^Password/ }));
  await page.keyboard.type('iter');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/accesso/);

  await page.goto(`/attivita/${task?.userTaskKey}`);
  await press(page, page.getByRole('button', { name: 'Prendi in carico' }));
  await tabTo(page, page.getByRole('textbox', { name: 'Atti esaminati' }));
  await page.keyboard.type('Delibera n. 1, comunicato del Presidente');
  const done = page.waitForResponse((response) => response.url().endsWith('/completion'));
  await press(page, page.getByRole('button', { name: 'Concludi l’attività' }));
  expect((await done).status()).toBe(204);
  expect((await play.nextTask(caseKey))?.elementId).toBe('interviste');
});

test('an owner adds a task to a diagram without a mouse', async () => {
  const page = await play.pageOf(PEOPLE.processOwner);
  await page.goto('/procedimenti/A1-1-1-3/modifica');
  const elements = page.locator('.djs-container [data-element-id]');
  await expect(elements.first()).toBeAttached();
  await press(page, page.getByRole('button', { name: 'Elenco degli elementi' }));
  await press(page, page.getByRole('button', { name: 'Definire obiettivi e indicatori' }));
  const before = await elements.count();
  await press(page, page.getByRole('button', { name: 'Aggiungi un’attività' }));
  await expect.poll(() => elements.count(), 'the task and the flow to it').toBeGreaterThan(before + 1);
  await tabTo(page, page.getByLabel('Nome', { exact: true }));
  await page.keyboard.type('Sentire i revisori');
  await expect(page.locator('.djs-element.selected')).toContainText('Sentire');
});

/** Goes on with Tab until the control has focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let stops = 0; stops < 200; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Expected Tab to come to ${String(control)}, but it did not within 200 stops`);
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}
