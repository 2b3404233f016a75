import { routes, type Draft, type RouteResponse } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { VersionNoteEntity } from '../database/entities/version-note.entity.ts';
import { Deployer } from '../deployments/deployer.ts';
import { diagramProblem } from '../diagrams/deployment-problems.ts';
import { callerOf } from '../engine/caller.ts';
import type { Call } from '../http/call.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { Changes } from '../live/changes.ts';
import { ENGINE } from '../tokens.ts';
import { bundleResources, Drafts } from './drafts.ts';
import { latestBundle } from './latest-bundle.query.ts';

@Controller()
export class DraftsController {
  constructor(
    private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly deployer: Deployer,
    private readonly changes: Changes,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.getDraft)
  get({ viewer, params }: Call<typeof routes.getDraft>): Promise<Draft> {
    return this.drafts.open(viewer, params.processId);
  }

  @Route(routes.saveDraft)
  async save({ viewer, locale, ...input }: Call<typeof routes.saveDraft>): Promise<Draft> {
    const draft = await this.drafts.save(viewer, input, locale);
    this.changes.tell(viewer.tenantId, topicsOf(draft.processId));
    return draft;
  }

  @Route(routes.deleteDraft)
  async remove({ viewer, params }: Call<typeof routes.deleteDraft>): Promise<undefined> {
    await this.drafts.remove(viewer, params.processId);
    this.changes.tell(viewer.tenantId, topicsOf(params.processId));
    return undefined;
  }

  @Route(routes.publishDraft)
  async publish({ viewer, params, body, locale }: Call<typeof routes.publishDraft>): Promise<Published> {
    const { processId } = params;
    await this.drafts.requireOwner(viewer, processId);
    const draft = await this.drafts.at(viewer, processId, body.revision);
    const latest = await latestBundle(this.database, viewer.tenantId, processId);
    const name = latest?.resourceName ?? `${processId}.bpmn`;
    const resources = bundleResources(name, draft.xml, draft.files);
    const deployment = await this.deployer.deploy({ viewer, resources, locale });
    const published = deployment.processes.find(
      ({ processDefinitionId }) => processDefinitionId === processId,
    );
    if (!published)
      throw new Refusal('REJECTED', { params: { reason: `Expected the process ${processId}` } });
    await this.keepNote(viewer.tenantId, published.processDefinitionKey, body.note);
    await this.drafts.published(draft, published.processDefinitionKey);
    this.changes.tell(viewer.tenantId, [...topicsOf(processId), 'register']);
    return {
      processDefinitionKey: published.processDefinitionKey,
      processId,
      version: published.version,
      problems: deployment.warnings.map((problem) => diagramProblem(problem, locale)),
    };
  }

  @Route(routes.checkDiagram)
  async check({ viewer, body, locale }: Call<typeof routes.checkDiagram>): Promise<Checked> {
    const files = body.files ?? (await this.drafts.filesFor(viewer, body.xml));
    const resources = bundleResources('diagram.bpmn', body.xml, files);
    const problems = await this.engine.check({ ...callerOf(viewer), resources });
    return { problems: problems.map((problem) => diagramProblem(problem, locale)) };
  }

  private async keepNote(tenantId: string, definitionKey: string, note: string | undefined): Promise<void> {
    if (!note) return;
    await this.database.getRepository(VersionNoteEntity).save({ definitionKey, tenantId, note });
  }
}

type Published = RouteResponse<typeof routes.publishDraft>;
type Checked = RouteResponse<typeof routes.checkDiagram>;

function topicsOf(processId: string): string[] {
  return ['drafts', `drafts:${processId}`, 'register', `register:${processId}`];
}
