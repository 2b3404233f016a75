import { Group, isSelectEntryEdited, SelectEntry } from '@bpmn-io/properties-panel';
import type { ComponentChild } from '@bpmn-io/properties-panel/preact';
import type { CanvasElement, PanelGroup } from '../canvas/services.ts';
import { useEntryServices, type EntryProps } from './entry-services.ts';
import { extensionText, setExtension } from './extension-elements.ts';
import type { PanelSettings } from './panel-settings.ts';

const CALLED = 'zeebe:CalledElement';

/** The group "which procedure" of a call. */
export function callGroup(element: CanvasElement, settings: PanelSettings): PanelGroup | null {
  if (element.type !== 'bpmn:CallActivity') return null;
  return {
    id: 'iter-call',
    label: settings.text('panel.call.title'),
    component: Group,
    shouldOpen: true,
    entries: [{ id: 'iter-call', component: CalledProcedure, isEdited: isSelectEntryEdited }],
  };
}

function CalledProcedure({ element, id }: EntryProps): ComponentChild {
  const { settings, ...services } = useEntryServices();
  const processId = extensionText(element, CALLED, 'processId') ?? '';
  const procedures = settings.choices.procedures;
  const known = procedures.some((procedure) => procedure.processId === processId);
  return SelectEntry({
    element,
    id,
    label: settings.text('panel.call.procedure'),
    getValue: () => processId,
    setValue: (chosen) => setExtension(services, element, CALLED, { processId: chosen || undefined }),
    getOptions: () => [
      { value: '', label: settings.text('panel.call.none') },
      ...procedures.map((procedure) => ({ value: procedure.processId, label: procedure.title })),
      ...(processId && !known ? [{ value: processId, label: processId }] : []),
    ],
  });
}
