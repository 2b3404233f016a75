import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { useTexts } from '../text/texts.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

/** What a control inside a `Field` must carry to belong to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean | undefined;
}

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  /** The label is read out but not drawn. */
  hideLabel?: boolean;
  className?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

/** Label, hint and error around one control. */
export function Field({ label, hint, error, required, hideLabel, className, children }: FieldProps) {
  const t = useTexts('kit');
  const id = useId();
  const described = classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null);
  return (
    <div className={classNames('iter-field', className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'iter-label'}>
        {label}
        {required && <span className="iter-required"> {t('field.required')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        required: required || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="iter-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="iter-error">
          <Icon name="error" size="xs" /> {error}
        </p>
      )}
    </div>
  );
}

type FieldPart = Omit<FieldProps, 'children'>;

export interface TextInputProps extends FieldPart, Omit<InputHTMLAttributes<HTMLInputElement>, 'required'> {}

export function TextInput({ label, hint, error, required, hideLabel, className, ...rest }: TextInputProps) {
  return (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      error={error}
      required={required ?? false}
      hideLabel={hideLabel ?? false}
      className={className}
    >
      {(control) => <input {...rest} {...control} className="form-control iter-input" />}
    </Field>
  );
}

export interface TextAreaProps
  extends FieldPart, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'required'> {}

export function TextArea({ label, hint, error, required, hideLabel, className, ...rest }: TextAreaProps) {
  return (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      error={error}
      required={required ?? false}
      hideLabel={hideLabel ?? false}
      className={className}
    >
      {(control) => <textarea rows={3} {...rest} {...control} className="form-control iter-input" />}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

export interface SelectProps
  extends FieldPart, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'required' | 'onChange' | 'value'> {
  value: string;
  options: readonly Option[];
  onValue: (value: string) => void;
  /** The entry for "nothing chosen" (value ""). */
  placeholder?: string;
}

/** The browser's own list: best on phones and with screen readers. For long lists take `ComboBox`. */
export function Select({
  label,
  hint,
  error,
  required,
  hideLabel,
  className,
  options,
  onValue,
  placeholder,
  ...rest
}: SelectProps) {
  return (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      error={error}
      required={required ?? false}
      hideLabel={hideLabel ?? false}
      className={className}
    >
      {(control) => (
        <div className="iter-select">
          <select
            {...rest}
            {...control}
            className="form-control iter-input"
            onChange={(event) => onValue(event.target.value)}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="expand" className="iter-select-sign" />
        </div>
      )}
    </Field>
  );
}

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'onChange'> {
  label: ReactNode;
  checked: boolean;
  onValue: (checked: boolean) => void;
}

export function Checkbox({ label, onValue, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={classNames('iter-checkbox', className)}>
      <input {...rest} type="checkbox" id={id} onChange={(event) => onValue(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
