import { ButtonLink, Icon, Link, paths, useLocale, useServerSession, useTexts } from '@iter/web-kit';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { changeLocale } from '../i18n.ts';
import { api } from '../queries.ts';
import { Brand } from './brand.tsx';
import { isWithin, navigationEntries } from './navigation-entries.ts';
import { UserMenu } from './user-menu.tsx';

/** Header of an Italian public service: the body, the service with its user, the workplaces. */
export function Header() {
  const t = useTexts('app');
  const { person } = useServerSession();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const home = person ? paths.tasks() : paths.publications();
  return (
    <header>
      <div className="iter-slim">
        <div className="container-xxl">
          <span className="iter-slim-body">{t('body')}</span>
          <Languages />
        </div>
      </div>
      <div className="iter-center">
        <div className="container-xxl">
          <Link to={home} className="iter-brand">
            <Brand />
            <span>
              <span className="iter-brand-name">{t('product.name')}</span>
              <span className="iter-brand-tagline">{t('product.tagline')}</span>
            </span>
          </Link>
          {person ? (
            <div className="iter-center-tools">
              <Bell />
              <UserMenu person={person} />
            </div>
          ) : pathname === '/accesso' ? null : (
            <ButtonLink to={paths.signIn()} look="on-dark" icon="user">
              {t('nav.signIn')}
            </ButtonLink>
          )}
        </div>
      </div>
      {person && <MainNavigation />}
    </header>
  );
}

function Languages() {
  const t = useTexts('app');
  const locale = useLocale();
  return (
    <div className="iter-slim-languages" role="group" aria-label={t('language.label')}>
      {(['it', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={locale === code}
          onClick={() => void changeLocale(code, true)}
        >
          {code.toUpperCase()}
          <span className="visually-hidden"> {t(`language.${code}`)}</span>
        </button>
      ))}
    </div>
  );
}

function MainNavigation() {
  const t = useTexts('app');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav className="iter-nav" aria-label={t('nav.label')}>
      <div className="container-xxl">
        <ul>
          {navigationEntries.map(({ to, text, icon }) => (
            <li key={to}>
              <Link
                to={to}
                className="iter-nav-link"
                aria-current={isWithin(pathname, to) ? 'page' : undefined}
              >
                <Icon name={icon} />
                {t(text)}
              </Link>
            </li>
          ))}
        </ul>
        <Bell />
      </div>
    </nav>
  );
}

function Bell() {
  const t = useTexts('app');
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const { data } = useQuery({
    queryKey: ['notifications'],
    queryFn: ({ signal }) => api.listNotifications({}, { signal }),
  });
  const unread = data?.unread ?? 0;
  return (
    <Link
      to={paths.notifications()}
      className="iter-nav-link iter-bell"
      aria-current={isWithin(pathname, paths.notifications()) ? 'page' : undefined}
      aria-label={unread > 0 ? t('nav.unread', { count: unread }) : t('nav.notifications')}
    >
      <BellDrawing />
      {unread > 0 && <span className="iter-count">{unread}</span>}
    </Link>
  );
}

/** Bootstrap Italia's sprite has no bell. */
function BellDrawing() {
  return (
    <svg
      className="iter-icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      style={{ fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 }}
    >
      <path d="M5 17.500h14l-1.700-2.300V10.500a5.300 5.300 0 0 0-10.600 0v4.700z" strokeLinejoin="round" />
      <path d="M9.800 20a2.300 2.300 0 0 0 4.400 0M12 5V3.200" strokeLinecap="round" />
    </svg>
  );
}
