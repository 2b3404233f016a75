import type { CanvasElement } from './services.ts';
import type { Translate } from './translate.ts';

type Entry = { action?: unknown; title?: string; className?: string; [key: string]: unknown };
type Entries = Record<string, Entry>;
type Updater = (entries: Entries) => Entries;
type Registers = { registerProvider(...args: unknown[]): void };

/**
 * What the menus leave out: kinds that the engine does not run. A diagram drawn elsewhere may still hold them;
 * the check then says so.
 */
const NOT_RUN =
  /signal|escalation|compensat|cancel|(^|-)link-|conditional-(start|boundary|intermediate)|inclusive|complex|event-based|ad-hoc|transaction|event-subprocess|rule-task|error-start|none-boundary|toggle-(loop|parallel-mi|sequential-mi)|non-interrupting-[a-z]+-start/;

/** Entries of the palette that few need; the menu "add an element" has them all. */
const RARE = ['create.data-object', 'create.data-store', 'create.group'];

/** A task of no kind says nothing of who does it: it is offered only in the place of another. */
const UNTYPED = /^(create|append)-task$/;

const offered: Updater = (entries) =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !NOT_RUN.test(id) && !UNTYPED.test(id)));

const LAST = 100;

/** Keeps the menus to what the engine runs. */
class OfferedElements {
  static $inject = ['popupMenu'];
  constructor(popupMenu: Registers) {
    for (const menu of ['bpmn-create', 'bpmn-append', 'bpmn-replace'])
      popupMenu.registerProvider(menu, LAST, this);
  }
  getPopupMenuEntries(): Updater {
    return offered;
  }
  getPopupMenuHeaderEntries(): Updater {
    return offered;
  }
}

interface Services {
  get<Service>(name: string): Service;
}

/** The plain "task" of the palette and of the pad is a person's: that is what a procedure is made of. */
class PersonTaskFirst {
  static $inject = ['palette', 'contextPad', 'injector', 'translate'];
  readonly #services: Services;
  readonly #translate: Translate;

  constructor(palette: Registers, contextPad: Registers, services: Services, translate: Translate) {
    this.#services = services;
    this.#translate = translate;
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
      const kept = offered(entries);
      if (!task) return kept;
      const append = (_event: Event, source: CanvasElement): void => {
        this.#services
          .get<{ append(source: CanvasElement, shape: CanvasElement): void }>('autoPlace')
          .append(source, this.#shape());
      };
      const drag = (event: Event, source: CanvasElement): void => this.#drag(event, source);
      const title = this.#translate('Append task');
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
