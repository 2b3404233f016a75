import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { IconButton } from '../controls/button.tsx';
import { Callout } from '../controls/callout.tsx';
import { classNames } from '../controls/class-names.ts';
import { Skeleton } from '../controls/skeleton.tsx';
import { useTexts } from '../text/texts.ts';
import type { DiagramCanvas, DiagramMark, DiagramOverlay } from './diagram-canvas.ts';

export interface DiagramViewerProps {
  xml: string;
  /** Accessible name: "Diagramma di Piano anticorruzione". */
  label: string;
  /** Marks by element id. Ids that the diagram lacks are passed over. */
  marks?: Readonly<Record<string, readonly DiagramMark[]>>;
  /** Ids of the sequence flows taken. */
  travelled?: readonly string[];
  overlays?: readonly DiagramOverlay[];
  /** The element that the view keeps in sight when all would be too small to read. */
  focusOn?: string | undefined;
  onSelect?: (elementId: string) => void;
  /** The diagram is the page: fills its container and takes the mouse wheel. */
  fill?: boolean;
}

const NONE: readonly never[] = [];
const NO_MARKS = {};
const LOWEST = 220;
const HIGHEST = 560;

/**
 * A BPMN diagram to look at: bpmn-js, loaded on demand, destroyed on unmount. Decorations change without drawing
 * anew. Every diagram has a `StepList` beside it that says the same in words.
 */
export function DiagramViewer(props: DiagramViewerProps) {
  const { xml, label, marks = NO_MARKS, travelled = NONE, overlays = NONE, focusOn, onSelect, fill } = props;
  const t = useTexts('kit');
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<DiagramCanvas>(undefined);
  // What the drawing is to show when it is there, and later when its size changes.
  const latest = useEffectEvent(() => ({ onSelect, focusOn, marks, travelled, overlays }));
  const [drawn, setDrawn] = useState<{ xml: string; failed: boolean }>();
  const state = drawn?.xml !== xml ? 'loading' : drawn.failed ? 'failed' : 'ready';

  useEffect(() => {
    const element = host.current!;
    let alive = true;
    let opened: DiagramCanvas | undefined;
    void (async () => {
      try {
        const { openDiagramCanvas } = await import('./diagram-canvas.ts');
        if (!alive) return;
        opened = openDiagramCanvas(element, {
          label,
          wheel: fill ?? false,
          onSelect: (id) => latest().onSelect?.(id),
        });
        await opened.draw(xml);
        if (!alive) return;
        canvas.current = opened;
        if (!fill) {
          const height = opened.idealHeight(element.clientWidth);
          element.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, height))}px`;
        }
        opened.fitReadable(latest().focusOn);
        opened.decorate(latest());
        setDrawn({ xml, failed: false });
      } catch {
        if (alive) setDrawn({ xml, failed: true });
      }
    })();
    return () => {
      alive = false;
      canvas.current = undefined;
      opened?.destroy();
    };
  }, [xml, label, fill]);

  useEffect(() => {
    canvas.current?.decorate({ marks, travelled, overlays });
  }, [marks, travelled, overlays]);

  useEffect(() => {
    if (focusOn !== undefined && canvas.current && !canvas.current.isInSight(focusOn))
      canvas.current.fitReadable(focusOn);
  }, [focusOn]);

  useEffect(() => {
    const element = host.current!;
    let size = '';
    const observer = new ResizeObserver(() => {
      const now = `${element.clientWidth} ${element.clientHeight}`;
      if (now === size) return;
      size = now;
      canvas.current?.fitReadable(latest().focusOn);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={frame}
      className={classNames('iter-diagram', fill && 'iter-diagram-fill')}
      role="group"
      aria-label={label}
    >
      <div ref={host} className="iter-diagram-canvas" hidden={state === 'failed'} />
      {state === 'loading' && (
        <div className="iter-diagram-waiting">
          <Skeleton height={LOWEST} />
        </div>
      )}
      {state === 'failed' && <Callout kind="warning">{t('diagram.failed')}</Callout>}
      {state === 'ready' && (
        <div className="iter-diagram-tools" role="toolbar" aria-label={t('diagram.tools')}>
          <IconButton icon="plus" label={t('diagram.zoomIn')} onClick={() => canvas.current?.zoomBy(1.25)} />
          <IconButton icon="minus" label={t('diagram.zoomOut')} onClick={() => canvas.current?.zoomBy(0.8)} />
          <IconButton icon="maximize" label={t('diagram.fit')} onClick={() => canvas.current?.fitAll()} />
          {focusOn !== undefined && (
            <IconButton
              icon="map-marker"
              label={t('diagram.here')}
              onClick={() => canvas.current?.fitReadable(focusOn)}
            />
          )}
          {document.fullscreenEnabled && (
            <IconButton
              icon="fullscreen"
              label={t('diagram.fullscreen')}
              onClick={() => void toggleFullscreen(frame.current)}
            />
          )}
        </div>
      )}
    </div>
  );
}

async function toggleFullscreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await element?.requestFullscreen();
}
