import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A body, or a sandbox of one. */
@Entity('tenant')
export class TenantEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('text')
  name!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

@Entity('clock')
export class ClockEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('text', { default: 'real' })
  mode!: 'real' | 'offset' | 'pinned';
  @Column('bigint', { name: 'offset_ms', default: 0 })
  offsetMs!: string;
  @Column('timestamptz', { name: 'pinned_at', nullable: true })
  pinnedAt!: Date | null;
}

/** Last number of an office's cases in a year. */
@Entity('case_counter')
export class CaseCounterEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text')
  office!: string;
  @PrimaryColumn('integer')
  year!: number;
  @Column('bigint')
  last!: string;
}
