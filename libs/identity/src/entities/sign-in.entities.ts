import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Only hashes of tokens are stored: who reads the table cannot become somebody. */
@Entity('session')
@Index('session_by_token', ['tokenHash'], { unique: true })
@Index('session_by_user', ['tenantId', 'userId'])
@Index('session_by_expiry', ['expiresAt'])
export class SessionEntity {
  @PrimaryGeneratedColumn('identity', { name: 'session_id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  sessionId!: string;
  @Column('text', { name: 'tenant_id' })
  tenantId!: string;
  @Column('text', { name: 'user_id' })
  userId!: string;
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;
  /** The token before the last rotation, good for requests that were under way. */
  @Column('bytea', { name: 'previous_hash', nullable: true })
  previousHash!: Buffer | null;
  @Column('text', { name: 'csrf_token' })
  csrfToken!: string;
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
  @Column('timestamptz', { name: 'seen_at' })
  seenAt!: Date;
  @Column('timestamptz', { name: 'rotated_at' })
  rotatedAt!: Date;
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

/** Failed sign-ins by the name that was typed, known or not, so that both are treated alike. */
@Entity('sign_in_failure')
@Index('sign_in_failure_by_time', ['lastAt'])
export class SignInFailureEntity {
  @PrimaryColumn('text', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('text')
  username!: string;
  @Column('integer')
  failures!: number;
  @Column('timestamptz', { name: 'last_at' })
  lastAt!: Date;
  @Column('timestamptz', { name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;
}
