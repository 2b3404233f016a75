import { z } from 'zod';
import { ABILITIES } from '../abilities.ts';

/**
 * The shape of `seeds/organisation.yaml`: an example of a body with its areas, offices, roles and people.
 * Role labels are data, because bodies rename things; ids are kebab-case and appear in diagrams as candidate
 * groups (`role` or `role@office`).
 */
const identifier = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'Expected an identifier of lower-case letters, digits and hyphens (kebab-case)',
  )
  .max(64);
const label = z.strictObject({ it: z.string().min(1).max(200), en: z.string().min(1).max(200) });
const day = z.iso.date();

const area = z.strictObject({
  id: identifier,
  name: label,
  /** Office whose holders of a `manager` role follow the cases of the whole area. */
  headOffice: identifier.optional(),
});

const office = z.strictObject({
  id: identifier,
  name: label,
  area: identifier,
  /** Short form used in case numbers (`<CODE>/<YEAR>/<N>`); the id in capitals where it is missing. */
  code: z
    .string()
    .regex(/^[A-Z0-9]{1,16}$/)
    .optional(),
  /** Role of the person in charge of the office. */
  headRole: identifier.optional(),
});

const role = z.strictObject({
  id: identifier,
  label,
  /** Rank, 0 for the organs of the body, growing downwards. Shown in lists, and checked against `superior`. */
  level: z.int().min(0).max(9),
  /** Role to which a case is escalated when this one does not act in time. */
  superior: identifier.optional(),
  abilities: z.array(z.enum(ABILITIES)).default([]),
  /**
   * Processes the role owns: process ids, or codes of the taxonomy that stand for all that is below them
   * (`A1.2`), or `*`. Only with the ability `process-owner`.
   */
  owns: z.array(z.string().min(1).max(200)).default([]),
});

const holding = z.strictObject({
  role: identifier,
  office: identifier,
  /** First day of the holding; since ever where it is missing. */
  from: day.optional(),
  /** Last day of the holding; open where it is missing. */
  to: day.optional(),
});

const person = z.strictObject({
  username: z.string().regex(/^[a-z][a-z0-9._-]{1,63}$/, 'Expected a user name like "anna.rossi"'),
  name: z.string().min(1).max(200),
  email: z.email().optional(),
  locale: z.enum(['it', 'en']).default('it'),
  holdings: z.array(holding).min(1),
});

export const organisationSchema = z
  .strictObject({
    body: z.strictObject({ name: label }),
    areas: z.array(area).min(1),
    offices: z.array(office).min(1),
    roles: z.array(role).min(1),
    people: z.array(person),
  })
  .superRefine((organisation, context) => {
    for (const issue of referenceIssues(organisation)) context.addIssue({ code: 'custom', ...issue });
  });

export type Organisation = z.output<typeof organisationSchema>;
export type OrganisationRole = Organisation['roles'][number];
export type OrganisationOffice = Organisation['offices'][number];
export type OrganisationPerson = Organisation['people'][number];

interface ReferenceIssue {
  path: (string | number)[];
  message: string;
}

type Shape = {
  areas: z.output<typeof area>[];
  offices: z.output<typeof office>[];
  roles: z.output<typeof role>[];
  people: z.output<typeof person>[];
};

/** What a shape alone cannot say: ids are unique, and whatever is referred to exists. */
function referenceIssues(organisation: Shape): ReferenceIssue[] {
  const issues: ReferenceIssue[] = [];
  const ids = {
    area: new Set(organisation.areas.map(({ id }) => id)),
    office: new Set(organisation.offices.map(({ id }) => id)),
    role: new Set(organisation.roles.map(({ id }) => id)),
  };
  const exists = (kind: keyof typeof ids, id: string | undefined, path: (string | number)[]): void => {
    if (id !== undefined && !ids[kind].has(id)) {
      issues.push({ path, message: `Expected the id of a known ${kind}, but found '${id}'` });
    }
  };
  const unique = (values: readonly string[], list: string, field: string): void => {
    const seen = new Set<string>();
    values.forEach((value, index) => {
      if (seen.has(value))
        issues.push({ path: [list, index, field], message: `Expected '${value}' only once` });
      seen.add(value);
    });
  };
  unique(
    organisation.areas.map(({ id }) => id),
    'areas',
    'id',
  );
  unique(
    organisation.offices.map(({ id }) => id),
    'offices',
    'id',
  );
  unique(organisation.offices.map(caseNumberCode), 'offices', 'code');
  unique(
    organisation.roles.map(({ id }) => id),
    'roles',
    'id',
  );
  unique(
    organisation.people.map(({ username }) => username),
    'people',
    'username',
  );
  organisation.areas.forEach((item, index) =>
    exists('office', item.headOffice, ['areas', index, 'headOffice']),
  );
  organisation.offices.forEach((item, index) => {
    exists('area', item.area, ['offices', index, 'area']);
    exists('role', item.headRole, ['offices', index, 'headRole']);
  });
  const levels = new Map(organisation.roles.map(({ id, level }) => [id, level]));
  organisation.roles.forEach((item, index) => {
    exists('role', item.superior, ['roles', index, 'superior']);
    const above = item.superior === undefined ? undefined : levels.get(item.superior);
    if (above !== undefined && above >= item.level) {
      issues.push({
        path: ['roles', index, 'superior'],
        message: `Expected a superior of a level below ${item.level}, but '${item.superior}' has ${above}`,
      });
    }
    if (item.owns.length > 0 && !item.abilities.includes('process-owner')) {
      issues.push({
        path: ['roles', index, 'owns'],
        message: "Expected the ability 'process-owner' beside 'owns'",
      });
    }
  });
  organisation.people.forEach((item, index) => {
    item.holdings.forEach((held, position) => {
      const path = ['people', index, 'holdings', position];
      exists('role', held.role, [...path, 'role']);
      exists('office', held.office, [...path, 'office']);
      if (held.from !== undefined && held.to !== undefined && held.to < held.from) {
        issues.push({ path: [...path, 'to'], message: `Expected a day not before ${held.from}` });
      }
    });
  });
  return issues;
}

/** The office's part of a case number. */
export function caseNumberCode(office: { readonly id: string; readonly code?: string | undefined }): string {
  return office.code ?? office.id.toUpperCase();
}
