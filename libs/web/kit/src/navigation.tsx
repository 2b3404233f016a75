import { Link as RouterLink, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, type AnchorHTMLAttributes, type ReactNode, type Ref } from 'react';

export interface LinkProps extends Omit<
  AnchorHTMLAttributes<HTMLAnchorElement>,
  'href' | 'target' | 'rel' | 'download'
> {
  /** An address built by `paths`, perhaps with a query. */
  to: string;
  children?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link to a page of the product. */
export function Link({ to, ...rest }: LinkProps) {
  // An address with a query goes as a whole: the router would take "?" for a part of the path.
  const [pathname = to, query] = to.split('?', 2);
  return <RouterLink to={pathname} {...(query ? { search: queryToSearch(query) } : {})} {...rest} />;
}

function queryToSearch(query: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Goes to a page by code: `go(paths.tasks())`. */
export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (to, options) => {
      const [pathname = to, query] = to.split('?', 2);
      void navigate({
        to: pathname,
        search: query ? queryToSearch(query) : {},
        replace: options?.replace ?? false,
      });
    },
    [navigate],
  );
}

/**
 * A page's filters that live in its address, so that they survive a reload and can be sent to a colleague.
 * `parse` turns what stands there (anybody may write anything) into valid filters; it must be stable.
 * A field set to `undefined` leaves the address.
 */
export function useUrlState<T extends object>(
  parse: (raw: Record<string, unknown>) => T,
): readonly [T, (patch: Partial<{ [K in keyof T]: T[K] | undefined }>) => void] {
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const state = useMemo(() => parse(raw), [parse, raw]);
  const patch = useCallback(
    (change: Partial<{ [K in keyof T]: T[K] | undefined }>) => {
      void navigate({
        to: '.',
        search: (old: Record<string, unknown>) =>
          Object.fromEntries(
            Object.entries({ ...old, ...change }).filter(([, value]) => value !== undefined && value !== ''),
          ),
        replace: true,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [state, patch];
}
