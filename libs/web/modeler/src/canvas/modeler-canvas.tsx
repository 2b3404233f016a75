import { useEffect, useEffectEvent, useRef } from 'react';
import type { PanelSettings } from '../panel/panel-settings.ts';
import { createModeler } from './create-modeler.ts';
import { createEditor, draw, type Editor } from './editor.ts';
import { localizePanel } from './localize-panel.ts';

export interface ModelerCanvasProps {
  processId: string;
  /** The diagram that is opened. Another one needs another `key`. */
  xml: string;
  /** Accessible name of the drawing. */
  label: string;
  panel: HTMLElement;
  settings: PanelSettings;
  onOpened: (editor: Editor) => void;
  onClosed: () => void;
  onFailed: (error: unknown) => void;
}

/** The drawing area. The modeler lives exactly as long as this component. */
export function ModelerCanvas(props: ModelerCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  // What it begins with counts; later changes of the properties do not make the drawing anew.
  const begin = useEffectEvent((container: HTMLElement) => openModeler(container, props));
  useEffect(() => (host.current ? begin(host.current) : undefined), []);
  return <div className="iter-modeler-canvas" ref={host} />;
}

/** Opens the diagram in `container`; the returned function closes it. */
function openModeler(container: HTMLElement, props: ModelerCanvasProps): () => void {
  const { processId, xml, label, panel, settings, onOpened, onClosed, onFailed } = props;
  let gone = false;
  const modeler = createModeler({ container, panel, translate: settings.translate, settings });
  nameDrawing(container, label);
  const stopLocalizing = localizePanel(panel.parentElement ?? panel, settings.dictionary);
  const opened = async () => {
    await draw(modeler, xml);
    if (!gone) onOpened(createEditor(modeler, processId));
  };
  opened().catch((error: unknown) => {
    if (!gone) onFailed(error);
  });
  const observer = new ResizeObserver(() => modeler.get('canvas').resized());
  observer.observe(container);
  return () => {
    gone = true;
    observer.disconnect();
    onClosed();
    stopLocalizing();
    modeler.destroy();
  };
}

function nameDrawing(container: HTMLElement, label: string): void {
  const drawing = container.querySelector('.djs-container > svg');
  drawing?.setAttribute('aria-label', label);
  drawing?.setAttribute('role', 'application');
}
