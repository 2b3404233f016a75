import { routes } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { effectiveTaskVariables, getForm, getUserTask, type Reader } from '@iter/history';
import { refusalToCompleteTask } from '@iter/identity';
import { Controller, Inject } from '@nestjs/common';
import { callerOf } from '../engine/caller.ts';
import { toVariables } from '../engine/variables.ts';
import { SubmittedForms } from '../forms/submitted-forms.ts';
import type { Call } from '../http/call.ts';
import { Readers } from '../http/readers.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { ENGINE } from '../tokens.ts';
import { OpenTasks } from './open-tasks.ts';
import { taskValueOf } from './task-answers.ts';
import type { JsonText } from '@iter/engine-core';

@Controller()
export class CompleteUserTaskController {
  constructor(
    private readonly tasks: OpenTasks,
    private readonly readers: Readers,
    private readonly forms: SubmittedForms,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.completeUserTask)
  async complete({ viewer, params, body, locale }: Call<typeof routes.completeUserTask>): Promise<undefined> {
    const { userTaskKey } = params;
    const refusal = refusalToCompleteTask(viewer, await this.tasks.require(viewer, userTaskKey));
    if (refusal) throw new Refusal(refusal);
    const { form, variables } = await this.formOf(this.readers.of(viewer), userTaskKey);
    const values = this.forms.check({ viewer, locale, form, data: body?.variables ?? {}, variables });
    const action = body?.action ? { action: body.action } : {};
    const command = { ...callerOf(viewer), userTaskKey, variables: toVariables(values), ...action };
    taskValueOf(await this.engine.completeUserTask(command));
    return undefined;
  }

  /** Whoever may complete a task sees it; its variables are what the form's expressions read. */
  private async formOf(reader: Reader, userTaskKey: string) {
    const task = await getUserTask(reader, userTaskKey);
    if (!task?.formKey) return { form: undefined, variables: {} };
    const variables = await effectiveTaskVariables(reader, userTaskKey);
    return {
      form: await getForm(reader, task.formKey),
      variables: variables as Readonly<Record<string, JsonText>>,
    };
  }
}
