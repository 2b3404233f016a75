/** The three ways BPMN has to say when a timer fires (BPMN 2.0.2 §10.5.5). */
export type TimerField = 'timeDate' | 'timeDuration' | 'timeCycle';

/** One of the fields with its expression, as it stands in the diagram. */
export interface TimerSource {
  field: TimerField;
  source: string;
}

export type TimerUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

/** "When it fires", in the words of the panel. */
export type TimerMoment =
  | { kind: 'none' }
  | { kind: 'after'; amount: number; unit: TimerUnit }
  | { kind: 'term' }
  | { kind: 'reminder' }
  | { kind: 'date'; date: string; time: string }
  | { kind: 'yearly'; day: number; month: number }
  | { kind: 'expression'; timer: TimerSource };

const DURATION = /^P(?:(\d{1,4})([DWM])|T(\d{1,4})([HM]))$/;
const TERM = /^=\s*(?:date and time\(\s*termine\s*\)|termine)$/;
const REMINDER = /^=\s*(?:date and time\(\s*promemoria\s*\)|promemoria)$/;
const DATE = /^=\s*date and time\(\s*"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):00@Europe\/Rome"\s*\)$/;
const YEARLY = /^0 0 8 (\d{1,2}) (\d{1,2}) \*$/;

const CALENDAR_UNITS: Record<string, TimerUnit> = { D: 'days', W: 'weeks', M: 'months' };
const CLOCK_UNITS: Record<string, TimerUnit> = { H: 'hours', M: 'minutes' };
const DURATION_TEXT: Record<TimerUnit, (amount: number) => string> = {
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  days: (amount) => `P${amount}D`,
  weeks: (amount) => `P${amount}W`,
  months: (amount) => `P${amount}M`,
};

function readDuration(source: string): TimerMoment | undefined {
  const match = DURATION.exec(source);
  if (!match) return undefined;
  const unit = match[2] ? CALENDAR_UNITS[match[2]] : CLOCK_UNITS[match[4] ?? ''];
  return unit && { kind: 'after', amount: Number(match[1] ?? match[3]), unit };
}

function readDate(source: string): TimerMoment | undefined {
  if (TERM.test(source)) return { kind: 'term' };
  if (REMINDER.test(source)) return { kind: 'reminder' };
  const match = DATE.exec(source);
  return match?.[1] && match[2] ? { kind: 'date', date: match[1], time: match[2] } : undefined;
}

function readCycle(source: string): TimerMoment | undefined {
  const match = YEARLY.exec(source);
  return match ? { kind: 'yearly', day: Number(match[1]), month: Number(match[2]) } : undefined;
}

const READ: Record<TimerField, (source: string) => TimerMoment | undefined> = {
  timeDuration: readDuration,
  timeDate: readDate,
  timeCycle: readCycle,
};

/** Reads a timer; what the panel has no words for stays an expression. */
export function readMoment(timer: TimerSource | undefined): TimerMoment {
  const source = timer?.source.trim() ?? '';
  if (!timer || source === '') return { kind: 'none' };
  return READ[timer.field](source) ?? { kind: 'expression', timer: { field: timer.field, source } };
}

/** The field and expression for a moment; `undefined` empties the timer. Yearly ones fire at 8 in the morning. */
export function writeMoment(moment: TimerMoment): TimerSource | undefined {
  switch (moment.kind) {
    case 'none':
      return undefined;
    case 'after':
      return { field: 'timeDuration', source: DURATION_TEXT[moment.unit](moment.amount) };
    case 'term':
      return { field: 'timeDate', source: '=date and time(termine)' };
    case 'reminder':
      return { field: 'timeDate', source: '=date and time(promemoria)' };
    case 'date':
      return {
        field: 'timeDate',
        source: `=date and time("${moment.date}T${moment.time}:00@Europe/Rome")`,
      };
    case 'yearly':
      return { field: 'timeCycle', source: `0 0 8 ${moment.day} ${moment.month} *` };
    case 'expression':
      return moment.timer;
  }
}
