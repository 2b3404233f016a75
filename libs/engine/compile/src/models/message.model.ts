import type { PublicationModel, TriggerSpec } from '@iter/engine-core';
import { extension, propertiesOf, type DiagramReader, type Source } from '../diagram-reader.ts';

/** One hour, unless property `message.timeToLive` says otherwise. */
const TIME_TO_LIVE = 3_600_000;

/** A message the engine publishes: its name, the key from its `correlationKey` or the empty key (MSG-10). */
export function publicationModel(
  message: Source | undefined,
  sender: Source,
  reader: DiagramReader,
): PublicationModel {
  const told = propertiesOf(sender).find(({ name }) => name === 'message.timeToLive')?.value;
  const timeToLive = Number(told ?? NaN);
  return {
    ...messageOf(message, sender, reader),
    timeToLive: Number.isFinite(timeToLive) ? timeToLive : TIME_TO_LIVE,
  };
}

/** A message to wait for: by its name and the key of its subscription (MSG-1). */
export function messageTrigger(
  message: Source | undefined,
  catcher: Source,
  reader: DiagramReader,
): TriggerSpec {
  return { on: 'message', ...messageOf(message, catcher, reader) };
}

function messageOf(
  message: Source | undefined,
  event: Source,
  reader: DiagramReader,
): Pick<PublicationModel, 'name' | 'correlationKey'> {
  const subscription = message && extension(message, 'zeebe:Subscription');
  return {
    name: reader.text(event, message?.get('name')) ?? { fixed: '' },
    correlationKey: reader.feel(event, subscription?.get('correlationKey')),
  };
}
