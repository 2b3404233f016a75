import { paths } from '@iter/web-kit';

/** The workplaces of the main navigation. `text` is a key of the room `app`. */
export const navigationEntries = [
  { to: paths.tasks(), text: 'nav.tasks', icon: 'check-circle' },
  { to: paths.startList(), text: 'nav.start', icon: 'plus-circle' },
  { to: paths.register(), text: 'nav.register', icon: 'list' },
  { to: paths.cases(), text: 'nav.cases', icon: 'folder' },
] as const;

/** Whether the address lies in that workplace. */
export function isWithin(pathname: string, to: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`);
}
