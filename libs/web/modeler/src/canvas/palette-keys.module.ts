import type { Canvas, CanvasElement, ElementRegistry, EventBus, Selection } from './services.ts';

/** Entries of the palette that draw something, by what they draw. The others are tools for the mouse. */
const DRAWS: Readonly<Record<string, { readonly type: string; readonly isExpanded?: boolean }>> = {
  'create.task': { type: 'bpmn:UserTask' },
  'create.start-event': { type: 'bpmn:StartEvent' },
  'create.intermediate-event': { type: 'bpmn:IntermediateThrowEvent' },
  'create.end-event': { type: 'bpmn:EndEvent' },
  'create.exclusive-gateway': { type: 'bpmn:ExclusiveGateway' },
  'create.subprocess-expanded': { type: 'bpmn:SubProcess', isExpanded: true },
  'create.participant-expanded': { type: 'bpmn:Participant', isExpanded: true },
};

/** What a flow may lead on from. */
const LEADS_ON = /^bpmn:(?!End).*(Task|Activity|SubProcess|Gateway|Event)$/;

/** As bpmn-js draws an entry that brings no markup of its own. */
const ENTRY = '<div class="entry" draggable="true"></div>';

/** After the providers that add and take away entries. */
const LAST = 50;

type Entries = Record<string, { readonly html?: string; readonly separator?: boolean }>;

interface Palette {
  registerProvider(priority: number, provider: unknown): void;
}
interface ElementFactory {
  createShape(attributes: { type: string; isExpanded?: boolean }): CanvasElement;
}
interface Drawing {
  append(source: CanvasElement, shape: CanvasElement): CanvasElement;
}
interface Shaping {
  createShape(shape: CanvasElement, at: { x: number; y: number }, parent: CanvasElement): CanvasElement;
}
interface Services {
  get(name: 'elementFactory'): ElementFactory;
  get(name: 'autoPlace'): Drawing;
  get(name: 'modeling'): Shaping;
  get(name: 'selection'): Selection;
  get(name: 'canvas'): Canvas;
  get(name: 'elementRegistry'): ElementRegistry;
}

/**
 * The palette without a mouse: each entry is a stop of the Tab key, and Enter draws what it stands for behind the
 * selected element, joined to it, or else in the middle of the view (bpmn-js only lets one carry it there by hand).
 */
class PaletteKeys {
  static $inject = ['eventBus', 'palette', 'injector'];
  readonly #services: Services;

  constructor(eventBus: EventBus, palette: Palette, services: Services) {
    this.#services = services;
    palette.registerProvider(LAST, this);
    eventBus.on('palette.create', ({ container }) => {
      (container as HTMLElement).addEventListener('keydown', (event) => this.#press(event));
    });
  }

  getPaletteEntries(): (entries: Entries) => Entries {
    return (entries) =>
      Object.fromEntries(
        Object.entries(entries).map(([id, entry]) => [
          id,
          entry.separator
            ? entry
            : { ...entry, html: (entry.html ?? ENTRY).replace('<div', '<div tabindex="0"') },
        ]),
      );
  }

  #press(event: KeyboardEvent): void {
    const entry = (event.target as HTMLElement).closest<HTMLElement>('.entry');
    if (!entry || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    const shape = DRAWS[entry.dataset['action'] ?? ''];
    if (shape) this.#draw(this.#services.get('elementFactory').createShape(shape));
    else entry.click();
  }

  #draw(shape: CanvasElement): void {
    const selection = this.#services.get('selection');
    const [source] = selection.get();
    const joins = source && LEADS_ON.test(source.type) && shape.type !== 'bpmn:Participant';
    const drawn = joins ? this.#services.get('autoPlace').append(source, shape) : this.#place(shape);
    selection.select(drawn);
  }

  #place(shape: CanvasElement): CanvasElement {
    const canvas = this.#services.get('canvas');
    const { x, y, width, height } = canvas.viewbox();
    const [pool] = this.#services.get('elementRegistry').filter(({ type }) => type === 'bpmn:Participant');
    const parent = shape.type === 'bpmn:Participant' ? undefined : pool;
    const middle = { x: x + width / 2, y: y + height / 2 };
    return this.#services.get('modeling').createShape(shape, middle, parent ?? canvas.getRootElement());
  }
}

export const PaletteKeysModule = {
  __init__: ['paletteKeys'],
  paletteKeys: ['type', PaletteKeys],
};
