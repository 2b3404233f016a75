import { apiRoutes } from './api.routes.ts';
import { v2Routes } from './v2.routes.ts';

/** Every route of the server, by the name of its operation. */
export const routes = { ...v2Routes, ...apiRoutes } as const;
export type Routes = typeof routes;
export type RouteName = keyof Routes;
