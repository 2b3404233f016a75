/** bpmn-moddle ships no types for its entry. Only what this room uses is described. */
declare module 'bpmn-moddle' {
  export interface ModdleObject {
    readonly $type: string;
    readonly $attrs: Record<string, string>;
    $parent?: ModdleObject;
    readonly id?: string;
    get(property: string): unknown;
    set(property: string, value: unknown): void;
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    create(type: string, properties?: Record<string, unknown>): ModdleObject;
    toXML(element: ModdleObject, options?: { format?: boolean }): Promise<{ xml: string }>;
    fromXML(
      xml: string,
    ): Promise<{ rootElement: ModdleObject; warnings: readonly { readonly message: string }[] }>;
  }
}
