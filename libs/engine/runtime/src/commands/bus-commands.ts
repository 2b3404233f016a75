import { encodeKey } from '@iter/engine-core';
import type { Admission } from '../admission.ts';
import { rejected } from '../answers.ts';
import type { Engine } from '../engine.ts';
import type { MessageRouter } from '../messages/message-router.ts';
import type { Numbers } from '../numbers.ts';

type BusCommands = Pick<Engine, 'publishMessage' | 'correlateMessage' | 'broadcastSignal'>;

/** Messages and signals from outside. */
export function busCommands(
  admission: Admission,
  { messages, numbers }: { readonly messages: MessageRouter; readonly numbers: Numbers },
): BusCommands {
  return {
    publishMessage: (command) =>
      admission.admit(async () => {
        const { name, messageId = null } = command;
        const messageKey = await messages.publish({ ...command, messageId });
        if (messageKey !== undefined) return { ok: true, value: { messageKey } };
        const message = `Expected message id '${messageId}' to be new for '${name}', but it is buffered`;
        return rejected({ code: 'ALREADY_EXISTS', message });
      }),
    correlateMessage: (command) =>
      admission.admit(async () => {
        const found = await messages.correlate(command);
        if (!found) {
          const { name, correlationKey } = command;
          const message = `Expected something to wait for message '${name}' with key '${correlationKey}', but nothing does`;
          return rejected({ code: 'NOT_FOUND', message });
        }
        const processInstanceKey = encodeKey({ instance: found.instance, local: 0 });
        return { ok: true, value: { messageKey: found.messageKey, processInstanceKey } };
      }),
    broadcastSignal: (command) =>
      admission.admit(async () => {
        const signalKey = await numbers.key();
        await messages.broadcast(command);
        return { ok: true, value: { signalKey } };
      }),
  };
}
