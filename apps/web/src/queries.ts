import { ApiProblem, createClient, type Session } from '@iter/contract';
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { currentLocale } from './i18n.ts';

/** Tells the server the reader's language, so that the sentences it writes are in it. */
const fetchInLanguage: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('accept-language', currentLocale());
  return fetch(input, { ...init, headers });
};

export const api = createClient('', fetchInLanguage);

const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === 'UNAUTHENTICATED';

/** @param onSignedOut called when any call is refused because the session has ended. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // A refusal stays a refusal; only a server out of reach is worth another try.
        retry: (count, error) => error instanceof ApiProblem && error.status >= 502 && count < 2,
      },
    },
  });
}

export interface SessionData {
  session: Session;
  /** From the device's clock to the product's, in milliseconds. */
  clockOffset: number;
  /** The server has forgotten the person while the page was open. */
  ended: boolean;
}

export const sessionData = (session: Session): SessionData => ({
  session,
  clockOffset: Date.parse(session.now) - Date.now(),
  ended: false,
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal, client }): Promise<SessionData> => {
    const known = client.getQueryData<SessionData>(['session']);
    const session = await api.getSession({}, { signal });
    // Who was there stays on the page, with what was typed, until signing in again or leaving.
    if (known?.session.person && !session.person) return { ...known, ended: true };
    return sessionData(session);
  },
  staleTime: 5 * 60_000,
});
