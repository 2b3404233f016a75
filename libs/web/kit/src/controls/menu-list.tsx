import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, MenuItem, Popover } from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { MenuEntry } from './menu.tsx';

export interface MenuListProps {
  label: string;
  entries: readonly MenuEntry[];
  header: ReactNode;
  /** The button that opened it: it stands below it and gives the focus back to it. */
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The opened list of a `Menu`; a file of its own because it brings the library that moves the focus in it. */
export function MenuList({ label, entries, header, button, onClose }: MenuListProps) {
  return (
    <Popover
      className="iter-popover"
      placement="bottom end"
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      aria-label={label}
    >
      {header && <div className="iter-menu-header">{header}</div>}
      <AriaMenu className="iter-listbox" aria-label={label} autoFocus="first" onClose={onClose}>
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            className="iter-listbox-item"
            textValue={entry.label}
            onAction={entry.onAction}
          >
            {entry.icon && <Icon name={entry.icon} />}
            <span lang={entry.lang}>{entry.label}</span>
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
