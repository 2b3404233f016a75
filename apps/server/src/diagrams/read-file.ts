import { parseBpmn, type ModdleElement } from '@iter/bpmn';

/** A process as a diagram's file shows it, for permissions and bundles. */
export interface ProcessInFile {
  readonly processId: string;
  readonly name: string | null;
  /** Property `iter:code`. */
  readonly code: string | null;
}

/** What a `.bpmn` file holds, without judging whether it can run. */
export interface BpmnFile {
  readonly processes: readonly ProcessInFile[];
  /** Forms that must be deployed together with it (binding `deployment`). */
  readonly ownForms: ReadonlySet<string>;
  /** Decisions that must be deployed together with it. */
  readonly ownDecisions: ReadonlySet<string>;
}

/** Reads a `.bpmn` file; undefined where it is no BPMN at all, which the deployment's check then says. */
export async function readBpmnFile(content: string | Uint8Array): Promise<BpmnFile | undefined> {
  const parsed = await parseBpmn(content);
  if (!parsed.ok) return undefined;
  const roots = listOf(parsed.definitions.get('rootElements'));
  const processes = roots.filter((root) => root.$type === 'bpmn:Process');
  const extensions = processes.flatMap((process) => [...extensionsBelow(process)]);
  return {
    processes: processes.map((process) => ({
      processId: String(process.id ?? ''),
      name: textOf(process.get('name')),
      code: propertyOf(process, 'iter:code'),
    })),
    ownForms: idsOf(extensions, 'zeebe:FormDefinition', 'formId'),
    ownDecisions: idsOf(extensions, 'zeebe:CalledDecision', 'decisionId'),
  };
}

/** Value of a `zeebe:property` of an element; null where it has none. */
function propertyOf(element: ModdleElement, name: string): string | null {
  const properties = extensionsOf(element).filter(({ $type }) => $type === 'zeebe:Properties');
  const entries = properties.flatMap((list) => listOf(list.get('properties')));
  return textOf(entries.find((entry) => entry.get('name') === name)?.get('value'));
}

function idsOf(extensions: readonly ModdleElement[], type: string, attribute: string): ReadonlySet<string> {
  const own = extensions.filter(({ $type, get }) => $type === type && get !== undefined);
  return new Set(
    own
      .filter((extension) => extension.get('bindingType') === 'deployment')
      .flatMap((extension) => textOf(extension.get(attribute)) ?? []),
  );
}

function* extensionsBelow(element: ModdleElement): Generator<ModdleElement> {
  yield* extensionsOf(element);
  for (const below of listOf(element.get('flowElements'))) yield* extensionsBelow(below);
}

function extensionsOf(element: ModdleElement): readonly ModdleElement[] {
  const extensions = element.get('extensionElements') as ModdleElement | undefined;
  return extensions === undefined ? [] : listOf(extensions.get('values'));
}

function listOf(value: unknown): readonly ModdleElement[] {
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
