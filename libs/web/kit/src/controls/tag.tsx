import type { ReactNode } from 'react';
import { useTexts } from '../text/texts.ts';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

export interface TagProps {
  children: ReactNode;
  /** Shows a cross that takes the tag away. */
  onRemove?: () => void;
  className?: string;
}

export function Tag({ children, onRemove, className }: TagProps) {
  const t = useTexts('kit');
  return (
    <span className={classNames('iter-tag', className)}>
      {children}
      {onRemove && <IconButton icon="close" label={t('tag.remove')} onClick={onRemove} />}
    </span>
  );
}

export interface FilterPillProps {
  pressed: boolean;
  onPress: (pressed: boolean) => void;
  children: ReactNode;
}

/** A filter that is on or off. */
export function FilterPill({ pressed, onPress, children }: FilterPillProps) {
  return (
    <button type="button" className="iter-pill" aria-pressed={pressed} onClick={() => onPress(!pressed)}>
      {children}
    </button>
  );
}
