import {
  NotificationEntity,
  NotificationRecipientEntity,
  ProcessFactEntity,
  PublicationEntity,
} from './notice.entities.ts';

/** Tables that are written one row at a time. Those written with each turn are in `projections/tables.ts`. */
export const historyEntities = [
  NotificationEntity,
  NotificationRecipientEntity,
  PublicationEntity,
  ProcessFactEntity,
];
