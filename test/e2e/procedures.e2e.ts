import { expect, test } from '@playwright/test';
import { CasePlay, type Decisions } from './case-play.ts';
import { PEOPLE } from './people.ts';

/** How a procedure can go: decisions at its forms, and the end it arrives at. */
interface Outcome {
  readonly name: string;
  readonly decisions: Decisions;
  readonly end: string;
}
interface Procedure {
  readonly title: string;
  readonly processId: string;
  readonly starter: string;
  /** After every date that its forms ask for. */
  readonly deadline?: string;
  readonly outcomes: readonly Outcome[];
}

/** Everything goes well unless an outcome says otherwise. */
const ASSENT: Decisions = {
  spesa: ['no'],
  esitoControllo: ['completa'],
  parereTecnico: ['favorevole'],
  parereContabile: ['favorevole'],
  esito: ['approvata'],
  esitoEsame: ['accolta'],
  esitoVisto: ['attestata'],
};

const PROCEDURES: readonly Procedure[] = [
  {
    title: 'A1.2.1.1 piano triennale di prevenzione della corruzione',
    processId: 'A1-2-1-1',
    starter: PEOPLE.planOffice,
    outcomes: [
      { name: 'approved', decisions: { esitoVerifica: ['conformi'] }, end: 'PTPC approvato e pubblicato' },
      {
        name: 'sent back, postponed by the board, then approved',
        decisions: {
          esitoVerifica: ['da-rivedere', 'conformi'],
          esitoControllo: ['da-integrare', 'completa'],
          esito: ['rinviata', 'approvata'],
        },
        end: 'PTPC approvato e pubblicato',
      },
      {
        name: 'rejected, presented again, approved',
        decisions: {
          esitoVerifica: ['conformi'],
          esito: ['respinta', 'approvata'],
          seguitoRigetto: ['ripresentare'],
        },
        end: 'PTPC approvato e pubblicato',
      },
      {
        name: 'rejected for good',
        decisions: { esitoVerifica: ['conformi'], esito: ['respinta'], seguitoRigetto: ['chiudere'] },
        end: 'PTPC non approvato',
      },
    ],
  },
  {
    title: 'B2.1.1.3 acquisti sul mercato elettronico',
    processId: 'B2-1-1-3',
    starter: PEOPLE.buyer,
    deadline: '2027-12-01T08:00:00Z',
    outcomes: [
      {
        name: 'goods by direct order, after the need was made precise',
        decisions: {
          esitoVerifica: ['da-precisare', 'necessario'],
          procedura: ['ordine-diretto'],
          oggettoAcquisto: ['beni'],
          esitoEsame: ['da-rivedere', 'accolta'],
        },
        end: 'Acquisto di beni concluso',
      },
      {
        name: 'services by offers, asked for twice',
        decisions: {
          esitoVerifica: ['necessario'],
          procedura: ['offerta'],
          esitoOfferte: ['ripetere', 'valida'],
          oggettoAcquisto: ['servizi'],
          spesa: ['si'],
        },
        end: 'Servizio affidato',
      },
      {
        name: 'not needed',
        decisions: { esitoVerifica: ['non-necessario'] },
        end: 'Acquisto non necessario',
      },
      {
        name: 'not authorized',
        decisions: { esitoVerifica: ['necessario'], esitoEsame: ['non-accolta'] },
        end: 'Acquisto non autorizzato',
      },
      {
        name: 'no offer',
        decisions: { esitoVerifica: ['necessario'], procedura: ['offerta'], esitoOfferte: ['deserta'] },
        end: 'Procedura deserta',
      },
      {
        name: 'award not adopted',
        decisions: {
          esitoVerifica: ['necessario'],
          procedura: ['ordine-diretto'],
          esitoEsame: ['accolta', 'non-accolta'],
        },
        end: 'Affidamento non disposto',
      },
    ],
  },
  {
    title: 'B1.1.1.1 procedure di assunzione',
    processId: 'B1-1-1-1',
    starter: PEOPLE.headOfPersonnel,
    deadline: '2027-12-01T08:00:00Z',
    outcomes: [
      {
        name: 'permanent, all posts filled',
        decisions: {
          tipoProcedura: ['tempo-indeterminato'],
          esitoAmmissione: ['ammessi'],
          esitoSelezione: ['idonei'],
          esitoContratto: ['prossimo', 'coperti'],
        },
        end: 'Assunzioni concluse',
      },
      {
        name: 'fixed term, ranking used up',
        decisions: {
          tipoProcedura: ['tempo-determinato'],
          esitoAmmissione: ['ammessi'],
          esitoSelezione: ['idonei'],
          esitoEsame: ['da-rivedere', 'accolta', 'da-rivedere', 'accolta'],
          esitoContratto: ['esaurita'],
        },
        end: 'Graduatoria esaurita',
      },
      {
        name: 'internal selection, nobody suitable',
        decisions: {
          tipoProcedura: ['selezione-interna'],
          esitoAmmissione: ['ammessi'],
          esitoSelezione: ['nessuno'],
        },
        end: 'Procedura senza idonei',
      },
      {
        name: 'not started',
        decisions: { tipoProcedura: ['tempo-determinato'], esitoEsame: ['non-accolta'] },
        end: 'Procedura non avviata',
      },
      {
        name: 'nobody admitted',
        decisions: { tipoProcedura: ['tempo-indeterminato'], esitoAmmissione: ['nessuno'] },
        end: 'Procedura deserta',
      },
      {
        name: 'ranking not approved',
        decisions: {
          tipoProcedura: ['selezione-interna'],
          esitoAmmissione: ['ammessi'],
          esitoSelezione: ['idonei'],
          esitoEsame: ['accolta', 'non-accolta'],
        },
        end: 'Graduatoria non approvata',
      },
    ],
  },
];

