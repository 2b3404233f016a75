import type { Create, ModdleObject } from './moddle.ts';

export interface Mapping {
  readonly source: string;
  readonly target: string;
}

/** Makers of the extension elements of Camunda 8 (design/web.md section 3). */
export interface Zeebe {
  extensions(values: readonly (ModdleObject | undefined)[]): ModdleObject | undefined;
  properties(entries: readonly (readonly [name: string, value: string])[]): ModdleObject | undefined;
  ioMapping(inputs: readonly Mapping[], outputs: readonly Mapping[]): ModdleObject | undefined;
  headers(headers: Readonly<Record<string, string>>): ModdleObject | undefined;
  element(type: string, properties?: Record<string, unknown>): ModdleObject;
}

export function createZeebe(create: Create): Zeebe {
  const element: Zeebe['element'] = (type, properties) => create(`zeebe:${type}`, properties);
  return {
    element,
    extensions: (values) => {
      const present = values.filter((value) => value !== undefined);
      return present.length === 0 ? undefined : create('bpmn:ExtensionElements', { values: present });
    },
    properties: (entries) =>
      entries.length === 0
        ? undefined
        : element('Properties', {
            properties: entries.map(([name, value]) => element('Property', { name, value })),
          }),
    ioMapping: (inputs, outputs) =>
      inputs.length + outputs.length === 0
        ? undefined
        : element('IoMapping', {
            inputParameters: inputs.map((mapping) => element('Input', { ...mapping })),
            outputParameters: outputs.map((mapping) => element('Output', { ...mapping })),
          }),
    headers: (headers) => {
      const values = Object.entries(headers).map(([key, value]) => element('Header', { key, value }));
      return values.length === 0 ? undefined : element('TaskHeaders', { values });
    },
  };
}

export function mappings(variables: Readonly<Record<string, string>>): Mapping[] {
  return Object.entries(variables).map(([target, source]) => ({ source, target }));
}
