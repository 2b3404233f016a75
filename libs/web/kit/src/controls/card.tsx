import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface CardProps {
  title?: string;
  /** Level of the title in the page's outline. */
  level?: 2 | 3;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A part of a page with a heading of its own: a region that screen readers can jump to. */
export function Card({ title, level = 2, actions, children, className }: CardProps) {
  const Title = `h${level}` as const;
  return (
    <section className={classNames('iter-card', className)} aria-label={title}>
      {(title || actions) && (
        <div className="iter-card-head">
          {title && <Title className="iter-card-title">{title}</Title>}
          {actions && <div className="iter-card-actions">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
