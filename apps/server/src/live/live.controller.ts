import { routes } from '@iter/contract';
import { Controller } from '@nestjs/common';
import type { Call } from '../http/call.ts';
import { Route } from '../http/route.decorator.ts';
import { LiveStreams } from './live-streams.ts';

@Controller()
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Never resolves: the stream itself is the answer, and ends with the connection. */
  @Route(routes.live)
  open({ viewer, request, response }: Call<typeof routes.live>): Promise<never> {
    this.streams.open(viewer.tenantId, request, response);
    return new Promise(() => undefined);
  }
}
