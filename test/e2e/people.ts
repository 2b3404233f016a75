import { type Page, expect } from '@playwright/test';

/** Example people by what they do; everybody's password is `iter`. */
export const PEOPLE = {
  president: 'roberto.sanna',
  secretaryGeneral: 'elena.marchisio',
  processOwner: 'chiara.vitale',
  planOffice: 'giulia.ferraris',
  bodiesOffice: 'tommaso.rinaldi',
  buyer: 'luca.esposito',
  headOfProcurement: 'anna.ferrero',
  personnel: 'li.zhang',
  headOfPersonnel: 'marta.giordano',
  administrator: 'nicola.barbieri',
} as const;

/** Signs in through the sign-in page, whoever was signed in before. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/accesso');
  await page.getByRole('textbox', { name: 'Nome utente' }).fill(username);
  await page.getByRole('textbox', { name: /^Password/ }).fill('iter');
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page).not.toHaveURL(/accesso/);
}
