import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  /** Language of the label, when it is not the page's. */
  lang?: string;
  onAction: () => void;
}

export interface MenuProps {
  /** The accessible name of the button, when its content is not words enough. */
  label: string;
  trigger: ReactNode;
  triggerClassName?: string;
  entries: readonly MenuEntry[];
  /** Something to read above the entries. */
  header?: ReactNode;
}

export function Menu({ label, trigger, triggerClassName, entries, header }: MenuProps) {
  return (
    <MenuTrigger>
      <AriaButton
        className={triggerClassName ?? 'iter-button iter-button-outline iter-button-small'}
        aria-label={label}
      >
        {trigger}
      </AriaButton>
      <Popover className="iter-popover" placement="bottom end">
        {header && <div className="iter-menu-header">{header}</div>}
        <AriaMenu className="iter-listbox" aria-label={label}>
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
    </MenuTrigger>
  );
}
