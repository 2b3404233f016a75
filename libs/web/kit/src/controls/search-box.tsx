import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../text/texts.ts';
import { Field } from './field.tsx';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';

export interface SearchBoxProps {
  label: string;
  value: string;
  /** Called 300 ms after the last key, and at once on Enter or when cleared. */
  onValue: (value: string) => void;
  placeholder?: string;
  hideLabel?: boolean;
  className?: string;
}

const PAUSE_MS = 300;

export function SearchBox({ label, value, onValue, placeholder, hideLabel, className }: SearchBoxProps) {
  const t = useTexts('kit');
  const [draft, setDraft] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    // The address changed from outside (back button, "clear filters"); an echo of our own change is skipped.
    if (value !== sent.current) {
      sent.current = value;
      setDraft(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (text: string) => {
    clearTimeout(timer.current);
    sent.current = text.trim();
    onValue(sent.current);
  };

  return (
    <Field label={label} hideLabel={hideLabel ?? false} className={className}>
      {(control) => (
        <div className="iter-search" role="search">
          <Icon name="search" className="iter-search-icon" />
          <input
            {...control}
            type="search"
            className="form-control iter-input"
            value={draft}
            placeholder={placeholder}
            onChange={(event) => {
              const text = event.target.value;
              setDraft(text);
              clearTimeout(timer.current);
              timer.current = setTimeout(() => send(text), PAUSE_MS);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') send(draft);
            }}
          />
          {draft !== '' && (
            <IconButton
              icon="close"
              label={t('search.clear')}
              className="iter-search-clear"
              onClick={() => {
                setDraft('');
                send('');
              }}
            />
          )}
        </div>
      )}
    </Field>
  );
}
