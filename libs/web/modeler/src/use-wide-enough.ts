import { useSyncExternalStore } from 'react';

/** Below this width palette, drawing and panel do not fit beside each other. */
const WIDE_ENOUGH = '(min-width: 960px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE_ENOUGH);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the window is wide enough to draw in. */
export function useWideEnough(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE_ENOUGH).matches);
}
