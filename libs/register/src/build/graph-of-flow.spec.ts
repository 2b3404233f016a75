import { describe, expect, it } from '@jest/globals';
import { parseFlow } from '../notation/parse-flow.ts';
import { graphOfFlow, type StartNode } from './graph-of-flow.ts';

const byHand: StartNode = { id: 'avvio', name: 'Avvio', trigger: { type: 'none' }, origin: undefined };
const graph = (text: string, starts: readonly StartNode[] = [byHand]) => {
  const reading = parseFlow(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return graphOfFlow(reading.flow, starts, 'ufficio');
};
const ways = (text: string, starts?: readonly StartNode[]): string[] =>
  graph(text, starts).connections.map(({ from, to }) => `${from} > ${to}`);

describe('the graph of a flow', () => {
  it('connects steps one after the other', () => {
    expect(ways('ufficio: Uno\nufficio: Due\nfine: Fatto')).toEqual([
      'avvio > uno',
      'uno > due',
      'due > fatto',
    ]);
  });

  it('lets several starts meet before the first step', () => {
    const other: StartNode = { ...byHand, id: 'annuale', trigger: { type: 'cron', value: '0 0 8 3 11 *' } };
    expect(ways('ufficio: Uno\nfine: Fatto', [byHand, other])).toEqual([
      'avvio > unione-uno',
      'annuale > unione-uno',
      'unione-uno > uno',
      'uno > fatto',
    ]);
  });

  it('lets branches that go on meet, and ends the others', () => {
    const text = `decisione: Sì? #d su x
  - A:
    ufficio: Uno
  - B:
    fine: Basta
  - C:
ufficio: Due
fine: Fatto`;
    expect(ways(text)).toEqual([
      'avvio > d',
      'd > uno',
      'd > basta',
      'uno > unione-due',
      'd > unione-due',
      'unione-due > due',
      'due > fatto',
    ]);
  });

  it('leads loops back to a meeting point before their target', () => {
    const text =
      'ufficio: Uno #uno\ndecisione: Bene? #d su x\n  - Sì:\n  - No:\n    torna a #uno\nfine: Fatto';
    expect(ways(text)).toEqual([
      'avvio > ritorno-uno',
      'ritorno-uno > uno',
      'uno > d',
      'd > ritorno-uno',
      'd > fatto',
    ]);
  });

  it('joins parallel tracks with one flow of each', () => {
    const text = `parallelo: #p
  - A:
    ufficio: Uno
  - B:
    decisione: Sì? #d su x
      - Sì:
        ufficio: Due
      - No:
fine: Fatto`;
    expect(ways(text)).toEqual([
      'avvio > p',
      'p > uno',
      'p > d',
      'd > due',
      'uno > riunione-p',
      'due > unione-p-2',
      'd > unione-p-2',
      'unione-p-2 > riunione-p',
      'riunione-p > fatto',
    ]);
  });

  it('puts gateways and ends in the lane of the step before', () => {
    const { nodes } = graph(
      'capo: Uno\ndecisione: Sì? #d su x\n  - Sì:\n  - No:\n    fine: Basta\nufficio: Due\nfine: Fatto',
    );
    expect(nodes.map(({ id, lane }) => `${id} ${lane}`)).toEqual([
      'avvio capo',
      'uno capo',
      'd capo',
      'basta capo',
      'due ufficio',
      'fatto ufficio',
    ]);
  });

  it('gives a sub-process its own start and end', () => {
    const [, sub] = graph('ufficio (sottoprocesso): Esame #esame\n  ufficio: Uno\nfine: Fatto').nodes;
    expect(sub?.kind === 'subprocess' ? sub.inner.connections.map(({ id }) => id) : []).toEqual([
      'da-inizio-esame-a-uno',
      'da-uno-a-fine-esame',
    ]);
  });

  it('goes on after an interrupted step as after the step', () => {
    expect(ways('ufficio: Uno\n  se scade P1D: Tardi #tardi\n    ufficio: Due\nfine: Fatto')).toEqual([
      'avvio > uno',
      'tardi > due',
      'uno > unione-fatto',
      'due > unione-fatto',
      'unione-fatto > fatto',
    ]);
  });
});
