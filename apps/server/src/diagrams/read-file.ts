import { parseBpmn, type ModdleElement } from '@iter/bpmn';
import { z } from 'zod';

/** A process as a diagram's file shows it, for permissions and bundles. */
export interface ProcessInFile {
  readonly processId: string;
  /** Property `iter:title`, else the process's name. */
  readonly title: string | null;
  /** Property `iter:code`. */
  readonly code: string | null;
  /** Property `iter:starters`, as groups: `role`, or `role@office` where it names one office. */
  readonly starterGroups: readonly string[];
}

/** What a `.bpmn` file holds, without judging whether it can run. */
export interface BpmnFile {
  readonly processes: readonly ProcessInFile[];
  /** Documentation of processes and elements, by their ids. */
  readonly documentation: ReadonlyMap<string, string>;
  /** Processes that it calls, as far as they are named without an expression. */
  readonly calledProcesses: ReadonlySet<string>;
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
      title: propertyOf(process, 'iter:title') ?? textOf(process.get('name')),
      code: propertyOf(process, 'iter:code'),
      starterGroups: starterGroups(propertyOf(process, 'iter:starters')),
    })),
    documentation: new Map(processes.flatMap((process) => [...documentationBelow(process)])),
    calledProcesses: new Set(
      extensions
        .filter(({ $type }) => $type === 'zeebe:CalledElement')
        .flatMap((called) => textOf(called.get('processId')) ?? [])
        .filter((processId) => !processId.startsWith('=')),
    ),
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

const starters = z.array(z.object({ role: z.string().min(1), at: z.string().default('office') }));

/** What cannot be read names nobody in particular: then everybody with an office may start. */
function starterGroups(json: string | null): readonly string[] {
  if (json === null) return [];
  try {
    const read = starters.safeParse(JSON.parse(json));
    return (read.data ?? []).map(({ role, at }) => (at === 'office' || at === 'body' ? role : `${role}@${at}`));
  } catch {
    return [];
  }
}

function idsOf(extensions: readonly ModdleElement[], type: string, attribute: string): ReadonlySet<string> {
  const own = extensions.filter(({ $type }) => $type === type);
  return new Set(
    own
      .filter((extension) => extension.get('bindingType') === 'deployment')
      .flatMap((extension) => textOf(extension.get(attribute)) ?? []),
  );
}

function* documentationBelow(element: ModdleElement): Generator<[string, string]> {
  const [documentation] = listOf(element.get('documentation'));
  const text = textOf(documentation?.get('text'));
  if (text !== null && element.id !== undefined) yield [element.id, text];
  for (const below of listOf(element.get('flowElements'))) yield* documentationBelow(below);
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
