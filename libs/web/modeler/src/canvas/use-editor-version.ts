import { useEffect, useState } from 'react';
import type { Editor } from './editor.ts';

const EVENTS = [
  'commandStack.changed',
  'selection.changed',
  'canvas.viewbox.changed',
  'import.done',
  'root.set',
  'minimap.toggle',
  'grid.toggle',
];

/** Draws the component again whenever the open diagram, its view or the selection changed. */
export function useEditorVersion(editor: Editor | undefined): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (!editor) return undefined;
    const bus = editor.modeler.get('eventBus');
    const changed = () => setVersion((before) => before + 1);
    bus.on(EVENTS, changed);
    changed();
    return () => bus.off(EVENTS, changed);
  }, [editor]);
  return version;
}
