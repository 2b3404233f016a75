import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';

/** How a node is shown. Each has a twin in the list of steps. */
export type DiagramMark = 'here' | 'done' | 'late' | 'incident' | 'selected';

export interface DiagramOverlay {
  elementId: string;
  /** Words or a count; drawn on a small plate. */
  text: string;
  tone: 'here' | 'running' | 'late' | 'incident' | 'done';
  /** Where on the shape. */
  at?: 'top' | 'bottom' | 'bottom-right';
}

export interface DiagramDecoration {
  marks: Readonly<Record<string, readonly DiagramMark[]>>;
  /** Sequence flows that have been taken. */
  travelled: readonly string[];
  overlays: readonly DiagramOverlay[];
}

/** A drawn diagram. After `destroy` nothing else may be called. */
export interface DiagramCanvas {
  draw(xml: string): Promise<void>;
  decorate(decoration: DiagramDecoration): void;
  /** The height at which the whole drawing shows in this width, or can be read at least, in pixels. */
  idealHeight(width: number): number;
  /** Shows everything, however small. */
  fitAll(): void;
  /** Shows everything if it can be read then, else the neighborhood of an element, or where the drawing begins. */
  fitReadable(around: string | undefined): void;
  /** Whether the whole element is in sight. */
  isInSight(elementId: string): boolean;
  zoomBy(factor: number): void;
  destroy(): void;
}

interface Shape {
  id: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  waypoints?: unknown;
  di: { set(name: string, value: unknown): void };
}

interface Services {
  canvas: {
    zoom(level?: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }): number;
    viewbox(box?: { x: number; y: number; width: number; height: number }): {
      x: number;
      y: number;
      width: number;
      height: number;
      inner: { x: number; y: number; width: number; height: number };
      outer: { width: number; height: number };
      scale: number;
    };
    addMarker(id: string, marker: string): void;
    removeMarker(id: string, marker: string): void;
    resized(): void;
  };
  elementRegistry: { get(id: string): Shape | undefined; getGraphics(id: string): SVGElement };
  graphicsFactory: { update(type: 'connection', element: Shape, graphics: SVGElement): void };
  overlays: {
    add(
      elementId: string,
      type: string,
      overlay: {
        position: Record<string, number>;
        html: HTMLElement;
        show: { minZoom: number };
        scale: boolean;
      },
    ): string;
    remove(filter: { type: string }): void;
  };
  eventBus: { on(event: string, listener: (event: { element: Shape }) => void): void };
}

/** Below this scale the names of the steps cannot be read. */
const LEGIBLE = 0.5;
/** The scale taken when the whole would be smaller than that. */
const READABLE = 0.6;
const PADDING = 24;
/** Pixels at the foot for the mark of bpmn.io, so that it covers nothing and nothing covers it. */
const MARK = 32;
const OVERLAY_TYPE = 'iter';
const TRAVELLED_COLOR = '#00743f';

const POSITION: Record<NonNullable<DiagramOverlay['at']>, Record<string, number>> = {
  top: { top: 2, left: 0 },
  bottom: { bottom: 12, left: 4 },
  'bottom-right': { bottom: 12, right: 28 },
};

