import { elementAt, elementsAt } from './diagram-reader.ts';
import { nodeOf, type Drafts } from './draft.ts';

/** Ties an activity to its handler: by the association from its compensation boundary event (CMP-1). */
export function resolveCompensation({ nodes, sources }: Drafts): void {
  for (const source of sources.values())
    for (const artifact of elementsAt(source, 'artifacts')) {
      if (artifact.$type !== 'bpmn:Association') continue;
      const ends = ['sourceRef', 'targetRef'].map((end) => nodes.get(elementAt(artifact, end)?.id ?? ''));
      const event = ends.find((node) => node?.kind === 'boundary-event');
      const handler = ends.find((node) => node?.forCompensation);
      const host = event && elementAt(sources.get(event), 'attachedToRef');
      const activity = nodes.get(host?.id ?? '');
      if (activity && handler) activity.compensation = nodeOf(handler);
    }
}
