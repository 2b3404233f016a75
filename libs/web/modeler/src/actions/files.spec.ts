import { describe, expect, it } from '@jest/globals';
import { fileName } from './files.ts';

describe('file names', () => {
  it('are made of the title, without what a file system may refuse', () => {
    expect(fileName('Piano triennale: trasparenza & legalità', 'bpmn')).toBe(
      'piano-triennale-trasparenza-legalita.bpmn',
    );
  });

  it('are never empty and never too long', () => {
    expect(fileName('…', 'svg')).toBe('diagramma.svg');
    expect(fileName('a'.repeat(300), 'bpmn')).toHaveLength(85);
  });
});
