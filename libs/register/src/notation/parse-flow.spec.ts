import { describe, expect, it } from '@jest/globals';
import type { FlowProblemCode } from './flow.ts';
import { parseFlow } from './parse-flow.ts';

const flow = (text: string) => {
  const reading = parseFlow(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
};
const problems = (text: string): (readonly [number, FlowProblemCode])[] => {
  const reading = parseFlow(text);
  return reading.ok ? [] : reading.problems.map(({ line, code }) => [line, code] as const);
};

describe('a step', () => {
  it('has a lane, a name, an id, and the lines it comes from', () => {
    expect(flow('ufficio: Redigere il bando #bando @12, 14-16\nfine: Fatto')[0]).toMatchObject({
      kind: 'task',
      task: { type: 'user' },
      lane: 'ufficio',
      name: 'Redigere il bando',
      id: 'bando',
      origin: {
        kind: 'lines',
        lines: [
          [12, 12],
          [14, 16],
        ],
      },
      line: 1,
    });
  });

  it('gets an id from its name, without accents', () => {
    expect(flow("ufficio: Verificare l'identità\nfine: Fatto")[0]).toMatchObject({
      id: 'verificare-l-identita',
      origin: undefined,
    });
  });

  it.each([
    ['(manuale)', { kind: 'task', task: { type: 'manual' } }],
    ['(calcolo)', { kind: 'task', task: { type: 'script' } }],
    ['(servizio iter:publication)', { kind: 'task', task: { type: 'service', job: 'iter:publication' } }],
    ['(invio iter:mail)', { kind: 'task', task: { type: 'send', job: 'iter:mail' } }],
    ['(ricezione offerta)', { kind: 'task', task: { type: 'receive', message: 'offerta' } }],
    ['(chiama determinazione)', { kind: 'task', task: { type: 'call', process: 'determinazione' } }],
    ['(attesa P60D)', { kind: 'wait', trigger: { type: 'timer', value: 'P60D' } }],
    ['(attesa messaggio ricorso)', { kind: 'wait', trigger: { type: 'message', message: 'ricorso' } }],
    [
      '(attesa =date and time(scadenza + "T12:00:00"))',
      { kind: 'wait', trigger: { type: 'timer', value: '=date and time(scadenza + "T12:00:00")' } },
    ],
  ])('of the kind %s', (kind, expected) => {
    expect(flow(`ufficio ${kind}: Passo\nfine: Fatto`)[0]).toMatchObject(expected);
  });

  it('may be accompanied or interrupted', () => {
    const [step] = flow(`ufficio: Decidere #decidere
  se scade P5D, senza interrompere: Sollecito #sollecito ~solleciti
    ufficio: Sollecitare #sollecitare
    fine: Sollecitato
  se errore NEGATO: Accesso negato
    fine: Negato
fine: Fatto`);
    expect(step).toMatchObject({
      boundaries: [
        { id: 'sollecito', interrupting: false, trigger: { type: 'timer', value: 'P5D' } },
        { id: 'decidere-accesso-negato', interrupting: true, trigger: { type: 'error', code: 'NEGATO' } },
      ],
    });
  });
});

describe('a decision', () => {
  it('compares its variable with the slug of each branch, a given value or an expression', () => {
    const [decision] = flow(`ufficio decisione: Conforme? su esito
  - Sì:
  - Da rivedere [rivedere]:
    fine: Da rivedere
  - Fuori soglia [= importo > 5000]:
  - Altro [altrimenti]:
fine: Fatto`);
    expect(decision).toMatchObject({
      kind: 'decision',
      lane: 'ufficio',
      branches: [
        { label: 'Sì', condition: '=esito = "si"', otherwise: false },
        { label: 'Da rivedere', condition: '=esito = "rivedere"' },
        { label: 'Fuori soglia', condition: '=importo > 5000' },
        { label: 'Altro', condition: undefined, otherwise: true },
      ],
    });
  });
});

describe('a flow that cannot be read', () => {
  it.each<[string, string, (readonly [number, FlowProblemCode])[]]>([
    ['a line of another shape', 'Redigere il bando\nfine: Fatto', [[1, 'UNKNOWN_LINE']]],
    ['an unknown kind of step', 'ufficio (magia): Passo\nfine: Fatto', [[1, 'UNKNOWN_KIND']]],
    ['a step without a name', 'ufficio: #passo\nfine: Fatto', [[1, 'MISSING_NAME']]],
    ['one branch only', 'decisione: Sì o no? su x\n  - Sì:\nfine: Fatto', [[1, 'MISSING_BRANCHES']]],
    [
      'branches without anything to compare',
      'decisione: Sì o no?\n  - Sì:\n  - No:\nfine: Fatto',
      [
        [2, 'MISSING_CONDITION'],
        [3, 'MISSING_CONDITION'],
      ],
    ],
    ['steps below a step', 'ufficio: Passo\n  ufficio: Altro\nfine: Fatto', [[2, 'UNEXPECTED_BLOCK']]],
    [
      'uneven indentation',
      'ufficio: Uno\n   ufficio: Due\n  ufficio: Tre\nfine: Fatto',
      [
        [3, 'INDENTATION'],
        [2, 'UNEXPECTED_BLOCK'],
        [3, 'UNEXPECTED_BLOCK'],
      ],
    ],
    ['the same id twice', 'ufficio: Uno #a\nufficio: Due #a\nfine: Fatto', [[2, 'DUPLICATE_ID']]],
    ['a jump to nowhere', 'ufficio: Uno\ntorna a #due', [[2, 'UNKNOWN_TARGET']]],
    ['a flow that just stops', 'ufficio: Uno', [[1, 'MISSING_END']]],
    ['steps after the end', 'fine: Fatto\nufficio: Uno\nfine: Poi', [[2, 'UNREACHABLE']]],
    ['lines that are none', 'ufficio: Uno @14-12\nfine: Fatto', [[1, 'WRONG_LINES']]],
    [
      'a parallel track that ends',
      'parallelo: #p\n  - A:\n    fine: Fine A\n  - B:\n    ufficio: Uno\nfine: Fatto',
      [[3, 'TRACK_ENDS']],
    ],
    [
      'an accompanying block that runs on',
      'ufficio: Uno\n  se scade P1D, senza interrompere: Sollecito\n    ufficio: Due\nfine: Fatto',
      [[2, 'HANDLER_FALLS_THROUGH']],
    ],
  ])('%s', (_name, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});
