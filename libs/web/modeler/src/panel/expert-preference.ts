const KEY = 'iter.modeler.expert';

/** Whether the person wants all properties, remembered in this browser. Storage may be refused: then it is not. */
export const expertPreference = {
  get(): boolean {
    try {
      return localStorage.getItem(KEY) === '1';
    } catch {
      return false;
    }
  },
  set(on: boolean): void {
    try {
      localStorage.setItem(KEY, on ? '1' : '0');
    } catch {
      // Private windows may refuse to remember; the choice holds while the page is open.
    }
  },
};
