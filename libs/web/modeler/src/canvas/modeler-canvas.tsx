import { useEffect, useRef } from 'react';
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
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const container = host.current!;
    const { processId, xml, label, panel, settings } = latest.current;
    let gone = false;
    const modeler = createModeler({ container, panel, translate: settings.translate, settings });
    nameDrawing(container, label);
    const stopLocalizing = localizePanel(panel.parentElement ?? panel, settings.dictionary);
    const opened = async () => {
      await draw(modeler, xml);
      if (!gone) latest.current.onOpened(createEditor(modeler, processId));
    };
    opened().catch((error: unknown) => {
      if (!gone) latest.current.onFailed(error);
    });
    const observer = new ResizeObserver(() => modeler.get('canvas').resized());
    observer.observe(container);
    return () => {
      gone = true;
      observer.disconnect();
      latest.current.onClosed();
      stopLocalizing();
      modeler.destroy();
    };
  }, []);

  return <div className="iter-modeler-canvas" ref={host} />;
}

function nameDrawing(container: HTMLElement, label: string): void {
  const drawing = container.querySelector('.djs-container > svg');
  drawing?.setAttribute('aria-label', label);
  drawing?.setAttribute('role', 'application');
}
