import { ClockProvider, SessionProvider, ToastProvider } from '@iter/web-kit';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changeLocale, chosenLocale } from './i18n.ts';
import { keepFresh } from './live.ts';
import { sessionQuery } from './queries.ts';
import { Frame } from './shell/frame.tsx';
import { SignInAgain } from './sign-in/sign-in-again.tsx';

/** Who is there, what time it is, and what goes on: everything that pages find around them. */
export function SessionGate() {
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(sessionQuery);
  const { session, clockOffset, ended } = data;
  const { i18n } = useTranslation('app');
  const clock = useMemo(() => () => new Date(Date.now() + clockOffset), [clockOffset]);
  const userId = session.person?.userId;
  const ownLocale = session.person?.locale;

  useEffect(() => {
    if (ownLocale && !chosenLocale()) void changeLocale(ownLocale, false);
  }, [ownLocale]);
  useEffect(() => (userId ? keepFresh(queries) : undefined), [queries, userId]);

  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-GB' : 'it-IT'}>
      <SessionProvider session={session}>
        <ClockProvider clock={clock}>
          <ToastProvider>
            <Frame />
            {ended && session.person && <SignInAgain person={session.person} />}
          </ToastProvider>
        </ClockProvider>
      </SessionProvider>
    </I18nProvider>
  );
}
