import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
  type CSSProperties,
  type Ref,
} from 'react';
import { Callout } from '../controls/callout.tsx';
import { Skeleton } from '../controls/skeleton.tsx';
import { useDictionary } from '../text/dictionary.ts';
import { useLocale, useTexts } from '../text/texts.ts';
import type { FormErrors, FormRunner, FormValues } from './form-runner.ts';

export interface FormHandle {
  /** Validates; `undefined` when something is wrong, with the focus on the first wrong field. */
  submit(): FormValues | undefined;
  /** What is filled in now, valid or not. */
  values(): FormValues;
  /** Shows the server’s messages at their fields. */
  showErrors(errors: FormErrors): void;
}

export interface FormViewProps {
  /** A form-js schema. */
  schema: Record<string, unknown>;
  /** What the fields begin with. Later changes are ignored: they would overwrite what is being typed. */
  values: FormValues;
  /** Accessible name of the form. */
  label: string;
  readOnly?: boolean;
  /** The form was sent by a button or key of its own. */
  onSubmit?: () => void;
  onChanged?: () => void;
  ref?: Ref<FormHandle>;
}

/** A form drawn by form-js in the look of the product; loaded on demand. */
export function FormView({
  schema,
  values,
  label,
  readOnly = false,
  onSubmit,
  onChanged,
  ref,
}: FormViewProps) {
  const t = useTexts('kit');
  const locale = useLocale();
  const dictionary = useDictionary('form-js');
  const host = useRef<HTMLDivElement>(null);
  const runner = useRef<FormRunner>(undefined);
  const dayPattern = t('form.dayPattern');
  const latest = useEffectEvent(() => ({ onSubmit, onChanged, values, readOnly, dayPattern }));
  const [shown, setShown] = useState<{ schema: object; failed: boolean }>();
  const state = shown?.schema !== schema ? 'loading' : shown.failed ? 'failed' : 'ready';

  useEffect(() => {
    const element = host.current!;
    let alive = true;
    let opened: FormRunner | undefined;
    void (async () => {
      try {
        const { openFormRunner } = await import('./form-runner.ts');
        if (!alive) return;
        opened = openFormRunner(element, {
          dictionary,
          locale,
          dayPattern: latest().dayPattern,
          readOnly: latest().readOnly,
          onSubmit: () => latest().onSubmit?.(),
          onChanged: () => latest().onChanged?.(),
        });
        await opened.show(schema, latest().values);
        if (!alive) return;
        runner.current = opened;
        setShown({ schema, failed: false });
      } catch {
        if (alive) setShown({ schema, failed: true });
      }
    })();
    return () => {
      alive = false;
      runner.current = undefined;
      opened?.destroy();
    };
  }, [schema, dictionary, locale]);

  useEffect(() => runner.current?.setReadOnly(readOnly), [readOnly]);

  useImperativeHandle(ref, () => ({
    submit() {
      const current = runner.current;
      if (!current) return undefined;
      const { values: filled, errors } = current.submit();
      if (Object.keys(errors).length === 0) return filled;
      focusFirstError(host.current);
      return undefined;
    },
    values: () => runner.current?.values() ?? {},
    showErrors(errors) {
      runner.current?.showErrors(errors);
      focusFirstError(host.current);
    },
  }));

  return (
    <div
      className="iter-form"
      role="group"
      aria-label={label}
      style={{ '--iter-form-required': JSON.stringify(t('form.required')) } as CSSProperties}
    >
      {state === 'loading' && <Skeleton lines={5} />}
      {state === 'failed' && <Callout kind="danger">{t('form.failed')}</Callout>}
      <div ref={host} className="iter-form-host" />
    </div>
  );
}

/** After the next frame, when the messages have been drawn. */
function focusFirstError(host: HTMLElement | null): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      host
        ?.querySelector<HTMLElement>(
          '.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors select, [aria-invalid="true"]',
        )
        ?.focus();
    }),
  );
}
