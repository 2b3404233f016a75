import type { ProcedureRow } from '@iter/contract';
import { listProcesses, type ListedProcess, type WorkplaceReader } from '@iter/history';
import { listPeople, refusalToEditProcess, refusalToStart } from '@iter/identity';
import type { DataSource } from 'typeorm';
import { DraftEntity } from '../database/entities/draft.entity.ts';
import { SeedEntity } from '../database/entities/seed.entity.ts';
import { readBpmnFile } from '../diagrams/read-file.ts';
import { dayOf } from '../tenant.ts';
import { pathOf, type Taxonomy } from './taxonomy.ts';

interface Beside {
  readonly drafts: ReadonlyMap<string, DraftEntity>;
  readonly seeds: ReadonlyMap<string, SeedEntity>;
  readonly names: ReadonlyMap<string, string>;
}

/** The procedures of the register: what is published, and what only its owner has drafted. */
export async function procedureRows(
  database: DataSource,
  reader: WorkplaceReader,
  taxonomy: Taxonomy,
): Promise<ProcedureRow[]> {
  const [processes, beside] = await Promise.all([listProcesses(reader), loadBeside(database, reader)]);
  const published = new Set(processes.map(({ processId }) => processId));
  const onlyDrafted = [...beside.drafts.values()].filter(({ processId }) => !published.has(processId));
  const rows = processes.map((process) => publishedRow(reader, process, beside, taxonomy));
  const drafted = await Promise.all(onlyDrafted.map((draft) => draftedRow(reader, draft, beside, taxonomy)));
  return [...rows, ...drafted.flatMap((row) => row ?? [])];
}

async function loadBeside(database: DataSource, { viewer, now, language }: WorkplaceReader): Promise<Beside> {
  const { tenantId } = viewer;
  const [drafts, seeds, people] = await Promise.all([
    database.getRepository(DraftEntity).findBy({ tenantId }),
    database.getRepository(SeedEntity).findBy({ tenantId }),
    listPeople(database, tenantId, dayOf(now), language),
  ]);
  return {
    drafts: new Map(drafts.map((draft) => [draft.processId, draft])),
    seeds: new Map(seeds.map((seed) => [seed.processId, seed])),
    names: new Map(people.map(({ userId, name }) => [userId, name])),
  };
}

function publishedRow(
  { viewer }: WorkplaceReader,
  process: ListedProcess,
  beside: Beside,
  taxonomy: Taxonomy,
): ProcedureRow {
  const { processId, code, title, latest, running, late, incidents } = process;
  const canEdit = refusalToEditProcess(viewer, process) === null;
  const seed = beside.seeds.get(processId);
  const path = pathOf(taxonomy, code);
  return {
    processId,
    code,
    title,
    macro: path[0]?.title ?? null,
    path,
    shared: code === null,
    latest,
    draft: canEdit ? editMark(beside, beside.drafts.get(processId)) : null,
    newerSeed: seed !== undefined && seed.offered !== seed.published,
    running,
    late,
    incidents,
    canStart: refusalToStart(viewer, process) === null,
    canEdit,
  };
}

/** A process that was never published is its owner's alone. */
async function draftedRow(
  { viewer }: WorkplaceReader,
  draft: DraftEntity,
  beside: Beside,
  taxonomy: Taxonomy,
): Promise<ProcedureRow | undefined> {
  const { processId } = draft;
  const file = await readBpmnFile(draft.xml);
  const process = file?.processes.find((each) => each.processId === processId);
  const code = process?.code ?? null;
  if (refusalToEditProcess(viewer, { tenantId: viewer.tenantId, processId, code })) return undefined;
  const path = pathOf(taxonomy, code);
  return {
    processId,
    code,
    title: process?.title ?? processId,
    macro: path[0]?.title ?? null,
    path,
    shared: code === null,
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

function editMark({ names }: Beside, draft: DraftEntity | undefined): ProcedureRow['draft'] {
  if (!draft) return null;
  const { savedAt, savedBy } = draft;
  return { at: savedAt.toISOString(), by: savedBy, byName: names.get(savedBy) ?? savedBy };
}
