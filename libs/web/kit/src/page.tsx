import { useEffect, useRef, type ReactNode } from 'react';
import { classNames } from './controls/class-names.ts';
import { Icon } from './controls/icon.tsx';
import { Link } from './navigation.tsx';
import { useTexts } from './text/texts.ts';

export interface PageProps {
  /** The one `<h1>`, and the title of the browser's tab. */
  title: string;
  /** Small words above the title: a code, a case number. */
  overline?: ReactNode;
  /** A sentence or badges below the title. */
  lead?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Where one came from. */
  back?: { to: string; label: string };
  /** The full width of the window (modeler, live diagram). */
  wide?: boolean;
  children: ReactNode;
}

/** The pages that have been shown since the product was opened: the first does not take the focus. */
let shown = 0;

/** Frame of every page: title, focus after a change of route, landmarks. */
export function Page({ title, overline, lead, actions, back, wide, children }: PageProps) {
  const t = useTexts('kit');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('product.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (shown++ > 0) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classNames('iter-page', wide ? 'iter-page-wide' : 'container-xxl')}>
      <header className="iter-page-head">
        {back && (
          <Link to={back.to} className="iter-back">
            <Icon name="arrow-left" />
            {back.label}
          </Link>
        )}
        <div className="iter-page-title-row">
          <div className="iter-page-titles">
            {overline && <p className="iter-overline">{overline}</p>}
            <h1 ref={heading} tabIndex={-1} className="iter-page-title">
              {title}
            </h1>
            {lead && <div className="iter-page-lead">{lead}</div>}
          </div>
          {actions && <div className="iter-page-actions">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}
