import type { ReactNode } from 'react';
import { useNow } from '../data/now.tsx';
import { dueState, type Moment } from '../text/dates.ts';
import { useDates, useTexts } from '../text/texts.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const TONE_ICON: Record<Tone, IconName | undefined> = {
  neutral: undefined,
  info: undefined,
  success: 'check-circle',
  warning: 'clock',
  danger: 'warning-circle',
};

export interface BadgeProps {
  tone?: Tone;
  /** The words: a badge without words says nothing to those who do not see its color. */
  children: ReactNode;
  icon?: IconName | false;
}

export function Badge({ tone = 'neutral', children, icon }: BadgeProps) {
  const drawing = icon === false ? undefined : (icon ?? TONE_ICON[tone]);
  return (
    <span className={`iter-badge iter-badge-${tone}`}>
      {drawing && <Icon name={drawing} size="xs" />}
      {children}
    </span>
  );
}

const DUE_TONE = { late: 'danger', today: 'warning', soon: 'warning', later: 'neutral' } as const;

export interface DueBadgeProps {
  due: Moment | null | undefined;
  /** The matter has ended: the date is shown, without urgency. */
  done?: boolean;
  /** Shows the words only, the date stands in the tool tip. */
  compact?: boolean;
}

/** A due date with how it stands, in words and in color. */
export function DueBadge({ due, done, compact }: DueBadgeProps) {
  const t = useTexts('kit');
  const dates = useDates();
  const now = useNow();
  if (!due) return <span className="iter-muted">{t('due.none')}</span>;
  if (done) return <time dateTime={String(due)}>{dates.shortDate(due)}</time>;
  const tone = DUE_TONE[dueState(due, now).kind];
  return (
    <span className={classNames('iter-due', compact && 'iter-due-compact')} title={dates.dateTime(due)}>
      <Badge tone={tone} icon={tone === 'neutral' ? 'calendar' : TONE_ICON[tone]!}>
        {dates.due(due, now)}
      </Badge>
      {!compact && (
        <time className="iter-due-date" dateTime={String(due)}>
          {dates.shortDate(due)}
        </time>
      )}
    </span>
  );
}
