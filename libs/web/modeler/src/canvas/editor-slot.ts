import type { Editor } from './editor.ts';

/** Where callbacks that outlive a drawing of the page find the diagram that is open. */
export interface EditorSlot {
  get(): Editor | undefined;
  set(editor: Editor | undefined): void;
}

export function createEditorSlot(): EditorSlot {
  let open: Editor | undefined;
  return {
    get: () => open,
    set: (editor) => {
      open = editor;
    },
  };
}
