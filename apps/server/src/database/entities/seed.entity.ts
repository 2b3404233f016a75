import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the product brings for a process, and what became of it. */
@Entity('seed')
export class SeedEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text', { name: 'process_id' })
  processId!: string;
  /** Checksum of what the product brings now. */
  @Column('text')
  offered!: string;
  /** Checksum of what it last published itself; null where it never could. */
  @Column('text', { nullable: true })
  published!: string | null;
  /** The version it was published as. */
  @Column('bigint', { name: 'definition_key', nullable: true })
  definitionKey!: string | null;
}
