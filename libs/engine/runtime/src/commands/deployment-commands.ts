import type { EngineParts } from '../assemble.ts';
import { deployResources, readDeployment } from '../definitions/deploy.ts';
import type { DeployedNotice, Engine } from '../engine.ts';

type DeploymentCommands = Pick<Engine, 'deploy' | 'check' | 'onDeployed'>;

/** Deployments, and who wants to hear of them. */
export function deploymentCommands(parts: EngineParts, lookAround: () => void): DeploymentCommands {
  const listeners = new Set<(notice: DeployedNotice) => void>();
  const tell = (notice: DeployedNotice): void => {
    for (const listener of listeners) listener(notice);
  };
  parts.ports.announcements.onDeployed((tenantId) => tell({ tenantId, processDefinitionIds: [] }));
  return {
    deploy: async (command) => {
      const { clocks, numbers, zone, ports, definitions, decisions, timers } = parts;
      const environment = { store: ports.definitions, cache: definitions, clocks, numbers, zone };
      const answer = await deployResources(command, command.resources, environment);
      if (!answer.ok) return answer;
      const { deployment, created } = answer.value;
      if (created) {
        decisions.forget();
        timers.look();
        // Buffered messages may start what was just deployed.
        lookAround();
        const processDefinitionIds = deployment.processes.map(
          ({ processDefinitionId }) => processDefinitionId,
        );
        tell({ tenantId: command.tenantId, processDefinitionIds });
      }
      return { ok: true, value: deployment };
    },
    check: async ({ resources }) => (await readDeployment(resources)).problems,
    onDeployed: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
