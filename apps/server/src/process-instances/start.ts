import type { CreateProcessInstanceRequest, Locale } from '@iter/contract';
import type { CreatedInstance, CreateInstance, Engine } from '@iter/engine-runtime';
import { getStartForm } from '@iter/history';
import { officesToStartFor, refusalToStart, type Viewer } from '@iter/identity';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { valueOf } from '../engine/answers.ts';
import { callerOf } from '../engine/caller.ts';
import { toVariables } from '../engine/variables.ts';
import {
  findDefinitionFacts,
  type DefinitionChoice,
  type FoundDefinition,
} from './definition-facts.query.ts';
import { SubmittedForms } from '../forms/submitted-forms.ts';
import { found } from '../http/found.ts';
import { requiredField } from '../http/read-input.ts';
import { Refusal } from '../http/refusal.ts';
import { ENGINE } from '../tokens.ts';

/** The variable that says which office runs the case; chosen at the start, never by a form. */
export const officeVariable = 'ufficio';

export interface StartRequest {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly definition: DefinitionChoice;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly options: Pick<CreateInstance, 'businessId' | 'tags' | 'startBefore' | 'awaitCompletion'>;
}

/** Starts processes for people: only who may, for an office of theirs, with a form that is right. */
@Injectable()
export class Starts {
  constructor(
    private readonly database: DataSource,
    private readonly forms: SubmittedForms,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  async start(request: StartRequest): Promise<CreatedInstance> {
    const { viewer, definition, options } = request;
    const facts = found(await findDefinitionFacts(this.database, viewer.tenantId, definition));
    const variables = await this.checkedVariables(request, facts);
    const { processDefinitionKey } = facts;
    const command = { ...callerOf(viewer), definition: { processDefinitionKey }, variables, ...options };
    return valueOf(await this.engine.createInstance(command));
  }

  private async checkedVariables({ viewer, locale, variables }: StartRequest, facts: FoundDefinition) {
    const { [officeVariable]: givenOffice, ...data } = variables;
    const office = requireOffice(viewer, facts, givenOffice, locale);
    const form = await getStartForm({ database: this.database, viewer }, facts.processDefinitionKey);
    const officeVariables = office === undefined ? {} : { [officeVariable]: office };
    const values = this.forms.check({
      viewer,
      locale,
      form: form ?? undefined,
      data,
      variables: toVariables(officeVariables),
    });
    return toVariables({ ...values, ...officeVariables });
  }
}

/** The office that the case is to be run by: the one given, or the only one there is. */
function requireOffice(
  viewer: Viewer,
  facts: FoundDefinition,
  given: unknown,
  locale: Locale,
): string | undefined {
  const office = typeof given === 'string' && given !== '' ? given : undefined;
  const refusal = refusalToStart(viewer, facts, office);
  if (refusal) throw new Refusal(refusal === 'FORBIDDEN' ? 'PROCESS_NOT_YOURS' : refusal);
  const offices = officesToStartFor(viewer, facts);
  if (office !== undefined || offices === null) return office;
  if (offices.length > 1) throw requiredField(locale, `variables.${officeVariable}`);
  return offices[0];
}

/** What `POST /v2/process-instances` says, in the words of the engine. */
export function startOptions(body: CreateProcessInstanceRequest): StartRequest['options'] {
  const { businessId, tags, startInstructions, awaitCompletion, requestTimeout, fetchVariables } = body;
  return {
    ...(businessId === undefined ? {} : { businessId }),
    ...(tags === undefined ? {} : { tags }),
    ...(startInstructions?.length
      ? { startBefore: startInstructions.map(({ elementId }) => elementId) }
      : {}),
    ...(awaitCompletion
      ? {
          awaitCompletion: {
            timeoutMs: requestTimeout || defaultWaitMs,
            fetchVariables: fetchVariables ?? [],
          },
        }
      : {}),
  };
}

/** How long a caller that waits for the end waits where it does not say. */
const defaultWaitMs = 10_000;
