import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import colorPicker from 'bpmn-js-color-picker';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import zeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import grid from 'diagram-js-grid';
import minimap from 'diagram-js-minimap';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { PlainPanelModule, type PanelSettings } from '../panel/plain-panel.module.ts';
import { OfferedElementsModule } from './offered-elements.module.ts';
import { PaletteKeysModule } from './palette-keys.module.ts';
import type { DiagramModeler, ModelerServices } from './services.ts';
import type { Translate } from './translate.ts';
import { UserTaskMarkModule } from './user-task-mark.module.ts';

export interface ModelerOptions {
  container: HTMLElement;
  panel: HTMLElement;
  translate: Translate;
  settings: PanelSettings;
}

/**
 * Colors of shapes: `stroke` on `fill` at least 4.5:1. The first is what a shape has when nobody colored it.
 */
const COLORS = [
  { label: 'Default', fill: undefined, stroke: undefined },
  { label: 'Blue', fill: '#d9e9fb', stroke: '#0b3d77' },
  { label: 'Green', fill: '#d8f0dd', stroke: '#0f4d24' },
  { label: 'Orange', fill: '#ffe8cc', stroke: '#6b3400' },
  { label: 'Red', fill: '#fde0e0', stroke: '#7d1212' },
  { label: 'Purple', fill: '#eee0f7', stroke: '#4f1a70' },
];

/** Makes the modeler: bpmn-js with the panel, menus and dialect of the product. Destroy it when its page goes. */
export function createModeler({ container, panel, translate, settings }: ModelerOptions): DiagramModeler {
  return new BpmnModeler<ModelerServices>({
    container,
    propertiesPanel: { parent: panel, feelPopupContainer: panel.parentElement ?? panel },
    minimap: { open: false },
    colorPicker: { colors: COLORS },
    moddleExtensions: { zeebe: zeebeModdle },
    additionalModules: [
      { translate: ['value', translate] },
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      { panelSettings: ['value', settings] },
      PlainPanelModule,
      zeebeBehaviors,
      CreateAppendAnythingModule,
      OfferedElementsModule,
      PaletteKeysModule,
      UserTaskMarkModule,
      colorPicker,
      minimap,
      grid,
    ],
  });
}
