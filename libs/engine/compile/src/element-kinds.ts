import { isElementKind, type ElementKind } from '@iter/engine-core';
import { elementsAt, type Source } from './diagram-reader.ts';

/** The kind of an element of the diagram; nothing for what the engine does not run. */
export function kindOf(source: Source): ElementKind | undefined {
  if (source.$type === 'bpmn:SubProcess' && source.get('triggeredByEvent') === true)
    return 'event-sub-process';
  if (globalTask(source)) return 'sub-process';
  const name = source.$type
    .replace(/^bpmn:(Global(?!Task))?/, '')
    .replace('GlobalTask', 'Task')
    .replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
  return isElementKind(name) ? name : undefined;
}

/** The global task of the file that a call activity calls: it runs inside the call like a local one (CALL-9, TSK-11). */
export function globalTask(source: Source): readonly Source[] | undefined {
  if (source.$type !== 'bpmn:CallActivity') return undefined;
  let root = source;
  while (root.$parent) root = root.$parent;
  const called = source.get('calledElement');
  const found = elementsAt(root, 'rootElements').find(
    ({ id, $type }) => id === called && $type.startsWith('bpmn:Global'),
  );
  return found && [found];
}
