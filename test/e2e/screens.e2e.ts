import { expect, test } from '@playwright/test';
import { CasePlay } from './case-play.ts';
import { PEOPLE } from './people.ts';
import { lookAt } from './screens.ts';

let play: CasePlay;
let caseKey: string;

test.beforeAll(async ({ browser }, { project }) => {
  play = new CasePlay(browser, project.use.baseURL ?? '');
  await play.clock.pin('2027-01-15T08:00:00Z');
  caseKey = await play.start(PEOPLE.planOffice, 'A1-2-1-1', { motivo: ['annuale'] });
});
test.afterAll(async () => {
  await play.clock.reset();
  await play.close();
});

test('sign-in', async ({ page }) => {
  await page.goto('/accesso');
  await expect(page.getByRole('textbox', { name: 'Nome utente' })).toBeVisible();
  await lookAt(page, 'accesso');
});

const SCREENS: readonly (readonly [string, string, string])[] = [
  ['attivita-uffici', PEOPLE.planOffice, '/attivita?elenco=offices'],
  ['attivita', PEOPLE.buyer, '/attivita'],
  ['avvia', PEOPLE.planOffice, '/avvia'],
  ['avvia-procedimento', PEOPLE.planOffice, '/avvia/A1-2-1-1'],
  ['procedimenti', PEOPLE.processOwner, '/procedimenti'],
  ['procedimento', PEOPLE.processOwner, '/procedimenti/A1-2-1-1'],
  ['modifica', PEOPLE.processOwner, '/procedimenti/A1-2-1-1/modifica'],
  ['pratiche', PEOPLE.secretaryGeneral, '/pratiche'],
  ['pratiche-processo', PEOPLE.secretaryGeneral, '/pratiche/processo/A1-2-1-1'],
  ['notifiche', PEOPLE.planOffice, '/notifiche'],
  ['albo', PEOPLE.planOffice, '/albo'],
];

for (const [name, person, address] of SCREENS) {
  test(name, async () => {
    const page = await play.pageOf(person);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Caricamento' })).toHaveCount(0);
    await page.waitForLoadState('networkidle');
    await lookAt(page, name);
  });
}

test('a task and its case', async () => {
  const task = await play.nextTask(caseKey);
  const page = await play.pageOf(PEOPLE.planOffice);
  await page.goto(`/attivita/${task?.userTaskKey}`);
  await expect(page.locator('.fjs-container')).toBeVisible();
  await expect(page.locator('.bjs-powered-by').first()).toBeVisible();
  await lookAt(page, 'attivita-singola');
  const manager = await play.pageOf(PEOPLE.secretaryGeneral);
  await manager.goto(`/pratiche/${caseKey}`);
  await expect(manager.locator('.bjs-powered-by').first()).toBeVisible();
  await lookAt(manager, 'pratica');
});
