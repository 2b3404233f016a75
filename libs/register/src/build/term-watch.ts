import type { Sheet, SheetTerm } from '../sheet/sheet.schema.ts';
import { dayText, feelText, groupsExpression, termVariable } from './feel.ts';
import type { Create, ModdleObject } from './moddle.ts';
import type { Zeebe } from './zeebe.ts';

interface Notice {
  readonly id: string;
  readonly name: string;
  readonly timer: string;
  readonly startName: string;
  readonly taskName: string;
  readonly endName: string;
  readonly recipients: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * The two event sub-processes that watch a term without interrupting the work: one reminds, the other tells the
 * level above that the term has passed. They end with the case, since they wait only at their start.
 */
export function termWatches(
  sheet: Sheet,
  create: Create,
  zeebe: Zeebe,
  origin: () => ModdleObject | undefined,
): ModdleObject[] {
  return sheet.terms.flatMap((term) =>
    notices(sheet, term).map((notice) => watch(notice, create, zeebe, origin)),
  );
}

function notices(sheet: Sheet, term: SheetTerm): Notice[] {
  const reminded = term.remind.flatMap((key) => sheet.roles[key] ?? []);
  const end = termVariable(sheet, term.id, 'termine');
  const suffix = sheet.terms.length > 1 ? ` (${term.label ?? term.id})` : '';
  return [
    {
      id: `promemoria-${term.id}`,
      name: `Promemoria della scadenza${suffix}`,
      timer: `=${termVariable(sheet, term.id, 'promemoria')}`,
      startName: 'Scadenza vicina',
      taskName: 'Ricordare la scadenza',
      endName: 'Promemoria inviato',
      recipients: groupsExpression(reminded),
      subject: `=${feelText(`Scadenza vicina: ${sheet.title}`)}`,
      text: `=${feelText('Il termine del procedimento è il ')} + ${dayText(end)} + "."`,
    },
    {
      id: `scadenza-${term.id}`,
      name: `Termine superato${suffix}`,
      timer: `=${end}`,
      startName: 'Termine superato',
      taskName: 'Avvisare il livello superiore',
      endName: 'Livello superiore avvisato',
      recipients: groupsExpression([term.escalate, ...reminded]),
      subject: `=${feelText(`Termine superato: ${sheet.title}`)}`,
      text: `=${feelText('Il procedimento doveva concludersi entro il ')} + ${dayText(end)} + "."`,
    },
  ];
}

function watch(
  notice: Notice,
  create: Create,
  zeebe: Zeebe,
  origin: () => ModdleObject | undefined,
): ModdleObject {
  const start = create('bpmn:StartEvent', {
    id: `${notice.id}-scatta`,
    name: notice.startName,
    isInterrupting: false,
    eventDefinitions: [
      create('bpmn:TimerEventDefinition', {
        id: `${notice.id}-timer`,
        timeDate: create('bpmn:FormalExpression', { body: notice.timer }),
      }),
    ],
    extensionElements: zeebe.extensions([origin()]),
  });
  const task = create('bpmn:ServiceTask', {
    id: `${notice.id}-avviso`,
    name: notice.taskName,
    extensionElements: zeebe.extensions([
      zeebe.element('TaskDefinition', { type: 'iter:notification', retries: '3' }),
      zeebe.ioMapping(
        [
          { source: notice.recipients, target: 'destinatari' },
          { source: notice.subject, target: 'oggetto' },
          { source: notice.text, target: 'testo' },
        ],
        [],
      ),
      origin(),
    ]),
  });
  const end = create('bpmn:EndEvent', {
    id: `${notice.id}-fatto`,
    name: notice.endName,
    extensionElements: zeebe.extensions([origin()]),
  });
  const flows = [
    [start, task],
    [task, end],
  ].map(([source, target]) => connect(create, source as ModdleObject, target as ModdleObject));
  return create('bpmn:SubProcess', {
    id: notice.id,
    name: notice.name,
    triggeredByEvent: true,
    flowElements: [start, task, end, ...flows],
    extensionElements: zeebe.extensions([origin()]),
  });
}

function connect(create: Create, source: ModdleObject, target: ModdleObject): ModdleObject {
  const flow = create('bpmn:SequenceFlow', {
    id: `da-${source.id ?? ''}-a-${target.id ?? ''}`,
    sourceRef: source,
    targetRef: target,
  });
  source.set('outgoing', [flow]);
  target.set('incoming', [flow]);
  return flow;
}
