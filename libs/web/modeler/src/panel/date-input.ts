import { h, type ComponentChild } from '@bpmn-io/properties-panel/preact';

interface DateInputProps {
  id: string;
  label: string;
  value: string;
  type?: 'date' | 'time';
  onChange: (value: string) => void;
}

/** A day (or a time of day) in the look of the panel's own fields; an emptied field changes nothing. */
export function DateInput({ id, label, value, type = 'date', onChange }: DateInputProps): ComponentChild {
  const inputId = `bio-properties-panel-${id}`;
  return h(
    'div',
    { class: 'bio-properties-panel-entry', 'data-entry-id': id },
    h(
      'div',
      { class: 'bio-properties-panel-textfield' },
      h('label', { for: inputId, class: 'bio-properties-panel-label' }, label),
      h('input', {
        id: inputId,
        type,
        value,
        class: 'bio-properties-panel-input',
        onChange: (event: Event) => {
          const chosen = (event.target as HTMLInputElement).value;
          if (chosen) onChange(chosen);
        },
      }),
    ),
  );
}
