import { lazy, Suspense } from 'react';
import { Field, type Option } from './field.tsx';

export interface ComboBoxProps {
  label: string;
  options: readonly (Option & { detail?: string })[];
  value: string | null;
  onValue: (value: string | null) => void;
  placeholder?: string;
  required?: boolean;
}

const ComboBoxField = lazy(async () => ({ default: (await import('./combo-box-field.tsx')).ComboBoxField }));

/** A list one can type into, for more entries than fit on a screen. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense
      fallback={
        <Field label={props.label}>
          {(control) => <input {...control} className="form-control iter-input" disabled />}
        </Field>
      }
    >
      <ComboBoxField {...props} />
    </Suspense>
  );
}
