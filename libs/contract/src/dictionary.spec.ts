import { describe, expect, it } from '@jest/globals';
import { hasText, localeOf, text, textResources } from './dictionary.ts';
import { incidentCode } from './api/cases.schema.ts';
import { caseOperationType } from './api/operations.schema.ts';
import { errorCodes } from './errors.ts';

const placesOf = (value: string) =>
  [...value.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map((found) => found[1]).sort();

function flatten(tree: object, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

describe('text', () => {
  it('replaces parameters and chooses the plural form by count', () => {
    expect(text('it', 'errors:TOO_MANY_ATTEMPTS.detail', { count: 1 })).toBe('Attendi un secondo e riprova.');
    expect(text('it', 'errors:TOO_MANY_ATTEMPTS.detail', { count: 30 })).toBe(
      'Attendi 30 secondi e riprova.',
    );
    expect(text('en', 'errors:NOT_XML.detail', { resourceName: 'a.bpmn' })).toContain('a.bpmn');
  });

  it('leaves the place of a missing parameter visible and does not read members of objects’ prototypes', () => {
    expect(text('it', 'errors:NOT_XML.detail')).toContain('{{resourceName}}');
    expect(text('it', 'errors:constructor')).toBe('errors:constructor');
  });

  it('answers the key itself where no file has it', () => {
    expect(text('en', 'nowhere:at.all')).toBe('nowhere:at.all');
    expect(hasText('en', 'nowhere:at.all')).toBe(false);
  });
});

describe('localeOf', () => {
  it.each([
    [undefined, 'it'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR, en;q=0.5, it;q=0.8', 'it'],
    ['de', 'it'],
  ])('reads %s as %s', (header, expected) => {
    expect(localeOf(header)).toBe(expected);
  });
});

describe('the files', () => {
  it('have a title and a detail for every error code', () => {
    const missing = errorCodes.flatMap((code) =>
      ['title', 'detail']
        .filter((part) => !hasText('it', `errors:${code}.${part}`, { count: 2 }))
        .map((part) => `${code}.${part}`),
    );
    expect(missing).toEqual([]);
  });

  it('have a text for every cause for which a case stands still, and for every intervention', () => {
    const keys = [
      ...incidentCode.options.map((code) => `incidents.codes.${code}`),
      ...caseOperationType.options.map((type) => `operations.types.${type}`),
    ];
    expect(keys.filter((key) => !hasText('it', `monitor:${key}`))).toEqual([]);
  });

  it.each(Object.keys(textResources.it))('of %s have the same keys and places in both languages', (room) => {
    const of = (locale: 'it' | 'en') => {
      const tree: Record<string, object> = textResources[locale];
      return Object.fromEntries(
        flatten(tree[room] ?? {})
          .filter(([key]) => !key.endsWith('_many'))
          .map(([key, value]) => [key, placesOf(value)]),
      );
    };
    expect(of('en')).toEqual(of('it'));
  });
});
