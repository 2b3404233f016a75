import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import type { IconName } from './icon.tsx';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  /** Language of the label, when it is not the page's. */
  lang?: string;
  onAction: () => void;
}

export interface MenuProps {
  /** The accessible name of the list, and of the button unless `wordy`. */
  label: string;
  /** The button's own words name it. */
  wordy?: boolean;
  trigger: ReactNode;
  triggerClassName?: string;
  entries: readonly MenuEntry[];
  /** Something to read above the entries. */
  header?: ReactNode;
}

const fetchList = () => import('./menu-list.tsx');
const MenuList = lazy(async () => ({ default: (await fetchList()).MenuList }));

/** A button that opens a list of commands. */
export function Menu({ label, wordy, trigger, triggerClassName, entries, header }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={triggerClassName ?? 'iter-button iter-button-outline iter-button-small'}
        aria-label={wordy ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={() => void fetchList()}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {trigger}
      </button>
      {open && (
        <Suspense>
          <MenuList
            label={label}
            entries={entries}
            header={header}
            button={button}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
