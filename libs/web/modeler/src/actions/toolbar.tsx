import { IconButton, useTexts } from '@iter/web-kit';
import type { ReactNode } from 'react';
import { showAll, type Editor } from '../canvas/editor.ts';
import { useEditorVersion } from '../canvas/use-editor-version.ts';
import { ToolIcon, type ToolIconName } from './tool-icon.tsx';

interface ToolProps {
  icon: ToolIconName;
  label: string;
  shortcut?: string;
  disabled?: boolean;
  pressed?: boolean;
  onPress: () => void;
}

function Tool({ icon, label, shortcut, disabled, pressed, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="iter-icon-button iter-modeler-tool"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      aria-disabled={disabled || undefined}
      aria-pressed={pressed}
      title={label}
      onClick={() => !disabled && onPress()}
    >
      <ToolIcon name={icon} />
    </button>
  );
}

/** Undo, view and search: what acts on the drawing itself. Its place is kept while the diagram is opened. */
export function Toolbar({ editor, children }: { editor: Editor | undefined; children?: ReactNode }) {
  const t = useTexts('modeler');
  return (
    <div className="iter-modeler-toolbar" role="toolbar" aria-label={t('toolbar.label')}>
      {editor && <Tools editor={editor} />}
      {children}
    </div>
  );
}

function Tools({ editor }: { editor: Editor }) {
  const t = useTexts('modeler');
  useEditorVersion(editor);
  const { modeler } = editor;
  const stack = modeler.get('commandStack');
  const canvas = modeler.get('canvas');
  const minimap = modeler.get('minimap');
  const grid = modeler.get('grid');
  return (
    <>
      <Tool
        icon="undo"
        label={t('toolbar.undo')}
        shortcut="Control+Z"
        disabled={!stack.canUndo()}
        onPress={() => stack.undo()}
      />
      <Tool
        icon="redo"
        label={t('toolbar.redo')}
        shortcut="Control+Y"
        disabled={!stack.canRedo()}
        onPress={() => stack.redo()}
      />
      <span className="iter-modeler-tool-gap" />
      <IconButton
        icon="zoom-out"
        label={t('toolbar.zoomOut')}
        onClick={() => modeler.get('zoomScroll').stepZoom(-1)}
      />
      <output className="iter-modeler-zoom" aria-label={t('toolbar.zoom')}>
        {Math.round(canvas.zoom() * 100)}%
      </output>
      <IconButton
        icon="zoom-in"
        label={t('toolbar.zoomIn')}
        onClick={() => modeler.get('zoomScroll').stepZoom(1)}
      />
      <IconButton icon="maximize" label={t('toolbar.fit')} onClick={() => showAll(modeler)} />
      <span className="iter-modeler-tool-gap" />
      <IconButton
        icon="search"
        label={t('toolbar.search')}
        onClick={() => modeler.get('searchPad').toggle()}
      />
      <Tool
        icon="map"
        label={t('toolbar.minimap')}
        pressed={minimap.isOpen()}
        onPress={() => minimap.toggle()}
      />
      <Tool
        icon="grid"
        label={t('toolbar.grid')}
        pressed={grid.isVisible()}
        onPress={() => {
          grid.toggle();
          modeler.get('eventBus').fire('grid.toggle');
        }}
      />
    </>
  );
}
