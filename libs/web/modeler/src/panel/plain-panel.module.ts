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
 * The library's groups. `nobody` stands where a group of ours asks the same in plain words, and where the engine
 * does not run what the group is about.
 */
const GROUPS: Record<string, Shown> = {
  general: 'everybody',
  documentation: 'everybody',
  condition: 'everybody',
  message: 'everybody',
  error: 'everybody',
  taskDefinition: 'everybody',
  script: 'everybody',
  inputs: 'experts',
  outputs: 'experts',
  inputPropagation: 'experts',
  outputPropagation: 'experts',
  headers: 'experts',
  assignmentDefinition: 'experts',
  calledElement: 'experts',
  scriptImplementation: 'experts',
  timer: 'nobody',
  form: 'experts',
  Zeebe__ExecutionListeners: 'experts',
  Zeebe__TaskListeners: 'experts',
  Zeebe__ExtensionProperties: 'experts',
  userTaskImplementation: 'nobody',
  businessRuleImplementation: 'nobody',
  calledDecision: 'nobody',
  multiInstance: 'nobody',
  compensation: 'nobody',
  signal: 'nobody',
  link: 'nobody',
  escalation: 'nobody',
  'event-condition': 'nobody',
  adHocCompletion: 'nobody',
  adHocSubProcessImplementation: 'nobody',
  activeElements: 'nobody',
  outputCollection: 'nobody',
};

/** Entries of the general group that only experts need. */
const EXPERT_ENTRIES = ['id', 'processId', 'versionTag', 'isExecutable'];

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
        .map((group) => this.#trim(group));
      const own = OWN_GROUPS.map((group) => group(element, this.#settings)).filter((group) => group !== null);
      const first = shown.filter(({ id }) => id === 'general');
      const rest = shown.filter(({ id }) => id !== 'general');
      return [...first, ...own, ...rest].map((group) => ({ ...group, translate: this.#settings.translate }));
    };
  }

  #shows(shown: Shown): boolean {
    return shown === 'everybody' || (shown === 'experts' && this.#settings.expert);
  }

  #trim(group: PanelGroup): PanelGroup {
    const open = group.id === 'general' || group.id === 'condition';
    if (group.id !== 'general' || this.#settings.expert) return { ...group, shouldOpen: open };
    const entries = (group.entries ?? []).filter(({ id }: PanelEntry) => !EXPERT_ENTRIES.includes(id));
    return { ...group, entries, shouldOpen: open };
  }
}

export const PlainPanelModule = {
  __init__: ['plainPanel'],
  plainPanel: ['type', PlainPanel],
};
