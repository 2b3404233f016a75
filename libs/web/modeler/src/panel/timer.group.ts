import {
  FeelEntry,
  Group,
  isFeelEntryEdited,
  isSelectEntryEdited,
  isTextFieldEntryEdited,
  SelectEntry,
  TextFieldEntry,
} from '@bpmn-io/properties-panel';
import { h, type ComponentChild } from '@bpmn-io/properties-panel/preact';
import type { CanvasElement, PanelEntry, PanelGroup } from '../canvas/services.ts';
import { DateInput } from './date-input.ts';
import { daysOf } from './due-date.ts';
import { useEntryServices, type EntryProps } from './entry-services.ts';
import type { PanelSettings } from './panel-settings.ts';
import { timerDefinitionOf, timerSourceOf, writeTimer } from './timer-definition.ts';
import { readMoment, writeMoment, type TimerField, type TimerMoment, type TimerUnit } from './timer.ts';

const KINDS: readonly TimerMoment['kind'][] = [
  'none',
  'after',
  'term',
  'reminder',
  'date',
  'yearly',
  'expression',
];
const UNITS: readonly TimerUnit[] = ['minutes', 'hours', 'days', 'weeks', 'months'];
const FIELDS: readonly TimerField[] = ['timeDate', 'timeDuration', 'timeCycle'];
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

const ENTRIES: Partial<Record<TimerMoment['kind'], PanelEntry[]>> = {
  after: [
    { id: 'iter-timer-amount', component: Amount, isEdited: isTextFieldEntryEdited },
    { id: 'iter-timer-unit', component: Unit, isEdited: isSelectEntryEdited },
  ],
  date: [
    { id: 'iter-timer-date', component: Day },
    { id: 'iter-timer-time', component: TimeOfDay },
  ],
  yearly: [
    { id: 'iter-timer-day', component: DayOfMonth, isEdited: isTextFieldEntryEdited },
    { id: 'iter-timer-month', component: Month, isEdited: isSelectEntryEdited },
  ],
  expression: [
    { id: 'iter-timer-field', component: Field, isEdited: isSelectEntryEdited },
    { id: 'iter-timer-expression', component: Expression, isEdited: isFeelEntryEdited },
  ],
};

function momentOf(element: CanvasElement): TimerMoment {
  return readMoment(timerSourceOf(element));
}

/** The group "when it fires" of timer events. */
export function timerGroup(element: CanvasElement, settings: PanelSettings): PanelGroup | null {
  if (!timerDefinitionOf(element)) return null;
  const entries: PanelEntry[] = [
    { id: 'iter-timer', component: Kind, isEdited: isSelectEntryEdited },
    ...(ENTRIES[momentOf(element).kind] ?? []),
  ];
  return {
    id: 'iter-timer',
    label: settings.text('panel.timer.title'),
    component: Group,
    entries,
    shouldOpen: true,
  };
}

function useMoment(element: CanvasElement) {
  const services = useEntryServices();
  const setMoment = (next: TimerMoment): void => writeTimer(services, element, writeMoment(next));
  return { ...services, moment: momentOf(element), setMoment };
}

function momentOfKind(kind: TimerMoment['kind'], before: TimerMoment): TimerMoment {
  switch (kind) {
    case 'after':
      return { kind, amount: 10, unit: 'days' };
    case 'date':
      return { kind, date: new Date().toISOString().slice(0, 10), time: '09:00' };
    case 'yearly':
      return { kind, day: 1, month: 1 };
    case 'expression':
      return { kind, timer: writeMoment(before) ?? { field: 'timeDate', source: '=' } };
    default:
      return { kind };
  }
}

function Kind({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings } = useMoment(element);
  return SelectEntry({
    element,
    id,
    label: settings.text('panel.timer.kind'),
    getValue: () => moment.kind,
    setValue: (kind) => setMoment(momentOfKind(kind as TimerMoment['kind'], moment)),
    getOptions: () =>
      KINDS.map((kind) => ({ value: kind, label: settings.text(`panel.timer.kinds.${kind}`) })),
  });
}

