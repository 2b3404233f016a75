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
import { daysOf, readDue, writeDue, type Due } from './due-date.ts';
import { useEntryServices, type EntryProps } from './entry-services.ts';
import { extensionText, setExtension } from './extension-elements.ts';
import type { PanelSettings } from './panel-settings.ts';

const KINDS: readonly Due['kind'][] = [
  'none',
  'term',
  'before-term',
  'reminder',
  'after-start',
  'date',
  'expression',
];

const USUAL_DAYS = 10;

function dueOf(element: CanvasElement): Due {
  return readDue(extensionText(element, 'zeebe:TaskSchedule', 'dueDate'));
}

/** The group "by when" of a person's task. */
export function dueGroup(element: CanvasElement, settings: PanelSettings): PanelGroup | null {
  if (element.type !== 'bpmn:UserTask') return null;
  const due = dueOf(element);
  const entries: PanelEntry[] = [
    {
      id: 'iter-due',
      component: DueKind,
      isEdited: (node) => isSelectEntryEdited(node) && due.kind !== 'none',
    },
  ];
  if (due.kind === 'before-term' || due.kind === 'after-start')
    entries.push({ id: 'iter-due-days', component: DueDays, isEdited: isTextFieldEntryEdited });
  if (due.kind === 'date') entries.push({ id: 'iter-due-date', component: DueDate });
  if (due.kind === 'expression')
    entries.push({ id: 'iter-due-expression', component: DueExpression, isEdited: isFeelEntryEdited });
  return {
    id: 'iter-due',
    label: settings.text('panel.due.title'),
    component: Group,
    entries,
    shouldOpen: true,
  };
}

function useDue(element: CanvasElement) {
  const services = useEntryServices();
  const due = dueOf(element);
  const setDue = (next: Due): void =>
    setExtension(services, element, 'zeebe:TaskSchedule', { dueDate: writeDue(next) });
  return { ...services, due, setDue };
}

function dueOfKind(kind: Due['kind'], before: Due): Due {
  switch (kind) {
    case 'before-term':
    case 'after-start':
      return { kind, days: 'days' in before ? before.days : USUAL_DAYS };
    case 'date':
      return { kind, date: new Date().toISOString().slice(0, 10) };
    case 'expression':
      return { kind, source: writeDue(before) ?? '=' };
    default:
      return { kind };
  }
}

function DueKind({ element, id }: EntryProps): ComponentChild {
  const { due, setDue, settings } = useDue(element);
  return SelectEntry({
    element,
    id,
    label: settings.text('panel.due.kind'),
    description: due.kind === 'after-start' ? settings.text('panel.due.calendarDays') : '',
    getValue: () => due.kind,
    setValue: (kind) => setDue(dueOfKind(kind as Due['kind'], due)),
    getOptions: () => KINDS.map((kind) => ({ value: kind, label: settings.text(`panel.due.kinds.${kind}`) })),
  });
}

function DueDays({ element, id }: EntryProps): ComponentChild {
  const { due, setDue, settings, debounce } = useDue(element);
  return TextFieldEntry({
    element,
    id,
    label: settings.text('panel.due.days'),
    debounce,
    getValue: () => ('days' in due ? String(due.days) : ''),
    setValue: (text) => {
      const days = daysOf(text);
      if (days && 'days' in due) setDue({ ...due, days });
    },
    validate: (text) => (daysOf(text) ? undefined : settings.text('panel.due.daysInvalid')),
  });
}

function DueDate({ element, id }: EntryProps): ComponentChild {
  const { due, setDue, settings } = useDue(element);
  return h(DateInput, {
    id,
    label: settings.text('panel.due.date'),
    value: due.kind === 'date' ? due.date : '',
    onChange: (date: string) => setDue({ kind: 'date', date }),
  });
}

function DueExpression({ element, id }: EntryProps): ComponentChild {
  const { due, setDue, settings, debounce } = useDue(element);
  return FeelEntry({
    element,
    id,
    label: settings.text('panel.due.expression'),
    feel: 'required',
    debounce,
    getValue: () => (due.kind === 'expression' ? due.source : ''),
    setValue: (source) => setDue(source ? { kind: 'expression', source } : { kind: 'none' }),
  });
}
