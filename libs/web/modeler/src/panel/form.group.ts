import { Group, isSelectEntryEdited, SelectEntry } from '@bpmn-io/properties-panel';
import type { ComponentChild } from '@bpmn-io/properties-panel/preact';
import type { CanvasElement, ModelNode, PanelGroup } from '../canvas/services.ts';
import { useEntryServices, type EntryProps } from './entry-services.ts';
import { extensionText, setExtension } from './extension-elements.ts';
import type { PanelSettings } from './panel-settings.ts';

const FORM = 'zeebe:FormDefinition';

function takesForm(element: CanvasElement): boolean {
  if (element.type === 'bpmn:UserTask') return true;
  const definitions = element.businessObject.get('eventDefinitions') as ModelNode[] | undefined;
  const ofProcess = element.businessObject.$parent?.$type === 'bpmn:Process';
  return element.type === 'bpmn:StartEvent' && ofProcess && !definitions?.length;
}

/** The group "form" of a person's task and of the start by a person. */
export function formGroup(element: CanvasElement, settings: PanelSettings): PanelGroup | null {
  if (!takesForm(element)) return null;
  return {
    id: 'iter-form',
    label: settings.text('panel.form.title'),
    component: Group,
    shouldOpen: true,
    entries: [{ id: 'iter-form', component: FormChoice, isEdited: isSelectEntryEdited }],
  };
}

function FormChoice({ element, id }: EntryProps): ComponentChild {
  const { settings, ...services } = useEntryServices();
  const formId = extensionText(element, FORM, 'formId') ?? '';
  const external = extensionText(element, FORM, 'externalReference');
  const known = settings.choices.forms.some((form) => form.formId === formId);
  return SelectEntry({
    element,
    id,
    label: settings.text(element.type === 'bpmn:UserTask' ? 'panel.form.ofTask' : 'panel.form.ofStart'),
    description: external ? settings.text('panel.form.external', { reference: external }) : '',
    getValue: () => formId,
    setValue: (chosen) =>
      setExtension(services, element, FORM, {
        formId: chosen || undefined,
        externalReference: undefined,
        bindingType: chosen ? 'deployment' : undefined,
      }),
    getOptions: () => [
      { value: '', label: settings.text('panel.form.none') },
      ...settings.choices.forms.map((form) => ({ value: form.formId, label: form.label })),
      ...(formId && !known ? [{ value: formId, label: formId }] : []),
    ],
  });
}
