import { paths } from '@iter/web-kit';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  useParams,
  type AsyncRouteComponent,
} from '@tanstack/react-router';
import { createElement, type ComponentType } from 'react';
import { sessionQuery } from './queries.ts';
import { SessionGate } from './session-gate.tsx';
import { FailurePage, NotFoundPage } from './shell/failure-pages.tsx';

interface Context {
  queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: SessionGate,
  notFoundComponent: NotFoundPage,
  beforeLoad: ({ context }) => context.queries.ensureQueryData(sessionQuery),
});

/** Routes of people who have signed in; others go to sign in and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const { session } = await context.queries.ensureQueryData(sessionQuery);
    if (!session.person) throw redirect({ href: paths.signIn(location.href) });
  },
});

type Room = Record<string, unknown>;
type Props = Record<string, string>;

/**
 * A page of a room, fetched with its room when somebody goes there. The route's parameters become its props; other
 * parameters make another page, with nothing left over from the one before.
 */
function page(load: () => Promise<Room>, name: string) {
  const Lazy = lazyRouteComponent(load as () => Promise<Record<string, ComponentType<Props>>>, name);
  const RoutePage: AsyncRouteComponent<object> = () => {
    const params: Props = useParams({ strict: false });
    return createElement(Lazy, { ...params, key: Object.values(params).join('/') });
  };
  // The router fetches the room when the pointer comes near the link.
  RoutePage.preload = async () => {
    await load();
  };
  return RoutePage;
}

const tasks = () => import('@iter/web-tasks') as Promise<Room>;
const register = () => import('@iter/web-register') as Promise<Room>;
const modeler = () => import('@iter/web-modeler') as Promise<Room>;
const monitor = () => import('@iter/web-monitor') as Promise<Room>;

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: paths.tasks() });
  },
});

const signInPage = createRoute({
  getParentRoute: () => root,
  path: '/accesso',
  component: page(() => import('./sign-in/sign-in.page.tsx'), 'SignInPage'),
});

const publications = createRoute({
  getParentRoute: () => root,
  path: '/albo',
  component: page(register, 'PublicationsPage'),
});

const inside = <Path extends string>(path: Path, load: () => Promise<Room>, name: string) =>
  createRoute({ getParentRoute: () => signedIn, path, component: page(load, name) });

const routeTree = root.addChildren([
  home,
  signInPage,
  publications,
  signedIn.addChildren([
    inside('/attivita', tasks, 'TaskListPage'),
    inside('/attivita/$userTaskKey', tasks, 'TaskPage'),
    inside('/avvia', tasks, 'StartListPage'),
    inside('/avvia/$processId', tasks, 'StartPage'),
    inside('/notifiche', tasks, 'NotificationsPage'),
    inside('/procedimenti', register, 'RegisterPage'),
    inside('/procedimenti/$processId', register, 'SheetPage'),
    inside('/procedimenti/$processId/modifica', modeler, 'ModelerPage'),
    inside('/pratiche', monitor, 'CaseListPage'),
    inside('/pratiche/processo/$processId', monitor, 'LiveProcessPage'),
    inside('/pratiche/$processInstanceKey', monitor, 'CasePage'),
  ]),
]);

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    // Data live in the query cache, which knows better what is fresh.
    defaultPreloadStaleTime: 0,
  });
}
