import '@iter/web-kit/styles';
import './shell/shell.css';
import './sign-in/sign-in.css';
import { ApiProvider } from '@iter/web-kit';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import i18next from 'i18next';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from './i18n.ts';
import { api, createQueryClient, sessionQuery } from './queries.ts';
import { createAppRouter } from './routes.tsx';

await startTexts();

const queries = createQueryClient(() => {
  const known = queries.getQueryData(sessionQuery.queryKey);
  if (known?.session.person) queries.setQueryData(sessionQuery.queryKey, { ...known, ended: true });
});
const router = createAppRouter(queries);
// Names of roles and sentences of the server come in the language that they were asked for.
i18next.on('languageChanged', () => void queries.invalidateQueries());

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
