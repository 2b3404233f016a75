import { z } from 'zod';

/**
 * An act adopted by a shared process: what it is given, and the names under which its result comes back. For
 * `name: Piano` these are `esitoPiano`, `numeroPiano`, `dataPiano`, `linkAttoPiano`; remarks come as `rilievi`.
 */
export const actSchema = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Za-z0-9]*$/, 'Expected a name like "Piano"'),
  /** What the act is about, as it stands in agendas and numbers. */
  subject: z.string().trim().min(1).max(300),
  /** Variable with the link to the draft. */
  draft: z.string().regex(/^[a-z]\w*$/i),
  /** Organ that votes; left out for a determination of a manager. */
  body: z.enum(['Giunta camerale', 'Consiglio camerale']).optional(),
  spends: z.boolean().default(false),
  /** FEEL of the group that prepares the draft. */
  proposer: z
    .string()
    .regex(/^=\s*\S/)
    .optional(),
});

export type SheetAct = z.output<typeof actSchema>;

interface ActMappings {
  readonly inputs: Record<string, string>;
  readonly outputs: Record<string, string>;
}

export function mappingsOfAct(act: SheetAct): ActMappings {
  return {
    inputs: {
      ufficio: '=ufficio',
      pratica: '=pratica',
      termine: '=termine',
      ...(act.proposer === undefined ? {} : { proponente: act.proposer }),
      ...(act.body === undefined ? {} : { organo: `=${JSON.stringify(act.body)}` }),
      oggetto: `=${JSON.stringify(act.subject)}`,
      linkProposta: `=${act.draft}`,
      spesa: act.spends ? '="si"' : '="no"',
    },
    outputs: {
      [`esito${act.name}`]: '=esito',
      [`numero${act.name}`]: '=numeroAtto',
      [`data${act.name}`]: '=dataAtto',
      [`linkAtto${act.name}`]: '=linkAtto',
      rilievi: '=motivazione',
    },
  };
}
