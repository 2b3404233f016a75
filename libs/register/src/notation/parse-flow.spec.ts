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
    ['(regola soglia)', { kind: 'task', task: { type: 'rule', decision: 'soglia' } }],
    ['(segnale approvato)', { kind: 'throw', trigger: { type: 'signal', signal: 'approvato' } }],
    ['(messaggio avviso)', { kind: 'throw', trigger: { type: 'message', message: 'avviso' } }],
    ['(attesa segnale approvato)', { kind: 'wait', trigger: { type: 'signal', signal: 'approvato' } }],
    ['(attesa condizione =x > 1)', { kind: 'wait', trigger: { type: 'condition', condition: '=x > 1' } }],
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

describe('a repeated step', () => {
  it('names the element, the list, what is collected and when it is enough', () => {
    const [step] = flow(`ufficio: Chiedere il parere
  per ogni ente in enti.nomi, uno alla volta
    raccogli =esito in pareri
    basta se =count(pareri) > 2
fine: Fatto`);
    expect(step).toMatchObject({
      repeat: {
        element: 'ente',
        list: '=enti.nomi',
        sequential: true,
        collect: { value: '=esito', into: 'pareri' },
        until: '=count(pareri) > 2',
      },
    });
  });
});

describe('what may happen at any time', () => {
  it('stops the case, or runs beside it', () => {
    const steps = flow(`ufficio: Uno
fine: Fatto
quando messaggio rinuncia: Rinuncia #rinuncia
  fine: Rinunciata
quando condizione =ore("a: b") > 1, senza interrompere: Oltre #oltre
  fine: Annotata`);
    expect(steps.slice(2)).toMatchObject([
      {
        kind: 'event',
        id: 'rinuncia',
        interrupting: true,
        trigger: { type: 'message', message: 'rinuncia' },
      },
      { kind: 'event', id: 'oltre', interrupting: false, trigger: { condition: '=ore("a: b") > 1' } },
    ]);
  });
});

describe('a choice of tracks', () => {
  it('asks for each track whether it is among the answers', () => {
    const [choice] = flow(`ufficio scelte: Quali? su azioni
  - Bando:
  - Sportello [= aperto = true]:
fine: Fatto`);
    expect(choice).toMatchObject({
      kind: 'choices',
      branches: [{ condition: '=list contains(azioni, "bando")' }, { condition: '=aperto = true' }],
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
    [
      'a jump into a sub-process',
      'ufficio (sottoprocesso): Esame\n  ufficio: Uno #uno\ntorna a #uno',
      [[3, 'UNKNOWN_TARGET']],
    ],
    ['a list that is none', 'ufficio: Uno\n  per ogni ente\nfine: Fatto', [[2, 'WRONG_REPEAT']]],
    [
      'an event within a branch',
      'decisione: Sì? su x\n  - A:\n    quando messaggio m: Evento\n      fine: Basta\n  - B:\nfine: Fatto',
      [[3, 'MISPLACED_EVENT']],
    ],
    [
      'an event whose steps just stop',
      'ufficio: Uno\nfine: Fatto\nquando messaggio m: Evento\n  ufficio: Due',
      [[3, 'MISSING_END']],
    ],
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
