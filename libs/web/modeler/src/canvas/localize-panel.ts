import { createTranslate, type Dictionary } from './translate.ts';

/**
 * Tool tips, names and the few sentences that the properties panel writes without asking its `translate` service.
 */
const ATTRIBUTES = ['title', 'aria-label'] as const;
const SENTENCES = [
  '.bio-properties-panel-error',
  '.bio-properties-panel-feel-editor__open-popup-placeholder',
  '.bio-properties-panel-feelers-editor__popup-placeholder',
  '.bio-properties-panel-textarea__open-popup-placeholder',
].join(',');
const COUNT = /^List contains (\d+) (items?)$/;

/** Translates these as they appear within `root`, until the returned function is called. */
export function localizePanel(root: HTMLElement, dictionary: Dictionary): () => void {
  const translate = createTranslate(dictionary);
  const inItsLanguage = (text: string): string => {
    const count = COUNT.exec(text);
    return count?.[1]
      ? translate(`List contains {numOfItems} ${count[2]}`, { numOfItems: count[1] })
      : translate(text);
  };

  function localize(element: Element): void {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      if (!text) continue;
      const translated = inItsLanguage(text);
      if (translated !== text) element.setAttribute(name, translated);
    }
    if (!element.matches(SENTENCES) || element.childElementCount > 0) return;
    const text = element.textContent ?? '';
    const translated = inItsLanguage(text);
    if (translated !== text) element.textContent = translated;
  }

  const observer = new MutationObserver((mutations) => {
    for (const { target, type, addedNodes } of mutations) {
      if (type === 'attributes' && target instanceof Element) localize(target);
      for (const node of addedNodes)
        if (node instanceof Element) {
          localize(node);
          for (const inner of node.querySelectorAll('[title],[aria-label],' + SENTENCES)) localize(inner);
        }
    }
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: [...ATTRIBUTES],
  });
  return () => observer.disconnect();
}
