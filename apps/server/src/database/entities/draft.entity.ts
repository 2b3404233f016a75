import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BundleFile } from '@iter/contract';

/** A diagram that somebody is working on, with the forms and decisions of its bundle. */
@Entity('draft')
export class DraftEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text', { name: 'process_id' })
  processId!: string;
  @Column('text')
  xml!: string;
  @Column('jsonb')
  files!: BundleFile[];
  /** Counted from 1; the guard against saving over what somebody else saved. */
  @Column('integer')
  revision!: number;
  @Column('timestamptz', { name: 'saved_at' })
  savedAt!: Date;
  @Column('text', { name: 'saved_by' })
  savedBy!: string;
  /** Version that the draft began from; null for a process that was never published. */
  @Column('bigint', { name: 'based_on', nullable: true })
  basedOn!: string | null;
}
