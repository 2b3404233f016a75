import type { Person, Session } from '@iter/contract';
import { createContext, useContext, type ReactNode } from 'react';

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** What this server is, and who is signed in, if anybody (public pages). */
export function useServerSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Expected a session, but the page stands outside of the shell.');
  return session;
}

/** The person signed in. Pages behind the sign-in always have one. */
export function useSession(): Person {
  const { person } = useServerSession();
  if (!person) throw new Error('Expected a person, but nobody is signed in.');
  return person;
}

/** The person's abilities, `process-owner`, `manager`, `administrator`. */
export function useAbility(ability: string): boolean {
  return useServerSession().person?.abilities.includes(ability) ?? false;
}
