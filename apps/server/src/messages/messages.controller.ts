import { routes, type RouteResponse } from '@iter/contract';
import type { Engine } from '@iter/engine-runtime';
import { refusalToPublish, type Viewer } from '@iter/identity';
import { Controller, Inject } from '@nestjs/common';
import { valueOf } from '../engine/answers.ts';
import { callerOf } from '../engine/caller.ts';
import { toVariables } from '../engine/variables.ts';
import type { Call } from '../http/call.ts';
import { requireOwnTenant } from '../http/own-tenant.ts';
import { Refusal } from '../http/refusal.ts';
import { Route } from '../http/route.decorator.ts';
import { ENGINE } from '../tokens.ts';

/** What arrives from outside: messages, signals, and the question whether a condition holds. */
@Controller()
export class MessagesController {
  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  @Route(routes.publishMessage)
  async publish({ viewer, body }: Call<typeof routes.publishMessage>): Promise<Published> {
    requireMayPublish(viewer, body.tenantId);
    const { name, correlationKey, timeToLive, messageId } = body;
    const id = messageId === undefined ? {} : { messageId };
    const message = { name, correlationKey, timeToLive, ...id, variables: toVariables(body.variables) };
    const { messageKey } = valueOf(await this.engine.publishMessage({ ...callerOf(viewer), ...message }));
    return { tenantId: viewer.tenantId, messageKey };
  }

  @Route(routes.correlateMessage)
  async correlate({ viewer, body }: Call<typeof routes.correlateMessage>): Promise<Correlated> {
    requireMayPublish(viewer, body.tenantId);
    const { name, correlationKey } = body;
    const message = { name, correlationKey, variables: toVariables(body.variables) };
    const correlated = valueOf(await this.engine.correlateMessage({ ...callerOf(viewer), ...message }));
    return { tenantId: viewer.tenantId, ...correlated };
  }

  @Route(routes.broadcastSignal)
  async broadcast({ viewer, body }: Call<typeof routes.broadcastSignal>): Promise<Broadcast> {
    requireMayPublish(viewer, body.tenantId);
    const signal = { name: body.signalName, variables: toVariables(body.variables) };
    const { signalKey } = valueOf(await this.engine.broadcastSignal({ ...callerOf(viewer), ...signal }));
    return { tenantId: viewer.tenantId, signalKey };
  }

  @Route(routes.evaluateConditionals)
  async evaluate({ viewer, body }: Call<typeof routes.evaluateConditionals>): Promise<Evaluated> {
    requireMayPublish(viewer, body.tenantId);
    const { processDefinitionKey } = body;
    const only = processDefinitionKey === undefined ? {} : { processDefinitionKey };
    const command = { ...callerOf(viewer), ...only, variables: toVariables(body.variables) };
    const { conditionalEvaluationKey, instances } = valueOf(await this.engine.evaluateConditionals(command));
    return { conditionalEvaluationKey, tenantId: viewer.tenantId, processInstances: [...instances] };
  }
}

function requireMayPublish(viewer: Viewer, tenantId: string | undefined): void {
  requireOwnTenant(viewer, tenantId);
  const refusal = refusalToPublish(viewer);
  if (refusal) throw new Refusal(refusal);
}

type Published = RouteResponse<typeof routes.publishMessage>;
type Correlated = RouteResponse<typeof routes.correlateMessage>;
type Broadcast = RouteResponse<typeof routes.broadcastSignal>;
type Evaluated = RouteResponse<typeof routes.evaluateConditionals>;
