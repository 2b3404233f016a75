import type { PanelSettings } from '../panel/panel-settings.ts';
import type { CanvasElement } from './services.ts';

type Entry = { action?: unknown; title?: string; className?: string; [key: string]: unknown };
type Entries = Record<string, Entry>;
type Updater = (entries: Entries) => Entries;
type Registers = { registerProvider(...args: unknown[]): void };

/** Kinds that few procedures need and that want a knowledge of BPMN: experts find them in the menus. */
const FOR_EXPERTS =
  /signal|escalation|compensat|cancel|(^|-)link-|conditional-(start|boundary|intermediate)|inclusive|complex|event-based|ad-hoc|transaction|rule-task|none-boundary|toggle-(loop|parallel-mi|sequential-mi)/;

/** Entries of the palette that few need; the menu "add an element" has them all. */
const RARE = ['create.data-object', 'create.data-store', 'create.group'];

/** A task of no kind says nothing of who does it: it is offered only in the place of another. */
const UNTYPED = /^(create|append)-task$/;

function offeredTo({ isExpert }: PanelSettings, entries: Entries): Entries {
  const offered = Object.entries(entries).filter(
    ([id]) => !UNTYPED.test(id) && (isExpert() || !FOR_EXPERTS.test(id)),
  );
  return Object.fromEntries(offered);
}

const LAST = 100;

/** Keeps the menus to what people need every day, unless they asked for everything. */
class OfferedElements {
  static $inject = ['popupMenu', 'panelSettings'];
  readonly #settings: PanelSettings;

  constructor(popupMenu: Registers, settings: PanelSettings) {
    this.#settings = settings;
    for (const menu of ['bpmn-create', 'bpmn-append', 'bpmn-replace'])
      popupMenu.registerProvider(menu, LAST, this);
  }

  getPopupMenuEntries(): Updater {
    return (entries) => offeredTo(this.#settings, entries);
  }

  getPopupMenuHeaderEntries(): Updater {
    return (entries) => offeredTo(this.#settings, entries);
  }
}

interface Services {
  get<Service>(name: string): Service;
}

/** The plain "task" of the palette and of the pad is a person's: that is what a procedure is made of. */
class PersonTaskFirst {
  static $inject = ['palette', 'contextPad', 'injector', 'panelSettings'];
  readonly #services: Services;
  readonly #settings: PanelSettings;

  constructor(palette: Registers, contextPad: Registers, services: Services, settings: PanelSettings) {
    this.#services = services;
    this.#settings = settings;
    palette.registerProvider(LAST, this);
    contextPad.registerProvider(LAST, this);
  }

  #shape(): CanvasElement {
    return this.#services
      .get<{ createShape(attributes: { type: string }): CanvasElement }>('elementFactory')
      .createShape({ type: 'bpmn:UserTask' });
  }

  #drag(event: Event, source?: CanvasElement): void {
    const create = this.#services.get<{
      start(event: Event, shape: CanvasElement, context?: { source: CanvasElement }): void;
    }>('create');
    create.start(event, this.#shape(), source && { source });
  }

  getPaletteEntries(): Updater {
    return (entries) => {
      const kept = Object.fromEntries(Object.entries(entries).filter(([id]) => !RARE.includes(id)));
      const task = kept['create.task'];
      if (!task) return kept;
      const create = (event: Event): void => this.#drag(event);
      const action = { dragstart: create, click: create };
      return { ...kept, 'create.task': { ...task, className: 'bpmn-icon-user-task', action } };
    };
  }

  getContextPadEntries(): Updater {
    return (entries) => {
      const task = entries['append.append-task'];
      const kept = offeredTo(this.#settings, entries);
      if (!task) return kept;
      const append = (_event: Event, source: CanvasElement): void => {
        this.#services
          .get<{ append(source: CanvasElement, shape: CanvasElement): void }>('autoPlace')
          .append(source, this.#shape());
      };
      const drag = (event: Event, source: CanvasElement): void => this.#drag(event, source);
      const title = this.#settings.translate('Append task');
      const action = { dragstart: drag, click: append };
      return { ...kept, 'append.append-task': { ...task, title, className: 'bpmn-icon-user-task', action } };
    };
  }
}

export const OfferedElementsModule = {
  __init__: ['offeredElements', 'personTaskFirst'],
  offeredElements: ['type', OfferedElements],
  personTaskFirst: ['type', PersonTaskFirst],
};
