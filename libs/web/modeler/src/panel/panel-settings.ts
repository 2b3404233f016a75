import type { Dictionary, Translate } from '../canvas/translate.ts';

/** A form that a step or a start may show. */
export interface FormChoice {
  formId: string;
  label: string;
}

/** What the panel's pickers offer. */
export interface Choices {
  roles: readonly { role: string; label: string; officeBound: boolean }[];
  offices: readonly { office: string; label: string }[];
  forms: readonly FormChoice[];
  procedures: readonly { processId: string; title: string }[];
}

/** What the groups of the panel are given: texts, choices, and whether the person asked for everything. */
export interface PanelSettings {
  /** Texts of the dictionary's room `modeler`, by key. */
  text: (key: string, params?: Record<string, string | number>) => string;
  translate: Translate;
  dictionary: Dictionary;
  choices: Choices;
  isExpert: () => boolean;
}
