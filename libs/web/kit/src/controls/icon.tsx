import spriteUrl from 'bootstrap-italia/dist/svg/sprites.svg?url';
import { classNames } from './class-names.ts';

/** A drawing of Bootstrap Italia's sprite, without its `it-` prefix. */
export type IconName = string;

export interface IconProps {
  name: IconName;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  className?: string;
}

/** An ornament: hidden from screen readers, so the words stand beside it or in the control's label. */
export function Icon({ name, size = 'sm', className }: IconProps) {
  return (
    <svg
      className={classNames('iter-icon', `iter-icon-${size}`, className)}
      aria-hidden="true"
      focusable="false"
    >
      <use href={`${spriteUrl}#it-${name}`} />
    </svg>
  );
}
