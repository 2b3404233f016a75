import { paths } from '@iter/web-kit';

/** Any name will do: it only tells addresses of ours from those of others. */
const OURS = 'https://iter.invalid';

/**
 * Where to go after signing in: only to a page of ours, whatever somebody wrote into the address.
 *
 * @param asked what stands in the address under `ritorno`
 */
export function safeReturn(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return paths.tasks();
  // The browser's own reading decides: it takes `/\\host` and `//host` for another site.
  const url = URL.canParse(asked, OURS) ? new URL(asked, OURS) : undefined;
  if (url?.origin !== OURS || url.pathname === paths.signIn()) return paths.tasks();
  return url.pathname + url.search + url.hash;
}
