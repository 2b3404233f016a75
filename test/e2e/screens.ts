import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expectKeyboard } from './keyboard.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../tmp/screens');

/** A laptop's window and a phone's. */
export const WIDTHS = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/**
 * Looks at a screen in both widths: a picture of each is kept in tmp/screens, nothing may stick out sideways, and
 * the accessibility check must pass; in the wide one everything must be within reach of the Tab key.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: 'Riprova' }), `${name}: data that did not come`).toHaveCount(
    0,
  );
  mkdirSync(FOLDER, { recursive: true });
  for (const [width, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({
      path: path.join(FOLDER, `${name}-${width}.png`),
      fullPage: true,
      animations: 'disabled',
    });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name} at ${width}: pixels that stick out`).toBeLessThanOrEqual(0);
    await expectAccessible(page, `${name} at ${width}`);
  }
  await page.setViewportSize(WIDTHS.wide);
  await expectKeyboard(page, name);
}
