import {
  DecisionDefinitionEntity,
  DecisionRequirementsEntity,
  DeployedResourceEntity,
  DeploymentEntity,
  FormDefinitionEntity,
  ProcessDefinitionEntity,
} from './definition.entities.ts';
import { CaseCounterEntity, ClockEntity, TenantEntity } from './tenant.entities.ts';

/**
 * Tables that administrative reads and writes go through. Those of the hot path have no entities: they are
 * written by statements of their own and described by the migration.
 */
export const engineEntities = [
  TenantEntity,
  ClockEntity,
  CaseCounterEntity,
  DeploymentEntity,
  DeployedResourceEntity,
  ProcessDefinitionEntity,
  FormDefinitionEntity,
  DecisionRequirementsEntity,
  DecisionDefinitionEntity,
];
