import '@iter/web-kit/styles';
import './shell/shell.css';
import { ApiProvider, paths } from '@iter/web-kit';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from './i18n.ts';
import { api, createQueryClient, sessionQuery } from './queries.ts';
import { createAppRouter } from './routes.tsx';

await startTexts();

const queries = createQueryClient(() => {
  const known = queries.getQueryData(sessionQuery.queryKey);
  // Only once: many queries of a page are refused together.
  if (!known?.session.person) return;
  queries.setQueryData(sessionQuery.queryKey, { ...known, session: { ...known.session, person: null } });
  void router.navigate({ href: paths.signIn(router.state.location.href) });
});
const router = createAppRouter(queries);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ApiProvider client={api}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </ApiProvider>
    </QueryClientProvider>
  </StrictMode>,
);
