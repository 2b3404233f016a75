import { EmptyState, useTexts } from '@iter/web-kit';
import type { Editor } from './editor.ts';
import { outlineOf } from './outline.ts';
import type { Translate } from './translate.ts';
import { useEditorVersion } from './use-editor-version.ts';

/** The twin of the drawing: every element as a button that selects it, for keyboards and screen readers. */
export function ElementOutline({
  editor,
  translate,
  onReveal,
}: {
  editor: Editor;
  translate: Translate;
  onReveal: (elementId: string) => void;
}) {
  const t = useTexts('modeler');
  useEditorVersion(editor);
  const items = outlineOf(editor.modeler.get('elementRegistry').filter(() => true));
  const selected = editor.modeler.get('selection').get()[0]?.id;
  if (items.length === 0) return <EmptyState title={t('outline.empty')} />;
  return (
    <ul className="iter-modeler-outline" aria-label={t('outline.label')}>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            className="iter-modeler-outline-item"
            aria-pressed={item.id === selected}
            onClick={() => onReveal(item.id)}
          >
            <span className="iter-modeler-outline-name">{item.name}</span>
            <span className="iter-muted">
              {translate(item.type)}
              {item.lane && ` · ${item.lane}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
