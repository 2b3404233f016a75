import { type Page, expect } from '@playwright/test';

/** More than any screen has; a page on which focus does not come round within it holds it fast. */
const MOST_STOPS = 250;

interface Stops {
  /** Controls that Tab came to without showing where focus is. */
  readonly unseen: readonly string[];
  /** Controls that one can click and Tab never came to. */
  readonly missed: readonly string[];
}

/**
 * Goes through a screen with Tab alone: every control that can be clicked must be reached, each must show that it
 * has focus, and focus must come round to the browser's own controls (WCAG 2.1.1, 2.1.2, 2.4.7).
 */
export async function expectKeyboard(page: Page, screen: string): Promise<void> {
  await page.evaluate(() => {
    // where Tab goes on from is where one was last: the beginning
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    window.scrollTo(0, 0);
    getSelection()?.removeAllRanges();
    (window as unknown as { stops: unknown }).stops = { reached: new Set<Element>(), unseen: [] };
  });
  let stops = 0;
  while (stops < MOST_STOPS) {
    await page.keyboard.press('Tab');
    stops += 1;
    if (!(await page.evaluate(noteStop))) break;
  }
  expect(stops, `${screen}: stops until focus leaves the page`).toBeLessThan(MOST_STOPS);
  const { unseen, missed } = await page.evaluate(sumUp);
  expect(missed, `${screen}: controls that Tab does not reach`).toEqual([]);
  expect(unseen, `${screen}: focus that cannot be seen`).toEqual([]);
}

/** In the page: notes what has focus now; false where focus has left the page or come back to its beginning. */
function noteStop(): boolean {
  const { stops } = window as unknown as { stops: { reached: Set<Element>; unseen: string[] } };
  const element = document.activeElement;
  if (!element || element === document.body || stops.reached.has(element)) return false;
  stops.reached.add(element);
  const marks = (at: Element): string => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    return (outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none' ? '' : 'seen';
  };
  // a radio button or check box may be drawn by its label; a control may be marked by what surrounds it
  const places = [element, element.parentElement, element.nextElementSibling, element.closest('label')];
  if (!places.some((at) => at && marks(at))) stops.unseen.push(element.outerHTML.slice(0, 160));
  return true;
}

/** In the page: what was reached and what was not. */
function sumUp(): Stops {
  const { stops } = window as unknown as { stops: { reached: Set<Element>; unseen: string[] } };
  const selector =
    'a[href], button, input, select, textarea, summary, [role="button"], [contenteditable="true"]';
  const isMissed = (element: Element): boolean => {
    if (stops.reached.has(element) || element.closest('[inert], [aria-hidden="true"]')) return false;
    if (element.matches(':disabled, [type="hidden"]')) return false;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    // one stop for a group of choices or of tabs: the arrow keys go on within it
    const group = element.closest('[role="tablist"], [role="radiogroup"], [role="toolbar"], [role="grid"]');
    if (group && [...stops.reached].some((each) => group.contains(each))) return false;
    const name = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';
    const others = [...document.querySelectorAll(`input[type="radio"][name="${CSS.escape(name)}"]`)];
    return !(name && others.some((each) => stops.reached.has(each)));
  };
  const missed = [...document.querySelectorAll(selector)].filter(isMissed);
  return { unseen: stops.unseen, missed: missed.map((element) => element.outerHTML.slice(0, 160)) };
}
