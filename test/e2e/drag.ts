import type { Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A mouse drag that bpmn-js follows: it leaves the start in small moves, then travels. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 3, from.y + 1);
  await page.mouse.move(from.x + 8, from.y + 4);
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}
