/** Types of the drawing libraries that ship none. Only what this room uses is described. */

declare module 'bpmn-js-properties-panel' {
  type ModuleDeclaration = Record<string, unknown>;
  export const BpmnPropertiesPanelModule: ModuleDeclaration;
  export const BpmnPropertiesProviderModule: ModuleDeclaration;
  export const ZeebePropertiesProviderModule: ModuleDeclaration;
  /** A service of the running modeler, from within a component of the panel. */
  export function useService<Service>(name: string): Service;
}

declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  type ModuleDeclaration = Record<string, unknown>;
  const behaviors: ModuleDeclaration;
  export { behaviors as default };
}

declare module 'bpmn-js-create-append-anything' {
  type ModuleDeclaration = Record<string, unknown>;
  export const CreateAppendAnythingModule: ModuleDeclaration;
}

declare module 'bpmn-js-color-picker' {
  type ModuleDeclaration = Record<string, unknown>;
  const colorPicker: ModuleDeclaration;
  export { colorPicker as default };
}

declare module 'diagram-js-minimap' {
  type ModuleDeclaration = Record<string, unknown>;
  const minimap: ModuleDeclaration;
  export { minimap as default };
}

declare module 'diagram-js-grid' {
  type ModuleDeclaration = Record<string, unknown>;
  const grid: ModuleDeclaration;
  export { grid as default };
}

declare module '@bpmn-io/properties-panel' {
  import type { ComponentType, VNode } from '@bpmn-io/properties-panel/preact';

  interface EntryProps {
    element: unknown;
    id: string;
    label: string;
    description?: string;
    disabled?: boolean;
  }
  export interface SelectOption {
    value: string;
    label: string;
    disabled?: boolean;
  }
  export function SelectEntry(
    props: EntryProps & {
      getValue(): string;
      setValue(value: string): void;
      getOptions(): SelectOption[];
    },
  ): VNode;
  export function TextFieldEntry(
    props: EntryProps & {
      getValue(): string;
      setValue(value: string | undefined): void;
      debounce: unknown;
      validate?(value: string | undefined): string | undefined;
    },
  ): VNode;
  export function TextAreaEntry(
    props: EntryProps & {
      getValue(): string;
      setValue(value: string | undefined): void;
      debounce: unknown;
      rows?: number;
    },
  ): VNode;
  export function FeelEntry(
    props: EntryProps & {
      getValue(): string;
      setValue(value: string | undefined): void;
      debounce: unknown;
      feel: 'required' | 'optional';
    },
  ): VNode;
  /** The error set for an entry by `propertiesPanel.setErrors`. */
  export function useError(entryId: string): string | undefined;
  export const Group: ComponentType<Record<string, unknown>>;
  export function isSelectEntryEdited(node: unknown): boolean;
  export function isTextFieldEntryEdited(node: unknown): boolean;
  export function isTextAreaEntryEdited(node: unknown): boolean;
  export function isFeelEntryEdited(node: unknown): boolean;
}
