import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type CalloutKind = 'info' | 'success' | 'warning' | 'danger';

const ICON: Record<CalloutKind, IconName> = {
  info: 'info-circle',
  success: 'check-circle',
  warning: 'warning-circle',
  danger: 'error',
};

export interface CalloutProps {
  kind?: CalloutKind;
  title?: string;
  children?: ReactNode;
  role?: 'alert' | 'status' | 'note';
  actions?: ReactNode;
}

/** A paragraph that must not be overlooked. */
export function Callout({ kind = 'info', title, children, role = 'note', actions }: CalloutProps) {
  return (
    <div className={`iter-callout iter-callout-${kind}`} role={role}>
      <Icon name={ICON[kind]} />
      <div className="iter-callout-body">
        {title && <p className="iter-callout-title">{title}</p>}
        {children}
        {actions && <div className="iter-callout-actions">{actions}</div>}
      </div>
    </div>
  );
}
