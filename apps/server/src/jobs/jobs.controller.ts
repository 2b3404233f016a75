import { routes, type RouteResponse } from '@iter/contract';
import type { ActivateJobs, Engine } from '@iter/engine-runtime';
import { searchJobs } from '@iter/history';
import { refusalToWorkJobs, type Viewer } from '@iter/identity';
import { Controller, Inject } from '@nestjs/common';
import type { Response } from 'express';
import { valueOf } from '../engine/answers.ts';
import { callerOf } from '../engine/caller.ts';
import { toVariables } from '../engine/variables.ts';
import type { Call } from '../http/call.ts';
import { requireOwnTenant } from '../http/own-tenant.ts';
import { Readers } from '../http/readers.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { ENGINE } from '../tokens.ts';
import { activatedJob } from './activated-job.ts';
import { jobResultOf } from './job-result.ts';

/** How long a poll may wait, whatever the worker asks for; and how long it waits where the server decides. */
const longestPollMs = 60_000;
const usualPollMs = 10_000;

/** The interface of job workers. */
@Controller()
export class JobsController {
  constructor(
    private readonly readers: Readers,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Route(routes.searchJobs)
  search({ viewer, body = {} }: Call<typeof routes.searchJobs>): Promise<Found> {
    return searchJobs(this.readers.of(viewer), body);
  }

  @Route(routes.activateJobs)
  async activate({ viewer, body, response }: Call<typeof routes.activateJobs>): Promise<Activated> {
    requireMayWork(viewer);
    for (const tenantId of body.tenantIds ?? []) requireOwnTenant(viewer, tenantId);
    const command: ActivateJobs = {
      tenantIds: [viewer.tenantId],
      type: body.type,
      worker: body.worker ?? '',
      maxJobs: Math.min(body.maxJobsToActivate, 1_000),
      timeoutMs: body.timeout,
      fetchVariables: body.fetchVariable ?? [],
      requestTimeoutMs: pollMs(body.requestTimeout),
      signal: goneSignal(response),
    };
    const jobs = await this.engine.activateJobs(command);
    return { jobs: jobs.map(activatedJob) };
  }

  @Route(routes.completeJob)
  async complete({ viewer, params, body }: Call<typeof routes.completeJob>): Promise<undefined> {
    requireMayWork(viewer);
    const result = jobResultOf(body?.result);
    const variables = toVariables(body?.variables);
    const command = {
      ...callerOf(viewer),
      ...params,
      variables,
      ...(result === undefined ? {} : { result }),
    };
    valueOf(await this.engine.completeJob(command));
    return undefined;
  }

  @Route(routes.failJob)
  async fail({ viewer, params, body }: Call<typeof routes.failJob>): Promise<undefined> {
    requireMayWork(viewer);
    const failure = {
      retries: Math.max(0, body?.retries ?? 0),
      message: body?.errorMessage ?? '',
      backOffMs: body?.retryBackOff ?? 0,
      variables: toVariables(body?.variables),
    };
    valueOf(await this.engine.failJob({ ...callerOf(viewer), ...params, ...failure }));
    return undefined;
  }

  @Route(routes.updateJob)
  async update({ viewer, params, body }: Call<typeof routes.updateJob>): Promise<undefined> {
    requireMayWork(viewer);
    const { retries, timeout } = body.changeset;
    const changes = {
      ...(retries != null && { retries }),
      ...(timeout != null && { timeoutMs: timeout }),
    };
    valueOf(await this.engine.updateJob({ ...callerOf(viewer), ...params, ...changes }));
    return undefined;
  }

  @Route(routes.throwJobError)
  async throwError({ viewer, params, body }: Call<typeof routes.throwJobError>): Promise<undefined> {
    requireMayWork(viewer);
    const error = {
      errorCode: body.errorCode,
      message: body.errorMessage ?? '',
      variables: toVariables(body.variables),
    };
    valueOf(await this.engine.throwJobError({ ...callerOf(viewer), ...params, ...error }));
    return undefined;
  }
}

/** 0 or nothing lets the server decide; a negative time means: do not wait. */
function pollMs(asked: number | undefined): number {
  if (asked === undefined || asked === 0) return usualPollMs;
  return asked < 0 ? 0 : Math.min(asked, longestPollMs);
}

/** Aborted when the worker has gone, so that no job is given to nobody. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function requireMayWork(viewer: Viewer): void {
  const refusal = refusalToWorkJobs(viewer);
  if (refusal) throw new Refusal(refusal);
}

type Found = RouteResponse<typeof routes.searchJobs>;
type Activated = RouteResponse<typeof routes.activateJobs>;
