import { parseBpmn } from '@iter/bpmn';
import { readIdentity, takeIdentity } from './procedure-identity.ts';
import type { Box, CanvasElement, DiagramModeler, ModelNode } from './services.ts';

/** What the page does with the diagram that is open. */
export interface Editor {
  modeler: DiagramModeler;
  xml(): Promise<string>;
  svg(): Promise<string>;
  /** Puts another diagram in the place of the open one; it becomes the diagram of the same procedure. */
  replace(xml: string): Promise<void>;
  /** Shows an element and selects it; `false` where the diagram has none of that id. */
  reveal(elementId: string): boolean;
}

/** A diagram could not be drawn: it is no BPMN, or has no drawing. */
export class DrawingError extends Error {
  override readonly name = 'DrawingError';
}

export function createEditor(modeler: DiagramModeler, processId: string): Editor {
  return {
    modeler,
    async xml() {
      const { xml } = await modeler.saveXML({ format: true });
      if (xml === undefined) throw new DrawingError('Expected the diagram as XML, but nothing was written.');
      return xml;
    },
    async svg() {
      return (await modeler.saveSVG()).svg;
    },
    async replace(xml) {
      await requireDrawing(xml);
      const before = await this.xml();
      const identity = readIdentity(definitionsOf(modeler), processId);
      try {
        await draw(modeler, xml);
        if (!takeIdentity(definitionsOf(modeler), identity, modeler.get('bpmnFactory')))
          throw new DrawingError('Expected a process in the file, but there is none.');
      } catch (error) {
        await draw(modeler, before);
        throw error;
      }
    },
    reveal(elementId) {
      const element = elementShowing(modeler, elementId);
      if (!element) return false;
      const canvas = modeler.get('canvas');
      const root = canvas.findRoot(element);
      if (root && root !== canvas.getRootElement()) canvas.setRootElement(root);
      modeler.get('selection').select(element === root ? null : element);
      if (element !== root) bringIntoView(modeler, element);
      return true;
    },
  };
}

const definitionsOf = (modeler: DiagramModeler): ModelNode => modeler.getDefinitions() as ModelNode;

/** Draws a diagram and shows it from its beginning, large enough to read. */
export async function draw(modeler: DiagramModeler, xml: string): Promise<void> {
  try {
    await modeler.importXML(xml);
  } catch (cause) {
    throw new DrawingError('Expected a BPMN diagram with a drawing, but it could not be drawn.', { cause });
  }
  show(modeler, READABLE);
}

const MARGIN = 24;

/** Below this scale the names of the steps cannot be read. */
const READABLE = 0.65;

/** Zooms so that the whole drawing stands beside the palette, never larger than it was drawn. */
export function showAll(modeler: DiagramModeler): void {
  show(modeler, 0);
}

/** Shows the drawing from its beginning, all of it where that leaves the scale above `smallest`. */
function show(modeler: DiagramModeler, smallest: number): void {
  const canvas = modeler.get('canvas');
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  const left = paletteWidth(modeler) + 2 * MARGIN;
  if (outer.width <= left || outer.height <= 2 * MARGIN || inner.width === 0) return;
  const fitting = Math.min(
    1,
    (outer.width - left - MARGIN) / inner.width,
    (outer.height - 2 * MARGIN) / inner.height,
  );
  const scale = Math.max(smallest, fitting);
  canvas.viewbox({
    x: inner.x - left / scale,
    y: inner.y - Math.max(MARGIN / scale, (outer.height / scale - inner.height) / 2),
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

/** Refuses a file before anything is touched: opening it empties the undo stack. */
async function requireDrawing(xml: string): Promise<void> {
  const parsed = await parseBpmn(xml);
  const diagrams = parsed.ok ? ((parsed.definitions.get('diagrams') as unknown[] | undefined) ?? []) : [];
  if (diagrams.length === 0)
    throw new DrawingError('Expected a BPMN file with a drawing, but it is no BPMN or has none.');
}

/** Moves the view so that the element stands in its middle, unless it can be seen already. */
function bringIntoView(modeler: DiagramModeler, element: CanvasElement): void {
  const canvas = modeler.get('canvas');
  const { x, y, width, height } = canvas.viewbox();
  const box = boxOf(element);
  const palette = paletteWidth(modeler) / canvas.zoom();
  const seen =
    box.x >= x + palette && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
  if (seen) return;
  canvas.viewbox({
    x: box.x + box.width / 2 - width / 2,
    y: box.y + box.height / 2 - height / 2,
    width,
    height,
  });
}

function boxOf({ x, y, width, height, waypoints }: CanvasElement): Box {
  const middle = waypoints?.[Math.floor(waypoints.length / 2)];
  return middle ? { ...middle, width: 0, height: 0 } : { x, y, width, height };
}

function paletteWidth(modeler: DiagramModeler): number {
  return modeler.get('canvas').getContainer().querySelector('.djs-palette')?.clientWidth ?? 0;
}

/** The shape of an element, or of the pool where the element is a process drawn as one. */
function elementShowing(modeler: DiagramModeler, elementId: string): CanvasElement | undefined {
  const registry = modeler.get('elementRegistry');
  return (
    registry.get(elementId) ??
    registry.filter(({ businessObject }) => {
      const process = businessObject.get('processRef') as ModelNode | undefined;
      return process?.id === elementId;
    })[0]
  );
}
