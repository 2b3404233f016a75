import { useService } from 'bpmn-js-properties-panel';
import type { BpmnFactory, CanvasElement, CommandStack } from '../canvas/services.ts';
import type { PanelSettings } from './panel-settings.ts';

/** What every entry of ours is given by the panel. */
export interface EntryProps {
  element: CanvasElement;
  id: string;
}

/** The services that entries write with. Only inside a component of the panel. */
export function useEntryServices() {
  return {
    commandStack: useService<CommandStack>('commandStack'),
    bpmnFactory: useService<BpmnFactory>('bpmnFactory'),
    debounce: useService<unknown>('debounceInput'),
    settings: useService<PanelSettings>('panelSettings'),
  };
}
