import type { ProcedureRow, PublishedVersion, Sheet } from '@iter/contract';
import { listProcesses, listVersions, type ListedProcess, type WorkplaceReader } from '@iter/history';
import { listPeople, refusalToEditProcess, refusalToStart } from '@iter/identity';
import type { Taxonomy } from '@iter/register';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DraftEntity } from '../database/entities/draft.entity.ts';
import { SeedEntity } from '../database/entities/seed.entity.ts';
import { VersionNoteEntity } from '../database/entities/version-note.entity.ts';
import { PublishedDiagrams, readDiagram, type PublishedDiagram } from '../diagrams/published-diagrams.ts';
import { found } from '../http/found.ts';
import { dayOf } from '../tenant.ts';
import { TAXONOMY } from '../tokens.ts';
import { pathOf } from './code-path.ts';
import { sheetOfDiagram } from './sheet-of-diagram.ts';

interface Beside {
  readonly drafts: ReadonlyMap<string, DraftEntity>;
  readonly seeds: ReadonlyMap<string, SeedEntity>;
  readonly names: ReadonlyMap<string, string>;
  readonly taxonomy: Taxonomy;
}

/** The procedures of the register: what is published, and what only its owner has drafted. */
@Injectable()
export class Procedures {
  constructor(
    private readonly database: DataSource,
    private readonly diagrams: PublishedDiagrams,
    @Inject(TAXONOMY) private readonly taxonomy: Taxonomy,
  ) {}

  async list(reader: WorkplaceReader): Promise<ProcedureRow[]> {
    const [processes, beside] = await Promise.all([listProcesses(reader), this.loadBeside(reader)]);
    const published = new Set(processes.map(({ processId }) => processId));
    const onlyDrafted = [...beside.drafts.values()].filter(({ processId }) => !published.has(processId));
    const rows = await Promise.all([
      ...processes.map((process) => this.publishedRow(reader, process, beside)),
      ...onlyDrafted.map((draft) => draftedRow(reader, draft, beside)),
    ]);
    return rows.flatMap((row) => row ?? []);
  }

  /** @throws Refusal NOT_FOUND where there is neither a version nor a draft that the viewer may see */
  async sheet(reader: WorkplaceReader, processId: string): Promise<Sheet> {
    const rows = await this.list(reader);
    const procedure = found(rows.find((row) => row.processId === processId));
    const titleOf = (id: string) => ({
      processId: id,
      title: rows.find((row) => row.processId === id)?.title ?? id,
    });
    const diagram = await this.diagramOf(reader, procedure);
    const callers = await this.callersOf(reader, rows, processId);
    return sheetOfDiagram(diagram?.sheet, {
      procedure,
      versions: await this.versions(reader, procedure),
      calls: [...(diagram?.file.calledProcesses ?? [])].map(titleOf),
      calledBy: callers.map(titleOf),
    });
  }

  private async loadBeside({ viewer, now, language }: WorkplaceReader): Promise<Beside> {
    const { tenantId } = viewer;
    const [drafts, seeds, people] = await Promise.all([
      this.database.getRepository(DraftEntity).findBy({ tenantId }),
      this.database.getRepository(SeedEntity).findBy({ tenantId }),
      listPeople(this.database, tenantId, dayOf(now), language),
    ]);
    return {
      drafts: new Map(drafts.map((draft) => [draft.processId, draft])),
      seeds: new Map(seeds.map((seed) => [seed.processId, seed])),
      names: new Map(people.map(({ userId, name }) => [userId, name])),
      taxonomy: this.taxonomy,
    };
  }

  private async publishedRow(
    reader: WorkplaceReader,
    process: ListedProcess,
    beside: Beside,
  ): Promise<ProcedureRow> {
    const { processId, code, title, latest, running, late, incidents } = process;
    const canEdit = refusalToEditProcess(reader.viewer, process) === null;
    const seed = beside.seeds.get(processId);
    const diagram = await this.diagrams.of(reader, latest.processDefinitionKey);
    return {
      ...codeFields(code, beside),
      processId,
      title,
      shared: diagram?.sheet?.shared !== undefined,
      latest,
      draft: canEdit ? editMark(beside, beside.drafts.get(processId)) : null,
      newerSeed: seed !== undefined && seed.offered !== seed.published,
      running,
      late,
      incidents,
      canStart: refusalToStart(reader.viewer, process) === null,
      canEdit,
    };
  }

  /** The published diagram; before the first publication, the draft. */
  private async diagramOf(
    reader: WorkplaceReader,
    { processId, latest }: ProcedureRow,
  ): Promise<PublishedDiagram | undefined> {
    if (latest) return this.diagrams.of(reader, latest.processDefinitionKey);
    const { tenantId } = reader.viewer;
    const draft = await this.database.getRepository(DraftEntity).findOneBy({ tenantId, processId });
    return draft ? readDiagram(draft.xml) : undefined;
  }

  private async callersOf(
    reader: WorkplaceReader,
    rows: readonly ProcedureRow[],
    processId: string,
  ): Promise<string[]> {
    const callers: string[] = [];
    for (const { processId: caller, latest } of rows) {
      const diagram = latest ? await this.diagrams.of(reader, latest.processDefinitionKey) : undefined;
      if (diagram?.file.calledProcesses.has(processId)) callers.push(caller);
    }
    return callers;
  }

  private async versions(
    reader: WorkplaceReader,
    { processId, latest }: ProcedureRow,
  ): Promise<PublishedVersion[]> {
    if (!latest) return [];
    const { tenantId } = reader.viewer;
    const versions = await listVersions(reader, processId);
    const notes = await this.database.getRepository(VersionNoteEntity).findBy({ tenantId });
    const noteOf = new Map(notes.map(({ definitionKey, note }) => [definitionKey, note]));
    return versions.map((version) => ({
      ...version,
      note: noteOf.get(version.processDefinitionKey) ?? null,
    }));
  }
}

/** A process that was never published is its owner's alone. */
async function draftedRow(
  { viewer }: WorkplaceReader,
  draft: DraftEntity,
  beside: Beside,
): Promise<ProcedureRow | undefined> {
  const { processId } = draft;
  const diagram = await readDiagram(draft.xml);
  const code = diagram?.sheet?.code ?? null;
  if (refusalToEditProcess(viewer, { tenantId: viewer.tenantId, processId, code })) return undefined;
  return {
    ...codeFields(code, beside),
    processId,
    title: diagram?.sheet?.title ?? processId,
    shared: diagram?.sheet?.shared !== undefined,
    latest: null,
    draft: editMark(beside, draft),
    newerSeed: false,
    running: 0,
    late: 0,
    incidents: 0,
    canStart: false,
    canEdit: true,
  };
}

function codeFields(
  code: string | null,
  { taxonomy }: Beside,
): Pick<ProcedureRow, 'code' | 'macro' | 'path'> {
  const path = pathOf(code, taxonomy);
  return { code, path, macro: path[0]?.title ?? null };
}

function editMark({ names }: Beside, draft: DraftEntity | undefined): ProcedureRow['draft'] {
  if (!draft) return null;
  const { savedAt, savedBy } = draft;
  return { at: savedAt.toISOString(), by: savedBy, byName: names.get(savedBy) ?? savedBy };
}
