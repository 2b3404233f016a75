import type { Binding, Command, CommandOf, Effect, Values } from '@iter/engine-core';
import type { InstanceFacts } from '../ports/instance-store.ts';

/** What an outbox row asks for. Rows that claims of messages and signals make are written in SQL in this shape. */
export type Payload =
  | { readonly do: 'command'; readonly command: Command }
  | {
      readonly do: 'call';
      readonly processId: string;
      readonly binding: Binding;
      readonly command: CommandOf<'start-instance'>;
      readonly caller: CallerFacts;
    }
  | {
      readonly do: 'publish';
      readonly name: string;
      readonly correlationKey: string;
      readonly messageId?: string;
      readonly timeToLive?: number;
      readonly variables: Values;
    }
  | {
      readonly do: 'broadcast';
      readonly name: string;
      readonly variables: Values;
      readonly exceptInstance: number;
    }
  | {
      readonly do: 'deliver';
      readonly wait: string;
      readonly messageKey: string;
      readonly processId: string;
      readonly variables: Values;
    }
  | {
      readonly do: 'start';
      readonly definitionKey: string;
      readonly elementId: string;
      /** Position of the trigger on the event; null: all of a parallel multiple one have come (INS-12). */
      readonly definition: number | null;
      readonly processId: string;
      /** Present where a message started it. */
      readonly messageKey: string | null;
      readonly startedByKey: string | null;
      readonly variables: Values;
    }
  | { readonly do: 'signal'; readonly name: string; readonly variables: Values };

/** What a called instance has from its caller. */
export type CallerFacts = Pick<
  InstanceFacts,
  'instance' | 'rootInstance' | 'month' | 'businessId' | 'tags'
> & {
  readonly definitionKey: string;
};

export function payloadOf(effect: Effect, facts: InstanceFacts, definitionKey: string): Payload {
  switch (effect.to) {
    case 'instance':
      return { do: 'command', command: effect.command };
    case 'new-instance': {
      const { instance, rootInstance, month, businessId, tags } = facts;
      const { processId, binding, command } = effect;
      const caller = { instance, rootInstance, month, businessId, tags, definitionKey };
      return { do: 'call', processId, binding, command, caller };
    }
    case 'message-bus': {
      const { to: _to, ...message } = effect;
      return { do: 'publish', ...message };
    }
    case 'signal-bus':
      return {
        do: 'broadcast',
        name: effect.name,
        variables: effect.variables,
        exceptInstance: facts.instance,
      };
  }
}

/** The instance whose turn does the effect, 0 where the router has to look for it. */
export function targetOf(effect: Effect): number {
  return effect.to === 'instance' || effect.to === 'new-instance' ? effect.instance : 0;
}
