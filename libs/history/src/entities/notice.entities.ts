import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notification')
export class NotificationEntity {
  /** The key of the job that asked for it. */
  @PrimaryColumn('bigint', { name: 'notification_key' })
  notificationKey!: string;
  @Column('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('bigint', { name: 'process_instance_key', nullable: true })
  processInstanceKey!: string | null;
  @Column('text')
  subject!: string;
  @Column('text')
  text!: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

@Entity('notification_recipient')
export class NotificationRecipientEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;
  @PrimaryColumn('bigint', { name: 'notification_key' })
  notificationKey!: string;
  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}

@Entity('publication')
export class PublicationEntity {
  /** The key of the job that asked for it. */
  @PrimaryColumn('bigint', { name: 'publication_key' })
  publicationKey!: string;
  @Column('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('bigint', { name: 'process_instance_key', nullable: true })
  processInstanceKey!: string | null;
  @Column('text')
  title!: string;
  @Column('text', { nullable: true })
  link!: string | null;
  @Column('date', { name: 'published_on' })
  publishedOn!: string;
  @Column('date', { nullable: true })
  until!: string | null;
}

/** What is known of a process beyond its versions; read from the latest one's diagram. */
@Entity('process_fact')
export class ProcessFactEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text', { name: 'process_id' })
  processId!: string;
  /** The version it was read from. */
  @Column('bigint', { name: 'definition_key' })
  definitionKey!: string;
  @Column('text')
  title!: string;
  @Column('text', { nullable: true })
  code!: string | null;
  @Column('text', { name: 'starter_groups', array: true })
  starterGroups!: string[];
}
