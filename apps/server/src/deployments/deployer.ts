import type { Locale } from '@iter/contract';
import type { DeployedResource, Deployment, Engine } from '@iter/engine-runtime';
import { refusalToEditProcess, type Viewer } from '@iter/identity';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readBpmnFile } from '../diagrams/read-file.ts';
import { deploymentRefusal } from '../diagrams/deployment-problems.ts';
import { callerOf } from '../engine/caller.ts';
import { valueOf } from '../engine/answers.ts';
import { readFormSchema } from '../forms/form-schema.ts';
import { Refusal } from '../http/refusal.ts';
import { syncFacts } from '../register/sync-facts.ts';
import { ENGINE } from '../tokens.ts';
import { codesOfProcesses } from '../register/codes-of-processes.query.ts';

interface DeployRequest {
  readonly viewer: Viewer;
  readonly resources: readonly DeployedResource[];
  readonly locale: Locale;
}

/** Deploys for people: only the owner may, and what is wrong is told in the reader's words. */
@Injectable()
export class Deployer {
  constructor(
    private readonly database: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  /**
   * Deploys files for the owner of every process that is in them, by the code they have now and by the one they
   * bring.
   *
   * @throws Refusal with every problem where they cannot run
   */
  async deploy({ viewer, resources, locale }: DeployRequest): Promise<Deployment> {
    await requireOwner(this.database, viewer, resources);
    for (const resource of resources) requireForm(resource);
    const answer = await this.engine.deploy({ ...callerOf(viewer), resources });
    if (!answer.ok && answer.rejection.code === 'DEPLOYMENT_REFUSED') {
      throw deploymentRefusal(answer.rejection.problems ?? [], locale);
    }
    const deployment = valueOf(answer);
    await syncFacts(this.database, viewer.tenantId);
    return deployment;
  }
}

async function requireOwner(
  database: DataSource,
  viewer: Viewer,
  resources: readonly DeployedResource[],
): Promise<void> {
  const machine = viewer.abilities.includes('machine-client');
  if (!machine && !viewer.abilities.includes('process-owner')) throw new Refusal('PROCESS_NOT_YOURS');
  if (machine) return;
  const files = await Promise.all(resources.filter(isDiagram).map(({ content }) => readBpmnFile(content)));
  const processes = files.flatMap((file) => file?.processes ?? []);
  const known = await codesOfProcesses(
    database,
    viewer.tenantId,
    processes.map(({ processId }) => processId),
  );
  for (const { processId, code } of processes) {
    const codes = known.has(processId) ? [known.get(processId) ?? null, code] : [code];
    for (const each of codes) {
      const refusal = refusalToEditProcess(viewer, { tenantId: viewer.tenantId, processId, code: each });
      if (refusal) throw new Refusal(refusal);
    }
  }
}

function isDiagram({ name }: DeployedResource): boolean {
  return name.endsWith('.bpmn');
}

/** A form that cannot be read would stop people at a task; it is refused before. */
function requireForm({ name, content }: DeployedResource): void {
  if (!name.endsWith('.form')) return;
  const read = readFormSchema(new TextDecoder().decode(content));
  if ('reason' in read)
    throw new Refusal('FORM_INVALID', { params: { resourceName: name, reason: read.reason } });
}
