import type { CatchTrigger, EndStep, ErrorTrigger, MessageTrigger, SignalTrigger, TaskKind } from './flow.ts';

export type ActivityKind =
  | TaskKind
  | { readonly type: 'subprocess' }
  | { readonly type: 'wait'; readonly trigger: CatchTrigger }
  | { readonly type: 'throw'; readonly trigger: SignalTrigger | MessageTrigger };

/** What a step's parentheses say; a step without them is a person's work. */
export function readKind(kind: string | undefined): ActivityKind | undefined {
  if (kind === undefined) return { type: 'user' };
  const [word = '', ...rest] = kind.split(/\s+/);
  const argument = rest.join(' ');
  if (argument === '') {
    if (word === 'manuale') return { type: 'manual' };
    if (word === 'calcolo') return { type: 'script' };
    if (word === 'sottoprocesso') return { type: 'subprocess' };
    return undefined;
  }
  switch (word) {
    case 'servizio':
      return { type: 'service', job: argument };
    case 'invio':
      return { type: 'send', job: argument };
    case 'ricezione':
      return { type: 'receive', message: argument };
    case 'chiama':
      return { type: 'call', process: argument };
    case 'regola':
      return { type: 'rule', decision: argument };
    case 'segnale':
      return { type: 'throw', trigger: { type: 'signal', signal: argument } };
    case 'messaggio':
      return { type: 'throw', trigger: { type: 'message', message: argument } };
    case 'attesa':
      return { type: 'wait', trigger: readWait(argument) };
    default:
      return undefined;
  }
}

/** `messaggio nome`, `segnale nome`, `condizione =FEEL`, or a duration, date or expression of a timer. */
function readWait(argument: string): CatchTrigger {
  const named = readTrigger(argument);
  return named === undefined || named.type === 'error' ? { type: 'timer', value: argument } : named;
}

/** What interrupts or accompanies work: `scade P5D`, `messaggio nome`, `segnale nome`, `condizione =x`, `errore CODICE`. */
export function readTrigger(text: string): CatchTrigger | ErrorTrigger | undefined {
  const found = /^(scade|messaggio|segnale|condizione|errore)\s+(.+)$/.exec(text.trim());
  const argument = found?.[2]?.trim() ?? '';
  switch (found?.[1]) {
    case 'scade':
      return { type: 'timer', value: argument };
    case 'messaggio':
      return { type: 'message', message: argument };
    case 'segnale':
      return { type: 'signal', signal: argument };
    case 'condizione':
      return { type: 'condition', condition: `=${argument.replace(/^=\s*/, '')}` };
    case 'errore':
      return { type: 'error', code: argument };
    default:
      return undefined;
  }
}

export function readEndKind(kind: string | undefined): EndStep['end'] | undefined {
  if (kind === undefined) return { type: 'none' };
  if (kind === 'termina') return { type: 'terminate' };
  const found = /^(errore|messaggio|segnale)\s+(\S+)$/.exec(kind);
  const argument = found?.[2] ?? '';
  if (found?.[1] === 'errore') return { type: 'error', code: argument };
  if (found?.[1] === 'messaggio') return { type: 'message', message: argument };
  if (found?.[1] === 'segnale') return { type: 'signal', signal: argument };
  return undefined;
}
