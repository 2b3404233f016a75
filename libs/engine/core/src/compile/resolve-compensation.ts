import type { Drafts } from './draft.ts';
import { asElements } from './event-definitions.ts';
import type { ElementSource } from './sources.ts';

/** Ties an activity to its handler: by the association from its compensation boundary event (CMP-1). */
export function resolveCompensation({ nodes, sources }: Drafts): void {
  for (const source of sources.values())
    for (const artifact of asElements(source.get('artifacts'))) {
      if (artifact.$type !== 'bpmn:Association') continue;
      const ends = ['sourceRef', 'targetRef'].map((end) =>
        nodes.get((artifact.get(end) as ElementSource | undefined)?.id ?? ''),
      );
      const event = ends.find((node) => node?.kind === 'boundary-event');
      const handler = ends.find((node) => node?.forCompensation);
      const host = event && (sources.get(event)?.get('attachedToRef') as ElementSource | undefined);
      const activity = nodes.get(host?.id ?? '');
      if (activity && handler) activity.compensation = handler;
    }
}
