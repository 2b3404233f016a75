import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from '../navigation.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'outline' | 'danger' | 'quiet' | 'on-dark';

interface LookProps {
  look?: ButtonLook;
  small?: boolean;
  icon?: IconName;
}

const lookClass = (look: ButtonLook, small: boolean | undefined, className?: string): string =>
  classNames('iter-button', `iter-button-${look}`, small && 'iter-button-small', className);

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, LookProps {
  /** The command runs: the button says so, keeps the focus and takes no further press. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = 'primary',
  small,
  icon,
  busy,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={lookClass(look, small, className)}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        // `disabled` would drop the keyboard focus in the middle of a command.
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className="iter-spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends LookProps {
  to: string;
  className?: string;
  children: ReactNode;
  'aria-label'?: string;
}

/** A link that looks like a button: it goes somewhere inside the product. */
export function ButtonLink({
  look = 'primary',
  small,
  icon,
  to,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} to={to} className={lookClass(look, small, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  icon: IconName;
  /** Read out and shown as a tool tip. */
  label: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only a drawing; the label is its accessible name. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames('iter-icon-button', className)}
    >
      <Icon name={icon} />
    </button>
  );
}
