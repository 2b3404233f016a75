import type { ModdleElement } from '@iter/bpmn';
import type { Binding } from '../graph/process-graph.ts';

/** `bindingType` and `versionTag` of an extension element; `latest` where nothing is said. */
export function readBinding(extension: ModdleElement): Binding {
  const type = extension.get('bindingType');
  const versionTag = extension.get('versionTag');
  if (type === 'versionTag' && typeof versionTag === 'string') return { type, versionTag };
  return { type: type === 'deployment' ? 'deployment' : 'latest' };
}
