import type { ModdleElement } from '@iter/bpmn';
import type { Expression } from '../graph/process-graph.ts';

/** An element of the parsed diagram. */
export type ElementSource = ModdleElement;

/** What `compile` of an element may ask of the diagram around it. */
export interface Sources {
  /** The first extension element of a type, such as `zeebe:TaskDefinition`. */
  extension(source: ElementSource, type: string): ModdleElement | undefined;
  /** Text that may be FEEL (leading `=`) or stand for itself; absent for absent or empty text. */
  text(source: ElementSource, value: unknown): Expression | undefined;
  /** Text that must be FEEL; the leading `=` may be missing (DEP-8). */
  feel(source: ElementSource, value: unknown): Expression | undefined;
  /** The first `zeebe:property` of that name. */
  property(source: ElementSource, name: string): string | undefined;
  report(source: ElementSource, problem: { readonly rule: string; readonly expected: string }): void;
}
