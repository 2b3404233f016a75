import type { LiveMessage } from '@iter/contract';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';

interface Stream {
  readonly tenantId: string;
  readonly response: Response;
}

/** A line at least this often: proxies close what is silent, and a gone reader is noticed. */
const heartbeatMs = 20_000;

/** How long a browser waits before it connects again. */
const retryMs = 2_000;

/**
 * The open event streams. Events carry a number; a reader that comes back with the number of the last one it
 * saw gets `all` where it missed any, because what changed meanwhile is not kept.
 */
@Injectable()
export class LiveStreams {
  private readonly streams = new Set<Stream>();
  private readonly epoch = Date.now().toString(36);
  private sequence = 0;

  open(tenantId: string, request: Request, response: Response): void {
    const stream: Stream = { tenantId, response };
    response.status(200).set({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.flushHeaders();
    response.write(`retry: ${retryMs}\n`);
    const missed = isBehind(request.get('last-event-id'), this.eventId());
    response.write(missed ? this.event({ topics: ['all'] }) : `id: ${this.eventId()}\n\n`);
    const heartbeat = setInterval(() => response.write(': here\n\n'), heartbeatMs);
    this.streams.add(stream);
    response.on('close', () => {
      clearInterval(heartbeat);
      this.streams.delete(stream);
    });
  }

  /** Tells the readers of a tenant what changed. */
  tell(tenantId: string, topics: readonly string[]): void {
    if (topics.length === 0) return;
    this.sequence += 1;
    const event = this.event({ topics: [...topics] });
    for (const stream of this.streams) if (stream.tenantId === tenantId) stream.response.write(event);
  }

  /** Tells every reader to look at everything again. */
  tellAll(): void {
    this.sequence += 1;
    const event = this.event({ topics: ['all'] });
    for (const stream of this.streams) stream.response.write(event);
  }

  /** Ends all streams, so that the server can close. */
  closeAll(): void {
    for (const { response } of this.streams) response.end();
    this.streams.clear();
  }

  private event(message: LiveMessage): string {
    return `id: ${this.eventId()}\ndata: ${JSON.stringify(message)}\n\n`;
  }

  private eventId(): string {
    return `${this.epoch}-${this.sequence}`;
  }
}

function isBehind(seen: string | undefined, now: string): boolean {
  return seen !== undefined && seen !== now;
}
