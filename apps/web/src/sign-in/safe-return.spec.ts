import { describe, expect, it } from '@jest/globals';
import { safeReturn } from './safe-return.ts';

describe('the page after signing in', () => {
  it('is the one that was asked for', () => {
    expect(safeReturn('/pratiche/12?versione=2#passi')).toBe('/pratiche/12?versione=2#passi');
  });

  it.each([
    'https://example.com/',
    '//example.com/',
    '/\\example.com',
    '/\t/example.com',
    'javascript:alert(1)',
    'attivita',
    '',
    undefined,
    7,
  ])('is never one of another site (%p)', (asked) => {
    expect(safeReturn(asked)).toBe('/attivita');
  });

  it('is not the sign-in page again', () => {
    expect(safeReturn('/accesso?ritorno=%2Faccesso')).toBe('/attivita');
  });
});