function Amount({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings, debounce } = useMoment(element);
  return TextFieldEntry({
    element,
    id,
    label: settings.text('panel.timer.amount'),
    debounce,
    getValue: () => (moment.kind === 'after' ? String(moment.amount) : ''),
    setValue: (text) => {
      const amount = daysOf(text);
      if (amount && moment.kind === 'after') setMoment({ ...moment, amount });
    },
    validate: (text) => (daysOf(text) ? undefined : settings.text('panel.due.daysInvalid')),
  });
}

function Unit({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings } = useMoment(element);
  return SelectEntry({
    element,
    id,
    label: settings.text('panel.timer.unit'),
    getValue: () => (moment.kind === 'after' ? moment.unit : ''),
    setValue: (unit) => {
      if (moment.kind === 'after') setMoment({ ...moment, unit: unit as TimerUnit });
    },
    getOptions: () =>
      UNITS.map((unit) => ({ value: unit, label: settings.text(`panel.timer.units.${unit}`) })),
  });
}

function Day({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings } = useMoment(element);
  return h(DateInput, {
    id,
    label: settings.text('panel.timer.date'),
    value: moment.kind === 'date' ? moment.date : '',
    onChange: (date: string) => {
      if (moment.kind === 'date') setMoment({ ...moment, date });
    },
  });
}

function TimeOfDay({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings } = useMoment(element);
  return h(DateInput, {
    id,
    type: 'time',
    label: settings.text('panel.timer.time'),
    value: moment.kind === 'date' ? moment.time : '',
    onChange: (time: string) => {
      if (moment.kind === 'date') setMoment({ ...moment, time: time.slice(0, 5) });
    },
  });
}

function dayOfMonth(text: string | undefined): number | undefined {
  const day = daysOf(text);
  return day && day <= 31 ? day : undefined;
}

function DayOfMonth({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings, debounce } = useMoment(element);
  return TextFieldEntry({
    element,
    id,
    label: settings.text('panel.timer.day'),
    debounce,
    getValue: () => (moment.kind === 'yearly' ? String(moment.day) : ''),
    setValue: (text) => {
      const day = dayOfMonth(text);
      if (day && moment.kind === 'yearly') setMoment({ ...moment, day });
    },
    validate: (text) => (dayOfMonth(text) ? undefined : settings.text('panel.timer.dayInvalid')),
  });
}

function Month({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings } = useMoment(element);
  return SelectEntry({
    element,
    id,
    label: settings.text('panel.timer.month'),
    getValue: () => (moment.kind === 'yearly' ? String(moment.month) : ''),
    setValue: (month) => {
      if (moment.kind === 'yearly') setMoment({ ...moment, month: Number(month) });
    },
    getOptions: () =>
      MONTHS.map((month) => ({ value: String(month), label: settings.text(`panel.timer.months.${month}`) })),
  });
}

function Field({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings } = useMoment(element);
  const timer = moment.kind === 'expression' ? moment.timer : undefined;
  return SelectEntry({
    element,
    id,
    label: settings.text('panel.timer.field'),
    getValue: () => timer?.field ?? '',
    setValue: (field) => {
      if (timer) setMoment({ kind: 'expression', timer: { ...timer, field: field as TimerField } });
    },
    getOptions: () =>
      FIELDS.map((field) => ({ value: field, label: settings.text(`panel.timer.fields.${field}`) })),
  });
}

function Expression({ element, id }: EntryProps): ComponentChild {
  const { moment, setMoment, settings, debounce } = useMoment(element);
  const timer = moment.kind === 'expression' ? moment.timer : undefined;
  return FeelEntry({
    element,
    id,
    label: settings.text('panel.timer.expression'),
    feel: 'optional',
    debounce,
    getValue: () => timer?.source ?? '',
    setValue: (source) => {
      if (timer) setMoment({ kind: 'expression', timer: { ...timer, source: source ?? '' } });
    },
  });
}
