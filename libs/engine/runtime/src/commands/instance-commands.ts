import type { Submit } from '../admission.ts';
import type { Engine } from '../engine.ts';

type InstanceCommands = Pick<Engine, 'cancelInstance' | 'setVariables' | 'resolveIncident'>;

/** What operators do with instances. */
export function instanceCommands(submit: Submit): InstanceCommands {
  return {
    cancelInstance: (command) =>
      submit(command, 'processInstanceKey', command.processInstanceKey, () => ({ type: 'cancel-instance' })),
    setVariables: (command) => {
      const { elementInstanceKey, variables, local } = command;
      return submit(command, 'elementInstanceKey', elementInstanceKey, (scopeKey) => ({
        type: 'set-variables',
        scopeKey,
        variables,
        local,
      }));
    },
    resolveIncident: (command) =>
      submit(command, 'incidentKey', command.incidentKey, (key) => ({ type: 'resolve-incident', key })),
  };
}
