import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { IconButton } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Link } from '../navigation.tsx';
import { useTexts } from '../text/texts.ts';
import { useErrorText } from './error-text.ts';

/** Where the news leads. */
export interface ToastLink {
  to: string;
  label: string;
}

export interface Toasts {
  success: (text: string, link?: ToastLink) => void;
  /** Any failure of a call, or a sentence. */
  error: (error: unknown) => void;
}

interface Toast {
  id: number;
  kind: 'success' | 'error';
  text: string;
  link?: ToastLink | undefined;
}

const ToastContext = createContext<Toasts>({ success: () => undefined, error: () => undefined });

/** How long a good news stays; an error stays until it is closed. */
const SHOWN_MS = 6000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTexts('kit');
  const errorText = useErrorText();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const last = useRef(0);

  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const add = useCallback(
    (kind: Toast['kind'], text: string, link?: ToastLink) => {
      const id = ++last.current;
      // Three at most: a row of failures must not cover the page.
      setToasts((all) => [...all.filter((toast) => toast.text !== text).slice(-2), { id, kind, text, link }]);
      if (kind === 'success') setTimeout(() => close(id), SHOWN_MS);
    },
    [close],
  );
  const toaster = useMemo<Toasts>(
    () => ({
      success: (text, link) => add('success', text, link),
      error: (error) => add('error', typeof error === 'string' ? error : errorText(error)),
    }),
    [add, errorText],
  );

  return (
    <ToastContext value={toaster}>
      {children}
      {/* Both regions are there from the start: screen readers announce changes of a region, not its arrival. */}
      <div className="iter-toasts">
        <div role="status" aria-live="polite">
          {toasts.filter(({ kind }) => kind === 'success').map((toast) => view(toast))}
        </div>
        <div role="alert">{toasts.filter(({ kind }) => kind === 'error').map((toast) => view(toast))}</div>
      </div>
    </ToastContext>
  );

  function view(toast: Toast) {
    return (
      <div key={toast.id} className={`iter-toast iter-toast-${toast.kind}`}>
        <Icon name={toast.kind === 'success' ? 'check-circle' : 'error'} />
        <p>
          {toast.text}
          {toast.link && (
            <>
              {' '}
              <Link to={toast.link.to} onClick={() => close(toast.id)}>
                {toast.link.label}
              </Link>
            </>
          )}
        </p>
        <IconButton icon="close" label={t('toast.close')} onClick={() => close(toast.id)} />
      </div>
    );
  }
}

/** Says that something happened, in a corner of the page and to screen readers. */
export const useToasts = (): Toasts => useContext(ToastContext);
