import { z } from 'zod';

export const abilityName = z.string().describe('`process-owner`, `manager`, `administrator` …');

export const officeLabel = z.object({ office: z.string(), label: z.string() });
export type OfficeLabel = z.output<typeof officeLabel>;

export const personRole = z.object({
  role: z.string(),
  label: z.string(),
  office: z.string(),
  officeLabel: z.string(),
});
export type PersonRole = z.output<typeof personRole>;

export const person = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    offices: z.array(officeLabel),
    roles: z.array(personRole),
    groups: z.array(z.string()).describe('Every candidate group of the person: `role` and `role@office`.'),
    abilities: z.array(abilityName),
    locale: z.enum(['it', 'en']),
  })
  .describe('The person signed in.');
export type Person = z.output<typeof person>;

export const signInRequest = z.strictObject({
  username: z.string().min(1).max(256),
  password: z.string().min(1).max(1024),
});

export const session = z
  .object({
    person: person.nullable().describe('null while nobody is signed in.'),
    demo: z.boolean().describe('Demo people exist: the sign-in page may offer them.'),
    testClock: z.boolean().describe('The clock can be pinned.'),
    now: z.iso.datetime().describe('The product’s now; count due dates from it, not from the device.'),
    version: z.string(),
  })
  .describe('Who is signed in, and what this server is.');
export type Session = z.output<typeof session>;

export const demoPeople = z
  .object({
    password: z.string().describe('The one password of all demo people.'),
    items: z.array(
      z.object({
        username: z.string(),
        name: z.string(),
        roles: z.array(personRole),
        abilities: z.array(abilityName),
      }),
    ),
  })
  .describe('People to try the product with.');
export type DemoPeople = z.output<typeof demoPeople>;

export const rolesAndOffices = z
  .object({
    roles: z.array(
      z.object({
        role: z.string(),
        label: z.string(),
        level: z.int().describe('0 is the top of the body.'),
      }),
    ),
    offices: z.array(
      z.object({ office: z.string(), label: z.string(), area: z.string(), areaLabel: z.string() }),
    ),
    people: z.array(z.object({ userId: z.string(), name: z.string(), groups: z.array(z.string()) })),
  })
  .describe('What pickers of assignments and of filters offer.');
export type RolesAndOffices = z.output<typeof rolesAndOffices>;
