import type { MigrationInstruction, ModificationInstruction } from '@iter/contract';
import type { AncestorChoice, MigrateInstance, ModifyInstance, ScopedVariables } from '@iter/engine-runtime';
import { toVariables } from '../engine/variables.ts';

type Move = NonNullable<ModificationInstruction['moveInstructions']>[number];
type GivenVariables = Move['variableInstructions'];

/** The instructions of a modification in the words of the engine. */
export function modificationOf(
  body: ModificationInstruction,
): Pick<ModifyInstance, 'activate' | 'move' | 'terminate'> {
  return {
    activate: (body.activateInstructions ?? []).map((instruction) => ({
      elementId: instruction.elementId,
      variables: scopedVariables(instruction.variableInstructions),
      ...(instruction.ancestorElementInstanceKey !== undefined && {
        ancestorElementInstanceKey: instruction.ancestorElementInstanceKey,
      }),
    })),
    move: (body.moveInstructions ?? []).map(moveOf),
    terminate: body.terminateInstructions ?? [],
  };
}

function moveOf(instruction: Move): ModifyInstance['move'][number] {
  const { sourceElementInstruction: source, ancestorScopeInstruction: scope } = instruction;
  return {
    source:
      source.sourceType === 'byId'
        ? { elementId: source.sourceElementId }
        : { elementInstanceKey: source.sourceElementInstanceKey },
    targetElementId: instruction.targetElementId,
    variables: scopedVariables(instruction.variableInstructions),
    ...(scope && { ancestor: ancestorOf(scope) }),
  };
}

function ancestorOf(scope: NonNullable<Move['ancestorScopeInstruction']>): AncestorChoice {
  switch (scope.ancestorScopeType) {
    case 'direct':
      return { is: 'direct', elementInstanceKey: scope.ancestorElementInstanceKey };
    case 'inferred':
      return { is: 'inferred' };
    case 'sourceParent':
      return { is: 'source-parent' };
  }
}

function scopedVariables(given: GivenVariables): ScopedVariables[] {
  return (given ?? []).map(({ scopeId, variables }) => ({
    variables: toVariables(variables),
    ...(scopeId !== undefined && { scopeId }),
  }));
}

export function migrationOf({
  targetProcessDefinitionKey,
  mappingInstructions: mapping,
}: MigrationInstruction): Pick<MigrateInstance, 'targetProcessDefinitionKey' | 'mapping'> {
  return { targetProcessDefinitionKey, mapping };
}
