import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the owner said about a version when publishing it. */
@Entity('version_note')
export class VersionNoteEntity {
  @PrimaryColumn('bigint', { name: 'definition_key' })
  definitionKey!: string;
  @Column('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('text')
  note!: string;
}
