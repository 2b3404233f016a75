import {
  AreaEntity,
  OfficeEntity,
  PersonEntity,
  RoleEntity,
  RoleHoldingEntity,
} from './organisation.entities.ts';
import { SessionEntity, SignInFailureEntity } from './sign-in.entities.ts';

export const identityEntities = [
  AreaEntity,
  OfficeEntity,
  RoleEntity,
  PersonEntity,
  RoleHoldingEntity,
  SessionEntity,
  SignInFailureEntity,
];
