import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';

const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve('@bpmn-io/form-js-viewer'), 'utf8');
const italian = JSON.parse(
  readFileSync(require.resolve('@iter/contract/texts/form-js.it.json'), 'utf8'),
) as Record<string, string>;

/** A new version of the library adds sentences silently: this tells. */
const sentences = [...source.matchAll(/translate\((?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)]
  .map(([, single, double]) => single ?? double ?? '')
  // Examples in comments, and a message for authors of forms.
  .filter((sentence) => sentence !== 'HELLO {you}' && !sentence.startsWith('binding path'));

describe('the Italian of forms', () => {
  it('has every sentence that form-js says', () => {
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter((sentence) => !(sentence in italian))).toEqual([]);
  });

  it('keeps the places of the values', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    const wrong = Object.entries(italian).filter(
      ([english, text]) => JSON.stringify(places(english)) !== JSON.stringify(places(text)),
    );
    expect(wrong).toEqual([]);
  });
});
