declare module 'bpmn-moddle' {
  import type { ModdleElement } from '../moddle-element.ts';

  interface ParseResult {
    readonly rootElement: ModdleElement;
    readonly elementsById: Readonly<Record<string, ModdleElement>>;
    readonly warnings: readonly { readonly message: string }[];
    readonly references: readonly {
      readonly element: ModdleElement;
      readonly property: string;
      readonly id: string;
    }[];
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    readonly registry: {
      readonly typeMap: Readonly<
        Record<string, { readonly name: string; readonly properties: readonly { readonly name: string }[] }>
      >;
    };
    fromXML(xml: string): Promise<ParseResult>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, attributes?: Record<string, unknown>): ModdleElement;
  }
}
