import type { Client } from '@iter/contract';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, type ReactNode } from 'react';

const ApiContext = createContext<Client | undefined>(undefined);

export function ApiProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ApiContext value={client}>{children}</ApiContext>;
}

/** The contract's typed client. */
export function useApi(): Client {
  const client = useContext(ApiContext);
  if (!client) throw new Error('Expected an API client, but the page stands outside of the shell.');
  return client;
}

/** What a query depends on: the first element of its key. */
export type Topic = 'tasks' | 'cases' | 'register' | 'drafts' | 'notifications' | 'publications' | 'session';

/** Fetches anew what depends on the topics; resolves when it is there. */
export function useInvalidate(): (...topics: Topic[]) => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    async (...topics) => {
      await Promise.all(topics.map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
    },
    [queries],
  );
}

/**
 * The topics that a live message touches. The server names things more finely than pages ask
 * (`case:4503599627370496`); a page whose data did not change answers from the cache of the server in one cheap call.
 */
export function topicsOf(liveTopic: string): readonly Topic[] {
  const [kind] = liveTopic.split(':', 1);
  switch (kind) {
    case 'task':
    case 'tasks':
      return ['tasks'];
    case 'case':
    case 'cases':
      // The register shows how many cases run.
      return ['cases', 'register'];
    case 'process':
    case 'register':
      return ['register'];
    case 'draft':
      return ['drafts', 'register'];
    case 'notifications':
      return ['notifications'];
    case 'publications':
      return ['publications'];
    case 'clock':
      return ['session', 'tasks', 'cases', 'register'];
    default:
      // `all` after a gap, and whatever a newer server may say.
      return ['session', 'tasks', 'cases', 'register', 'drafts', 'notifications', 'publications'];
  }
}
