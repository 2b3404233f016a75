import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Ability } from '../abilities.ts';

/** A text in the languages of the product. */
export interface Label {
  readonly it: string;
  readonly en: string;
}

@Entity('area')
export class AreaEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text', { name: 'area_id' })
  areaId!: string;
  @Column('jsonb')
  name!: Label;
  /** Whose managers follow the whole area. */
  @Column('text', { name: 'head_office', nullable: true })
  headOffice!: string | null;
}

@Entity('office')
@Index('office_by_code', ['tenantId', 'code'], { unique: true })
export class OfficeEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text', { name: 'office_id' })
  officeId!: string;
  @Column('text', { name: 'area_id' })
  areaId!: string;
  @Column('jsonb')
  name!: Label;
  /** The office's part of a case number. */
  @Column('text')
  code!: string;
  @Column('text', { name: 'head_role', nullable: true })
  headRole!: string | null;
}

@Entity('role')
export class RoleEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text', { name: 'role_id' })
  roleId!: string;
  @Column('jsonb')
  label!: Label;
  @Column('smallint')
  level!: number;
  @Column('text', { nullable: true })
  superior!: string | null;
  @Column('text', { array: true })
  abilities!: Ability[];
  @Column('text', { array: true })
  owns!: string[];
}

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  /** The user name; it is what tasks, history and audit name. */
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;
  @Column('text')
  name!: string;
  @Column('text', { nullable: true })
  email!: string | null;
  /** argon2id in its encoded form; null: no local sign-in. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;
  @Column('boolean')
  active!: boolean;
  @Column('text')
  locale!: 'it' | 'en';
}

@Entity('role_holding')
@Index('role_holding_once', ['tenantId', 'userId', 'roleId', 'officeId', 'validFrom'], { unique: true })
@Index('role_holding_by_role', ['tenantId', 'roleId', 'officeId'])
export class RoleHoldingEntity {
  @PrimaryGeneratedColumn('identity', { name: 'holding_id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  holdingId!: string;
  @Column('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('text', { name: 'user_id' })
  userId!: string;
  @Column('text', { name: 'role_id' })
  roleId!: string;
  @Column('text', { name: 'office_id' })
  officeId!: string;
  /** First and last day; `-infinity` and `infinity` where open. */
  @Column('date', { name: 'valid_from' })
  validFrom!: string;
  @Column('date', { name: 'valid_to' })
  validTo!: string;
}
