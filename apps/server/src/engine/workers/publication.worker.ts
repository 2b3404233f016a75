import type { BuiltInWorker } from '@iter/engine-runtime';
import { PublicationEntity } from '@iter/history';
import type { DataSource } from 'typeorm';
import { dayOf } from '../../tenant.ts';
import { textVariable } from './job-variables.ts';

interface PublicationParts {
  readonly database: DataSource;
  /** The tenant's now, milliseconds. */
  readonly now: (tenantId: string) => number;
  readonly announce: (tenantId: string, topics: readonly string[]) => void;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}/;

/**
 * Answers service tasks of type `iter:publication`: an act on the product's public page. Inputs: `titolo`,
 * `link`, `data` (the day of publication; today unless told), `fino` (the last day, where there is one). The
 * row has the key of its job, so that a job that runs twice publishes once.
 *
 * @throws Error where the title is missing or the link is no address: the job fails and becomes an incident
 */
export function publicationWorker({ database, now, announce }: PublicationParts): BuiltInWorker {
  return {
    type: 'iter:publication',
    timeoutMs: 60_000,
    concurrency: 2,
    async handle(job) {
      const title = textVariable(job, 'titolo');
      if (!title) throw new Error('Expected the input "titolo" of iter:publication, but it is missing.');
      const today = dayOf(now(job.tenantId));
      await database
        .createQueryBuilder()
        .insert()
        .into(PublicationEntity)
        .values({
          publicationKey: job.jobKey,
          tenantId: job.tenantId,
          processInstanceKey: job.processInstanceKey,
          title,
          link: webAddress(textVariable(job, 'link')),
          publishedOn: dayIn(textVariable(job, 'data')) ?? today,
          until: dayIn(textVariable(job, 'fino')) ?? null,
        })
        .orIgnore()
        .execute();
      announce(job.tenantId, ['publications']);
      return {};
    },
  };
}

function dayIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : dayPattern.exec(text)?.[0];
}

/** Everybody can open what is published: only addresses of the web are, never scripts. */
function webAddress(link: string | undefined): string | null {
  if (!link) return null;
  const address = URL.canParse(link) ? new URL(link) : undefined;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') {
    throw new Error(
      `Expected the input "link" of iter:publication to be an address of the web, but it is "${link}".`,
    );
  }
  return address.href;
}
