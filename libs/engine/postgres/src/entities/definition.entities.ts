import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('deployment')
export class DeploymentEntity {
  @PrimaryColumn('bigint', { name: 'deployment_key' })
  deploymentKey!: string;
  @Column('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('timestamptz', { name: 'deployed_at' })
  deployedAt!: Date;
  /** User id, or the part of the system that deployed. */
  @Column('text', { name: 'deployed_by' })
  deployedBy!: string;
}

/** What everything that was deployed has. */
abstract class Deployed {
  @Column('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('bigint', { name: 'deployment_key' })
  deploymentKey!: string;
  @Column('integer')
  version!: number;
}

/** A file as it came. */
@Entity('deployed_resource')
@Index('deployed_resource_by_name', ['tenantId', 'name', 'version'], { unique: true })
@Index('deployed_resource_by_deployment', ['deploymentKey'])
export class DeployedResourceEntity extends Deployed {
  @PrimaryColumn('bigint', { name: 'resource_key' })
  resourceKey!: string;
  @Column('text')
  name!: string;
  @Column('text')
  kind!: 'process' | 'form' | 'decision' | 'other';
  /** SHA-256. */
  @Column('bytea')
  checksum!: Uint8Array;
  @Column('bytea')
  content!: Uint8Array;
}

@Entity('process_definition')
@Index('process_definition_by_version', ['tenantId', 'processId', 'version'], { unique: true })
@Index('process_definition_by_deployment', ['deploymentKey'])
export class ProcessDefinitionEntity extends Deployed {
  @PrimaryColumn('bigint', { name: 'definition_key' })
  definitionKey!: string;
  @Column('bigint', { name: 'resource_key' })
  resourceKey!: string;
  @Column('text', { name: 'process_id' })
  processId!: string;
  @Column('text', { name: 'version_tag', nullable: true })
  versionTag!: string | null;
  @Column('text', { nullable: true })
  name!: string | null;
  @Column('boolean', { name: 'has_start_form' })
  hasStartForm!: boolean;
  /** Form of the start event, where it is one of this product. */
  @Column('text', { name: 'start_form_id', nullable: true })
  startFormId!: string | null;
}

@Entity('form_definition')
@Index('form_definition_by_version', ['tenantId', 'formId', 'version'], { unique: true })
@Index('form_definition_by_deployment', ['deploymentKey'])
export class FormDefinitionEntity extends Deployed {
  @PrimaryColumn('bigint', { name: 'form_key' })
  formKey!: string;
  @Column('bigint', { name: 'resource_key' })
  resourceKey!: string;
  @Column('text', { name: 'form_id' })
  formId!: string;
  @Column('text', { name: 'version_tag', nullable: true })
  versionTag!: string | null;
}

@Entity('decision_requirements')
@Index('decision_requirements_by_version', ['tenantId', 'requirementsId', 'version'], { unique: true })
export class DecisionRequirementsEntity extends Deployed {
  @PrimaryColumn('bigint', { name: 'requirements_key' })
  requirementsKey!: string;
  @Column('bigint', { name: 'resource_key' })
  resourceKey!: string;
  @Column('text', { name: 'requirements_id' })
  requirementsId!: string;
  @Column('text')
  name!: string;
}

@Entity('decision_definition')
@Index('decision_definition_by_version', ['tenantId', 'decisionId', 'version'], { unique: true })
@Index('decision_definition_by_deployment', ['deploymentKey'])
export class DecisionDefinitionEntity extends Deployed {
  @PrimaryColumn('bigint', { name: 'decision_key' })
  decisionKey!: string;
  @Column('bigint', { name: 'requirements_key' })
  requirementsKey!: string;
  @Column('text', { name: 'decision_id' })
  decisionId!: string;
  @Column('text')
  name!: string;
  @Column('text', { name: 'version_tag', nullable: true })
  versionTag!: string | null;
}
