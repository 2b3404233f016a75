import { clusterRoutes } from './v2-cluster.routes.ts';
import { decisionRoutes } from './v2-decisions.routes.ts';
import { definitionRoutes } from './v2-definitions.routes.ts';
import { instanceRoutes } from './v2-instances.routes.ts';
import { workRoutes } from './v2-jobs.routes.ts';
import { taskRoutes } from './v2-tasks.routes.ts';

/** The engine's API: paths, names and shapes of the Camunda 8.9 Orchestration Cluster API. */
export const v2Routes = {
  ...definitionRoutes,
  ...decisionRoutes,
  ...instanceRoutes,
  ...taskRoutes,
  ...workRoutes,
  ...clusterRoutes,
} as const;
