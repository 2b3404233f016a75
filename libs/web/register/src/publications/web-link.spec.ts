import { describe, expect, it } from '@jest/globals';
import { webLink } from './web-link.ts';

describe('links of published acts', () => {
  it('are addresses of the web', () => {
    expect(webLink('https://www.example.it/atto?id=1')).toBe('https://www.example.it/atto?id=1');
  });
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'atto n. 5', '', null])(
    '%p is none',
    (text) => {
      expect(webLink(text)).toBeUndefined();
    },
  );
});
