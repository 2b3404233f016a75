import type { Answer, CreatedInstance, DebugPoint } from '@iter/engine-runtime';

/** What the test asks of the node that it is going to kill. */
export type Request =
  | { readonly do: 'start'; readonly processId: string; readonly businessId: string }
  | { readonly do: 'complete'; readonly userTaskKey: string }
  | { readonly do: 'publish'; readonly name: string; readonly correlationKey: string };
export interface NumberedRequest {
  readonly id: number;
  readonly request: Request;
}
export type Reply = Answer<CreatedInstance | { readonly messageKey: string } | void>;
export type FromNode = { readonly ready: true } | { readonly id: number; readonly reply: Reply };

/** Where the node kills itself: at the n-th time that a point is reached. */
export interface Deathtrap {
  readonly point: DebugPoint;
  readonly time: number;
}
