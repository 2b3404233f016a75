import type {
  CanvasElement,
  PanelEntry,
  PanelGroup,
  PropertiesPanel,
  PropertiesProvider,
} from '../canvas/services.ts';
import { callGroup } from './call.group.ts';
import { dueGroup } from './due.group.ts';
import { formGroup } from './form.group.ts';
import type { PanelSettings } from './panel-settings.ts';
import { timerGroup } from './timer.group.ts';
import { whoGroup } from './who.group.ts';

export type { PanelSettings } from './panel-settings.ts';

/** To whom a group or an entry of the library's panel is shown. */
type Shown = 'everybody' | 'experts' | 'nobody';

/**
 * The library's groups that everybody sees, and those that nobody does because a group of ours asks the same in
 * plain words. The others are for experts.
 */
const GROUPS: Record<string, Shown> = {
  general: 'everybody',
  documentation: 'everybody',
  condition: 'everybody',
  message: 'everybody',
  error: 'everybody',
  taskDefinition: 'everybody',
  script: 'everybody',
  timer: 'nobody',
  // Every user task carries the mark; there is nothing to choose.
  userTaskImplementation: 'nobody',
};

/** Entries of the general group that only experts need. */
const EXPERT_ENTRIES = ['id', 'versionTag', 'isExecutable'];

/** The id of the process is what the register knows the procedure by: it stays. */
function namesTheProcedure(element: CanvasElement, { id }: PanelEntry): boolean {
  return id === 'processId' || (id === 'id' && element.type === 'bpmn:Process');
}

const OWN_GROUPS = [whoGroup, dueGroup, timerGroup, formGroup, callGroup];

const AFTER_THE_LIBRARY = 400;

/** Arranges the panel: what everybody needs in plain words first, the rest for those who ask for it. */
class PlainPanel implements PropertiesProvider {
  static $inject = ['propertiesPanel', 'panelSettings'];
  readonly #settings: PanelSettings;

  constructor(propertiesPanel: PropertiesPanel, settings: PanelSettings) {
    this.#settings = settings;
    propertiesPanel.registerProvider(AFTER_THE_LIBRARY, this);
  }

  getGroups(element: CanvasElement): (groups: PanelGroup[]) => PanelGroup[] {
    return (groups) => {
      const shown = groups
        .filter(({ id }) => this.#shows(GROUPS[id] ?? 'experts'))
        .map((group) => this.#trim(element, group))
        .filter(({ entries }) => entries === undefined || entries.length > 0);
      const own = OWN_GROUPS.map((group) => group(element, this.#settings)).filter((group) => group !== null);
      const first = shown.filter(({ id }) => id === 'general');
      const rest = shown.filter(({ id }) => id !== 'general');
      return [...first, ...own, ...rest].map((group) => ({ ...group, translate: this.#settings.translate }));
    };
  }

  #shows(shown: Shown): boolean {
    return shown === 'everybody' || (shown === 'experts' && this.#settings.isExpert());
  }

  #trim(element: CanvasElement, group: PanelGroup): PanelGroup {
    const shouldOpen = group.id === 'general' || group.id === 'condition';
    if (group.id !== 'general') return { ...group, shouldOpen };
    const entries = (group.entries ?? []).filter(
      (entry) =>
        !namesTheProcedure(element, entry) &&
        (this.#settings.isExpert() || !EXPERT_ENTRIES.includes(entry.id)),
    );
    return { ...group, entries, shouldOpen };
  }
}

export const PlainPanelModule = {
  __init__: ['plainPanel'],
  plainPanel: ['type', PlainPanel],
};
