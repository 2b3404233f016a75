import { FeelEntry, Group, isFeelEntryEdited, useError } from '@bpmn-io/properties-panel';
import { h, type ComponentChild } from '@bpmn-io/properties-panel/preact';
import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { CanvasElement, PanelGroup } from '../canvas/services.ts';
import { readCandidates, sameCandidate, writeCandidates, type Candidate, type Scope } from './candidates.ts';
import { useEntryServices, type EntryProps } from './entry-services.ts';
import { extensionText, setExtension } from './extension-elements.ts';
import { laneCandidates } from './lane-candidates.ts';
import type { PanelSettings } from './panel-settings.ts';

const ASSIGNMENT = 'zeebe:AssignmentDefinition';
const CASE_OFFICE = '$case';
const ANYWHERE = '$anywhere';

/** The group "who does it" of a person's task. */
export function whoGroup(element: CanvasElement, settings: PanelSettings): PanelGroup | null {
  if (element.type !== 'bpmn:UserTask') return null;
  const { kind } = readCandidates(extensionText(element, ASSIGNMENT, 'candidateGroups'));
  return {
    id: 'iter-who',
    label: settings.text('panel.who.title'),
    component: Group,
    shouldOpen: true,
    entries: [
      kind === 'list'
        ? { id: 'iter-who', component: CandidateList }
        : { id: 'iter-who', component: CandidateExpression, isEdited: isFeelEntryEdited },
    ],
  };
}

function useCandidates(element: CanvasElement) {
  const services = useEntryServices();
  const found = readCandidates(extensionText(element, ASSIGNMENT, 'candidateGroups'));
  const write = (candidateGroups: string | undefined): void =>
    setExtension(services, element, ASSIGNMENT, { candidateGroups });
  return { ...services, found, write };
}

function describe({ role, scope }: Candidate, { choices, text }: PanelSettings): string {
  const label = choices.roles.find((known) => known.role === role)?.label ?? role;
  if (scope.kind === 'anywhere') return label;
  if (scope.kind === 'case-office') return text('panel.who.inCaseOffice', { role: label });
  const office = choices.offices.find((known) => known.office === scope.office)?.label ?? scope.office;
  return text('panel.who.inOffice', { role: label, office });
}

function CandidateList({ element, id }: EntryProps): ComponentChild {
  const { found, write, settings } = useCandidates(element);
  const error = useError(id);
  const candidates = found.kind === 'list' ? found.candidates : [];
  const put = (next: readonly Candidate[]): void => write(writeCandidates(next));
  const fromLane = candidates.length === 0 ? laneCandidates(element) : undefined;
  return h(
    'div',
    { class: `bio-properties-panel-entry iter-modeler-who${error ? ' has-error' : ''}`, 'data-entry-id': id },
    candidates.length === 0 && h('p', { class: 'iter-modeler-hint' }, settings.text('panel.who.nobody')),
    h(
      'ul',
      { class: 'iter-modeler-who-list' },
      candidates.map((candidate) =>
        h(CandidateRow, {
          key: writeCandidates([candidate]),
          text: describe(candidate, settings),
          remove: settings.text('panel.who.remove', { who: describe(candidate, settings) }),
          onRemove: () => put(candidates.filter((other) => other !== candidate)),
        }),
      ),
    ),
    fromLane &&
      h(
        'button',
        { type: 'button', class: 'iter-modeler-small-button', onClick: () => put(fromLane) },
        settings.text('panel.who.likeLane', {
          who: fromLane.map((candidate) => describe(candidate, settings)).join(', '),
        }),
      ),
    h(CandidateAdder, {
      settings,
      onAdd: (added: Candidate) => {
        if (!candidates.some((candidate) => sameCandidate(candidate, added))) put([...candidates, added]);
      },
    }),
    error && h('div', { class: 'bio-properties-panel-error' }, error),
  );
}

function CandidateRow(props: { text: string; remove: string; onRemove: () => void }): ComponentChild {
  return h(
    'li',
    {},
    h('span', {}, props.text),
    h(
      'button',
      { type: 'button', title: props.remove, 'aria-label': props.remove, onClick: props.onRemove },
      h('span', { 'aria-hidden': true }, '×'),
    ),
  );
}

function scopeOf(value: string): Scope {
  if (value === CASE_OFFICE) return { kind: 'case-office' };
  return value === ANYWHERE ? { kind: 'anywhere' } : { kind: 'office', office: value };
}

function CandidateAdder({
  settings,
  onAdd,
}: {
  settings: PanelSettings;
  onAdd: (candidate: Candidate) => void;
}): ComponentChild {
  const { text, choices } = settings;
  const [role, setRole] = useState('');
  const [scope, setScope] = useState(CASE_OFFICE);
  const choose = (chosen: string): void => {
    setRole(chosen);
    const known = choices.roles.find((each) => each.role === chosen);
    setScope(known?.officeBound === false ? ANYWHERE : CASE_OFFICE);
  };
  const add = (): void => {
    onAdd({ role, scope: scopeOf(scope) });
    setRole('');
  };
  const scopes = [
    { value: CASE_OFFICE, label: text('panel.who.scopeCase') },
    { value: ANYWHERE, label: text('panel.who.scopeAnywhere') },
    ...choices.offices.map(({ office, label }) => ({ value: office, label })),
  ];
  const roles = choices.roles.map((each) => ({ value: each.role, label: each.label }));
  return h(
    'div',
    { class: 'iter-modeler-who-add' },
    h(PlainSelect, {
      id: 'iter-who-role',
      label: text('panel.who.role'),
      value: role,
      options: [{ value: '', label: text('panel.who.chooseRole') }, ...roles],
      onChange: choose,
    }),
    role !== '' &&
      h(PlainSelect, {
        id: 'iter-who-scope',
        label: text('panel.who.scope'),
        value: scope,
        options: scopes,
        onChange: setScope,
      }),
    role !== '' &&
      h(
        'button',
        { type: 'button', class: 'iter-modeler-small-button', onClick: add },
        text('panel.who.add'),
      ),
  );
}

interface PlainSelectProps {
  id: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}

function PlainSelect({ id, label, value, options, onChange }: PlainSelectProps): ComponentChild {
  return h(
    'div',
    { class: 'bio-properties-panel-select' },
    h('label', { for: id, class: 'bio-properties-panel-label' }, label),
    h(
      'select',
      {
        id,
        class: 'bio-properties-panel-input',
        value,
        onChange: (event: Event) => onChange((event.target as HTMLSelectElement).value),
      },
      options.map((option) =>
        h(
          'option',
          { key: option.value, value: option.value, selected: option.value === value },
          option.label,
        ),
      ),
    ),
  );
}

function CandidateExpression({ element, id }: EntryProps): ComponentChild {
  const { found, write, settings, debounce } = useCandidates(element);
  return FeelEntry({
    element,
    id,
    label: settings.text('panel.who.expression'),
    description: settings.text('panel.who.expressionHint'),
    feel: 'optional',
    debounce,
    getValue: () => (found.kind === 'expression' ? found.source : ''),
    setValue: (source) => write(source || undefined),
  });
}
