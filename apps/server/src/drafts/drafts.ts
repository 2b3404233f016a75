import type { BundleFile, Draft, RouteInput, routes } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { findPerson, refusalToEditProcess, type Viewer } from '@iter/identity';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DraftEntity } from '../database/entities/draft.entity.ts';
import { readBpmnFile } from '../diagrams/read-file.ts';
import { requireReadable } from '../diagrams/require-readable.ts';
import { Refusal } from '../http/refusal.ts';
import { codesOfProcesses } from '../register/codes-of-processes.query.ts';
import { ENGINE } from '../tokens.ts';
import { latestBundle, type LatestBundle } from './latest-bundle.query.ts';

type Save = RouteInput<typeof routes.saveDraft>;

/** The drafts of procedures: one for each, with a guard against saving over what somebody else saved. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  /** The draft, or the latest version where there is none. */
  async open(viewer: Viewer, processId: string): Promise<Draft> {
    await this.requireOwner(viewer, processId);
    const latest = await latestBundle(this.database, viewer.tenantId, processId);
    const draft = await this.find(viewer.tenantId, processId);
    if (draft) return this.describe(viewer, draft, latest);
    if (!latest) throw new Refusal('NOT_FOUND');
    return {
      processId,
      xml: latest.xml,
      files: [...latest.files],
      revision: 0,
      saved: null,
      basedOn: latest.definitionKey,
      basedOnLatest: true,
    };
  }

  async save(viewer: Viewer, { params, body }: Save, locale: 'it' | 'en'): Promise<Draft> {
    const { processId } = params;
    const tenantId = viewer.tenantId;
    await requireReadable(body.xml, `${processId}.bpmn`, locale);
    await this.requireOwner(viewer, processId, await codeInFile(body.xml, processId));
    const latest = await latestBundle(this.database, tenantId, processId);
    const saved = await this.database.transaction(async (transaction) => {
      const former = await lockDraft(transaction, tenantId, processId);
      if ((former?.revision ?? 0) !== body.revision) throw await this.changedBy(viewer, former);
      const draft = transaction.create(DraftEntity, {
        tenantId,
        processId,
        xml: body.xml,
        files: body.files ?? former?.files ?? [...(latest?.files ?? [])],
        revision: body.revision + 1,
        savedAt: new Date(this.engine.now(tenantId)),
        savedBy: viewer.userId,
        basedOn: former ? former.basedOn : (latest?.definitionKey ?? null),
      });
      return transaction.save(draft);
    });
    return this.describe(viewer, saved, latest);
  }

  async remove(viewer: Viewer, processId: string): Promise<void> {
    await this.requireOwner(viewer, processId);
    const removed = await this.database
      .getRepository(DraftEntity)
      .delete({ tenantId: viewer.tenantId, processId });
    if (removed.affected === 0) throw new Refusal('NOT_FOUND');
  }

  /** The forms and decisions that a diagram would be published with: its draft's, else those of its latest version. */
  async filesFor(viewer: Viewer, xml: string): Promise<readonly BundleFile[]> {
    const file = await readBpmnFile(xml);
    for (const { processId } of file?.processes ?? []) {
      const draft = await this.find(viewer.tenantId, processId);
      const files = draft?.files ?? (await latestBundle(this.database, viewer.tenantId, processId))?.files;
      if (files) return files;
    }
    return [];
  }

  /** The draft at a revision, for publishing it; another revision is refused. */
  async at(viewer: Viewer, processId: string, revision: number): Promise<DraftEntity> {
    const draft = await this.find(viewer.tenantId, processId);
    if (!draft) throw new Refusal('NOT_FOUND');
    if (draft.revision !== revision) throw await this.changedBy(viewer, draft);
    return draft;
  }

  /** Removes what was published, unless somebody saved more in the meantime. */
  async published({ tenantId, processId, revision }: DraftEntity, definitionKey: string): Promise<void> {
    const drafts = this.database.getRepository(DraftEntity);
    const removed = await drafts.delete({ tenantId, processId, revision });
    if (removed.affected === 0) await drafts.update({ tenantId, processId }, { basedOn: definitionKey });
  }

  /**
   * By the code that the process has now (while it was never published, its draft's) and, where it is to have
   * another, by that one too.
   */
  async requireOwner(viewer: Viewer, processId: string, newCode?: string | null): Promise<void> {
    const { tenantId } = viewer;
    const known = await codesOfProcesses(this.database, tenantId, [processId]);
    const codes = [
      known.has(processId) ? known.get(processId) : await this.codeOfDraft(tenantId, processId),
      newCode,
    ].filter((code) => code !== undefined);
    for (const code of codes.length > 0 ? codes : [null]) {
      const refusal = refusalToEditProcess(viewer, { tenantId, processId, code });
      if (refusal) throw new Refusal(refusal);
    }
  }

  private async codeOfDraft(tenantId: string, processId: string): Promise<string | null | undefined> {
    const draft = await this.find(tenantId, processId);
    return draft ? codeInFile(draft.xml, processId) : undefined;
  }

  private find(tenantId: string, processId: string): Promise<DraftEntity | null> {
    return this.database.getRepository(DraftEntity).findOneBy({ tenantId, processId });
  }

  private async describe(
    viewer: Viewer,
    draft: DraftEntity,
    latest: LatestBundle | undefined,
  ): Promise<Draft> {
    return {
      processId: draft.processId,
      xml: draft.xml,
      files: draft.files,
      revision: draft.revision,
      saved: {
        at: draft.savedAt.toISOString(),
        by: draft.savedBy,
        byName: await this.nameOf(viewer, draft.savedBy),
      },
      basedOn: draft.basedOn,
      basedOnLatest: draft.basedOn === (latest?.definitionKey ?? null),
    };
  }

  private async changedBy(viewer: Viewer, draft: DraftEntity | null): Promise<Refusal> {
    const byName = draft ? await this.nameOf(viewer, draft.savedBy) : '';
    return new Refusal('DRAFT_CHANGED', { params: { byName, revision: draft?.revision ?? 0 } });
  }

  private async nameOf(viewer: Viewer, userId: string): Promise<string> {
    const person = await findPerson(this.database, { ...viewer, userId, holdings: [] });
    return person?.name ?? userId;
  }
}

/** Of two people who save at once the second waits, and then sees that it comes too late. */
async function lockDraft(
  transaction: EntityManager,
  tenantId: string,
  processId: string,
): Promise<DraftEntity | null> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `draft ${tenantId} ${processId}`,
  ]);
  return transaction.findOneBy(DraftEntity, { tenantId, processId });
}

async function codeInFile(xml: string, processId: string): Promise<string | null> {
  const file = await readBpmnFile(xml);
  const process = file?.processes.find((each) => each.processId === processId);
  if (!process) {
    const message = `Expected the process ${processId} in the file`;
    throw new Refusal('VALIDATION', { fields: [{ field: 'xml', rule: 'value', message }] });
  }
  return process.code;
}

/** Files of a bundle as the engine takes them, the diagram first. */
export function bundleResources(
  name: string,
  xml: string,
  files: readonly BundleFile[],
): { readonly name: string; readonly content: Uint8Array }[] {
  const encoder = new TextEncoder();
  return [{ name, content: xml }, ...files].map((file) => ({
    name: file.name,
    content: encoder.encode(file.content),
  }));
}
