import { z } from 'zod';
import { key } from '../v2/values.schema.ts';

export const notification = z
  .object({
    notificationKey: key,
    subject: z.string(),
    text: z.string(),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
    processInstanceKey: key.nullable(),
    businessId: z.string().nullable(),
    processTitle: z.string().nullable(),
  })
  .describe('A notice to the person.');
export type Notification = z.output<typeof notification>;

export const notificationsQuery = z.object({
  processInstanceKey: key.optional().describe('Only those of this case, whoever they went to.'),
});

export const notificationsResult = z.object({ items: z.array(notification), unread: z.int() });
export type NotificationsResult = z.output<typeof notificationsResult>;

export const publication = z
  .object({
    publicationKey: key,
    title: z.string(),
    link: z.string().nullable(),
    publishedOn: z.iso.date(),
    until: z.iso.date().nullable(),
    processTitle: z.string().nullable(),
    processCode: z.string().nullable(),
    businessId: z.string().nullable(),
  })
  .describe('An act published on the product’s public page.');
export type Publication = z.output<typeof publication>;

export const publicationsResult = z.object({ items: z.array(publication) });
