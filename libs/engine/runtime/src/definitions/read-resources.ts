import { createHash } from 'node:crypto';
import { checkParsed, parseBpmn, type ModdleElement, type ParsedDiagram } from '@iter/bpmn';
import { compileProcess } from '@iter/engine-compile';
import type { ProcessGraph } from '@iter/engine-core';
import type { DeployedResource, DeploymentProblem } from '../engine.ts';
import { analyzeExpression } from '../env/expressions.ts';
import type { StoredDefinition } from '../ports/definition-store.ts';
import { readDecisions, type ReadRequirements } from './read-decisions.ts';
import { unreadable } from './unreadable.ts';

/** A file of a deployment, read and checked. */
export type ReadResource = {
  readonly name: string;
  readonly content: Uint8Array;
  readonly checksum: Uint8Array;
  readonly problems: readonly DeploymentProblem[];
} & (
  | { readonly kind: 'process'; readonly processes: readonly ReadProcess[] }
  | { readonly kind: 'form'; readonly form: ReadForm | undefined }
  | { readonly kind: 'decision'; readonly requirements: ReadRequirements | undefined }
  | { readonly kind: 'other' }
);
export interface ReadProcess {
  readonly graph: ProcessGraph;
  readonly startFormId: string | null;
  readonly hasStartForm: boolean;
}
export interface ReadForm {
  readonly formId: string;
  readonly versionTag: string | null;
}

/**
 * Reads one file by its suffix; what is wrong with it is a problem, never an exception.
 *
 * @param files all files of the deployment
 */
export async function readResource(
  resource: DeployedResource,
  files: readonly DeployedResource[] = [],
): Promise<ReadResource> {
  const { name, content } = resource;
  const common = { name, content, checksum: createHash('sha256').update(content).digest() };
  if (/\.(bpmn|bpmn20\.xml|xml)$/i.test(name)) return { ...common, ...(await readDiagram(resource)) };
  if (/\.form$/i.test(name)) return { ...common, ...readForm(resource) };
  if (DECISION_MODEL.test(name)) {
    const models = files.filter((file) => DECISION_MODEL.test(file.name)).map((file) => file.content);
    return { ...common, ...readDecisions(resource, models) };
  }
  return { ...common, kind: 'other', problems: [] };
}

const DECISION_MODEL = /\.dmn$/i;

async function readDiagram({ name, content }: DeployedResource): Promise<{
  kind: 'process';
  processes: readonly ReadProcess[];
  problems: readonly DeploymentProblem[];
}> {
  const parsed = await parseBpmn(content);
  const found = parsed.ok ? checkParsed(parsed) : parsed.problems;
  const problems = found.map((problem) => ({ ...problem, resource: name }));
  if (!parsed.ok || problems.some(({ severity }) => severity === 'error'))
    return { kind: 'process', processes: [], problems };
  const compiled = runnable(parsed).map((source) => ({ source, ...compileProcess(source, { analyze }) }));
  return {
    kind: 'process',
    processes: compiled.flatMap(({ source, graph }) => (graph ? [{ graph, ...startForm(source) }] : [])),
    problems: [
      ...problems,
      ...compiled.flatMap((one) =>
        one.problems.map((problem) => ({
          rule: problem.rule as DeploymentProblem['rule'],
          severity: 'error' as const,
          text: 'text',
          params: { detail: problem.expected },
          elementId: problem.elementId,
          expected: `Expected ${problem.expected}`,
          ...parsed.places.ofId(problem.elementId),
          resource: name,
        })),
      ),
    ],
  };
}
const analyze = analyzeExpression;

/** Processes that may run: `isExecutable` true or absent (WARN-1). */
function runnable({ definitions }: ParsedDiagram): ModdleElement[] {
  const roots = (definitions.get('rootElements') ?? []) as readonly ModdleElement[];
  return roots.filter((element) => element.$type === 'bpmn:Process' && element.get('isExecutable') !== false);
}

function startForm(process: ModdleElement): Pick<ReadProcess, 'startFormId' | 'hasStartForm'> {
  const elements = (process.get('flowElements') ?? []) as readonly ModdleElement[];
  for (const element of elements.filter(({ $type }) => $type === 'bpmn:StartEvent')) {
    const extensions = element.get('extensionElements') as ModdleElement | undefined;
    const values = (extensions?.get('values') ?? []) as readonly ModdleElement[];
    const form = values.find(({ $type }) => $type === 'zeebe:FormDefinition');
    if (!form) continue;
    const formId: unknown = form.get('formId');
    return { startFormId: typeof formId === 'string' ? formId : null, hasStartForm: true };
  }
  return { startFormId: null, hasStartForm: false };
}

function readForm({ name, content }: DeployedResource): {
  kind: 'form';
  form: ReadForm | undefined;
  problems: readonly DeploymentProblem[];
} {
  const schema = parseJson(new TextDecoder().decode(content));
  const id = schema?.['id'];
  if (typeof id === 'string' && id !== '') {
    const tag = schema?.['versionTag'];
    return {
      kind: 'form',
      form: { formId: id, versionTag: typeof tag === 'string' ? tag : null },
      problems: [],
    };
  }
  const expected = schema
    ? 'Expected the form to have an "id", but it has none'
    : 'Expected a form as a JSON object, but the file is none';
  return { kind: 'form', form: undefined, problems: [unreadable(name, expected)] };
}

function parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the graph of a process of a file that was accepted at its deployment. */
export async function compileStored(definition: StoredDefinition): Promise<ProcessGraph> {
  const { processes } = await readDiagram({
    name: definition.processId,
    content: definition.content,
  });
  const process = processes.find(({ graph }) => graph.processId === definition.processId);
  if (!process)
    throw new Error(`Expected definition ${definition.definitionKey} to compile as when it was deployed`);
  return process.graph;
}