/** Draws diagrams into `container`. Loaded on demand: it brings bpmn-js. */
export function openDiagramCanvas(
  container: HTMLElement,
  options: { label: string; wheel: boolean; onSelect?: (elementId: string) => void },
): DiagramCanvas {
  const viewer = new NavigatedViewer<Services>({
    container,
    // The wheel belongs to the page, unless the diagram is the page.
    ...({ zoomScroll: { enabled: options.wheel } } as object),
  });
  const service = <Name extends keyof Services>(name: Name): Services[Name] => viewer.get(name);
  nameDrawing(container, options.label);
  if (options.onSelect) {
    const { onSelect } = options;
    service('eventBus').on('element.click', ({ element }) => onSelect(element.id));
  }

  let drawn: { marks: [string, string][]; travelled: readonly string[] } = { marks: [], travelled: [] };
  const exists = (id: string): boolean => service('elementRegistry').get(id) !== undefined;

  function decorateFlow(id: string, color: string | undefined): void {
    const flow = service('elementRegistry').get(id);
    if (!flow?.waypoints) return;
    flow.di.set('color:border-color', color);
    service('graphicsFactory').update('connection', flow, service('elementRegistry').getGraphics(id));
  }

  function measure() {
    const canvas = service('canvas');
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    const whole = Math.min(
      1,
      outer.width / (inner.width + 2 * PADDING),
      (outer.height - MARK) / (inner.height + 2 * PADDING),
    );
    return { inner, outer, whole };
  }

  function show(center: { x: number; y: number }, scale: number): void {
    const { inner, outer } = measure();
    if (outer.width === 0) return;
    const across = visible(center.x, outer.width / scale, inner.x, inner.width, PADDING);
    const down = visible(center.y, outer.height / scale, inner.y, inner.height + MARK / scale, PADDING);
    service('canvas').viewbox({ x: across.from, y: down.from, width: across.length, height: down.length });
  }

  return {
    async draw(xml) {
      await viewer.importXML(xml);
      drawn = { marks: [], travelled: [] };
    },
    decorate({ marks, travelled, overlays }) {
      const canvas = service('canvas');
      for (const [id, marker] of drawn.marks) if (exists(id)) canvas.removeMarker(id, marker);
      for (const id of drawn.travelled) if (!travelled.includes(id)) decorateFlow(id, undefined);
      drawn = {
        marks: Object.entries(marks)
          .filter(([id]) => exists(id))
          .flatMap(([id, names]) => names.map((name): [string, string] => [id, `iter-mark-${name}`])),
        travelled,
      };
      for (const [id, marker] of drawn.marks) canvas.addMarker(id, marker);
      for (const id of travelled) decorateFlow(id, TRAVELLED_COLOR);
      service('overlays').remove({ type: OVERLAY_TYPE });
      for (const overlay of overlays) {
        if (!exists(overlay.elementId)) continue;
        service('overlays').add(overlay.elementId, OVERLAY_TYPE, {
          position: POSITION[overlay.at ?? 'top'],
          html: plate(overlay),
          show: { minZoom: 0 },
          scale: false,
        });
      }
    },
    idealHeight(width) {
      const { inner } = service('canvas').viewbox();
      const whole = Math.min(1, width / (inner.width + 2 * PADDING));
      return Math.round((inner.height + 2 * PADDING) * (whole >= LEGIBLE ? whole : READABLE) + MARK);
    },
    fitAll() {
      const { inner, whole } = measure();
      show({ x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 }, whole);
    },
    fitReadable(around) {
      const { inner, whole } = measure();
      const target = around === undefined ? undefined : service('elementRegistry').get(around);
      if (whole >= LEGIBLE) show({ x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 }, whole);
      else if (target?.width === undefined) show({ x: inner.x, y: inner.y }, READABLE);
      else show({ x: target.x! + target.width / 2, y: target.y! + target.height! / 2 }, READABLE);
    },
    isInSight(elementId) {
      const shape = service('elementRegistry').get(elementId);
      if (shape?.width === undefined) return false;
      const { x, y, width, height } = service('canvas').viewbox();
      return (
        shape.x! >= x &&
        shape.y! >= y &&
        shape.x! + shape.width <= x + width &&
        shape.y! + shape.height! <= y + height
      );
    },
    zoomBy(factor) {
      const canvas = service('canvas');
      canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)), 'auto');
    },
    destroy() {
      viewer.destroy();
    },
  };
}

/** The part of one axis to show: around `center`, but no emptier than the drawing makes it. */
function visible(
  center: number,
  length: number,
  start: number,
  size: number,
  padding: number,
): { from: number; length: number } {
  const first = start - padding;
  const last = start + size + padding - length;
  const from = last <= first ? (first + last) / 2 : Math.min(last, Math.max(first, center - length / 2));
  return { from, length };
}

/** The drawing is an image with a name; what it says is in the list of steps. */
function nameDrawing(container: HTMLElement, label: string): void {
  const svg = container.querySelector('.djs-container > svg');
  svg?.setAttribute('role', 'img');
  svg?.setAttribute('aria-label', label);
}

function plate({ text, tone, at = 'top' }: DiagramOverlay): HTMLElement {
  const element = document.createElement('div');
  element.className = `iter-plate iter-plate-${tone} iter-plate-${at}`;
  element.textContent = text;
  return element;
}
