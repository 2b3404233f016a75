import { Link, Skeleton, paths, useServerSession, useTexts } from '@iter/web-kit';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { Header } from './header.tsx';

/** What stands around every page. */
export function Frame() {
  const t = useTexts('app');
  const { version } = useServerSession();
  const main = useRef<HTMLElement>(null);
  return (
    <div className="iter-shell">
      <a
        href="#contenuto"
        className="iter-skip"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip')}
      </a>
      <Header />
      <main id="contenuto" ref={main} tabIndex={-1} className="iter-main">
        <Suspense
          fallback={
            <div className="container-xxl iter-page">
              <Skeleton lines={8} />
            </div>
          }
        >
          <Outlet />
        </Suspense>
      </main>
      <footer className="iter-footer">
        <div className="container-xxl">
          <p>{t('footer.text', { version })}</p>
          <p>
            <Link to={paths.publications()}>{t('footer.publications')}</Link>
          </p>
        </div>
      </footer>
      <RouteAnnouncer />
    </div>
  );
}

/** Says the title of the new page to screen readers, which do not notice a change of route. */
function RouteAnnouncer() {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const region = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // The page sets its title when its data are there.
    const timer = setTimeout(() => {
      if (region.current) region.current.textContent = document.title;
    }, 500);
    return () => clearTimeout(timer);
  }, [pathname]);
  return <div ref={region} className="visually-hidden" aria-live="polite" />;
}
