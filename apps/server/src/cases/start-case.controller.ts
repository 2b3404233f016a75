import {
  routes,
  type FormDefinition,
  type FormResult,
  type OfficeLabel,
  type RouteResponse,
} from '@iter/contract';
import { findProcessFacts, getStartForm, type KnownProcess } from '@iter/history';
import { listRolesAndOffices, officesToStartFor, refusalToStart, type Viewer } from '@iter/identity';
import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublishedDiagrams } from '../diagrams/published-diagrams.ts';
import type { Call } from '../http/call.ts';
import { found } from '../http/found.ts';
import { Readers } from '../http/readers.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { officeVariable, Starts } from '../process-instances/start.ts';
import { dayOf } from '../tenant.ts';

/** Starting a procedure for an office, with its form. */
@Controller()
export class StartCaseController {
  constructor(
    private readonly database: DataSource,
    private readonly readers: Readers,
    private readonly diagrams: PublishedDiagrams,
    private readonly starts: Starts,
  ) {}

  @Route(routes.getStartPage)
  async page({ viewer, params, locale }: Call<typeof routes.getStartPage>): Promise<Page> {
    const { processId } = params;
    const reader = this.readers.atWork(viewer, locale);
    const facts = found(await findProcessFacts(this.database, viewer.tenantId, processId));
    if (refusalToStart(viewer, facts)) throw new Refusal('PROCESS_NOT_YOURS');
    const { processDefinitionKey } = facts;
    const form = await getStartForm(reader, processDefinitionKey);
    const diagram = await this.diagrams.of(reader, processDefinitionKey);
    return {
      processId,
      processDefinitionKey,
      version: facts.version,
      title: facts.title,
      code: facts.code,
      documentation: diagram?.file.documentation.get(processId) ?? null,
      form: form ? formDefinition(form) : null,
      offices: await this.officesFor(viewer, facts, reader.now, locale),
    };
  }

  @Route(routes.startCase)
  async start({ viewer, params, body, locale }: Call<typeof routes.startCase>): Promise<Started> {
    const { processInstanceKey, businessId } = await this.starts.start({
      viewer,
      locale,
      definition: { processDefinitionId: params.processId },
      variables: {
        ...body.variables,
        ...(body.office === undefined ? {} : { [officeVariable]: body.office }),
      },
      options: {},
    });
    return { processInstanceKey, businessId };
  }

  private async officesFor(
    viewer: Viewer,
    facts: KnownProcess,
    now: number,
    locale: 'it' | 'en',
  ): Promise<OfficeLabel[]> {
    const { offices } = await listRolesAndOffices(this.database, viewer.tenantId, dayOf(now), locale);
    const wanted = officesToStartFor(viewer, facts) ?? offices.map(({ office }) => office);
    return wanted.map((office) => ({
      office,
      label: offices.find((each) => each.office === office)?.label ?? office,
    }));
  }
}

function formDefinition({ formId, formKey, version, schema }: FormResult): FormDefinition {
  return { formId, formKey, version, schema: JSON.parse(schema) as FormDefinition['schema'] };
}

type Page = RouteResponse<typeof routes.getStartPage>;
type Started = RouteResponse<typeof routes.startCase>;