let play: CasePlay;

test.beforeAll(({ browser }, { project }) => {
  play = new CasePlay(browser, project.use.baseURL ?? '');
});
test.beforeEach(() => play.clock.pin('2027-01-15T08:00:00Z'));
test.afterAll(async () => {
  await play.clock.reset();
  await play.close();
});

for (const { title, processId, starter, deadline, outcomes } of PROCEDURES) {
  test.describe(title, () => {
    for (const { name, decisions, end } of outcomes) {
      test(name, async () => {
        const wishes = { ...ASSENT, ...decisions };
        const key = await play.start(starter, processId, wishes);
        await play.playToEnd(key, wishes, deadline);
        expect(await play.observer.stateOf(key)).toBe('COMPLETED');
        expect(await play.endsOf(key)).toContain(end);
      });
    }
  });
}

test.describe('the term of the plan is 31 January', () => {
  for (const [started, due] of [
    ['2027-01-15T08:00:00Z', '2027-01-31'],
    ['2027-02-15T08:00:00Z', '2028-01-31'],
  ] as const) {
    test(`started on ${started.slice(0, 10)} it is due on ${due}`, async () => {
      await play.clock.pin(started);
      const key = await play.start(PEOPLE.planOffice, 'A1-2-1-1', ASSENT);
      const { dueDate } = await play.observer.caseOf(key);
      expect(dueDate).toContain(due);
      const page = await play.pageOf(PEOPLE.secretaryGeneral);
      await page.goto(`/pratiche/${key}`);
      await expect(page.getByText(`31 gennaio ${due.slice(0, 4)}`).first()).toBeVisible();
    });
  }

  test('the reminder comes before it, the escalation after it', async () => {
    const key = await play.start(PEOPLE.planOffice, 'A1-2-1-1', ASSENT);
    const number = (await play.observer.caseOf(key)).businessId;
    const office = await play.pageOf(PEOPLE.planOffice);
    const president = await play.pageOf(PEOPLE.president);
    await office.goto('/notifiche');
    await expect(office.getByText(number)).toHaveCount(0);

    await play.clock.pin('2027-01-20T08:00:00Z');
    await expect(office.getByText(number).first()).toBeVisible();
    await president.goto('/notifiche');
    await expect(president.getByText(number)).toHaveCount(0);

    await play.clock.pin('2027-02-01T08:00:00Z');
    await expect(president.getByText(number).first()).toBeVisible();
  });
});
