import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and what one can do. */
  children?: ReactNode;
  icon?: IconName;
  actions?: ReactNode;
}

export function EmptyState({ title, children, icon = 'inbox', actions }: EmptyStateProps) {
  return (
    <div className="iter-empty">
      <Icon name={icon} size="lg" />
      <p className="iter-empty-title">{title}</p>
      {children && <div className="iter-empty-text">{children}</div>}
      {actions && <div className="iter-empty-actions">{actions}</div>}
    </div>
  );
}
