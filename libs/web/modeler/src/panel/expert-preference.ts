const KEY = 'iter.modeler.expert';

/** Storage may be refused (a private window): then the choice holds while the page is open. */
function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

function store(expert: boolean): void {
  try {
    localStorage.setItem(KEY, expert ? '1' : '0');
  } catch {
    // Not remembered, as the window wants it.
  }
}

const listeners = new Set<() => void>();
let chosen: boolean | undefined;

/** Whether the person wants all properties and all kinds of elements; remembered in this browser. */
export const expertPreference = {
  get(): boolean {
    chosen ??= stored();
    return chosen;
  },
  set(expert: boolean): void {
    chosen = expert;
    store(expert);
    for (const listener of listeners) listener();
  },
  /** Hears of changes; answers the way to stop. */
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
