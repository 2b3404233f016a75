export { ABILITIES, isAbility, type Ability } from './abilities.ts';
export {
  caseNumberCode,
  organisationSchema,
  type Organisation,
  type OrganisationOffice,
  type OrganisationPerson,
  type OrganisationRole,
} from './organisation-schema.ts';
