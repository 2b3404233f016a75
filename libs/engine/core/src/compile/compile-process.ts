import type { ModdleElement } from '@iter/bpmn';
import type { HistoryLevel, Node, ProcessGraph, Reference } from '../graph/process-graph.ts';
import { readBinding } from './bindings.ts';
import { buildNodes } from './build-nodes.ts';
import type { Draft, Drafts } from './draft.ts';
import { definitionsOf } from './event-definitions.ts';
import { extension, makeSources, type AnalyzeExpression, type CompileProblem } from './make-sources.ts';
import { findReach } from './reachability.ts';
import { resolveCatches } from './resolve-catches.ts';
import { resolveCompensation } from './resolve-compensation.ts';

export interface CompileOptions {
  /** Checks an expression and names the variables it reads (CND-2). */
  readonly analyze: AnalyzeExpression;
  readonly historyLevel?: HistoryLevel;
}
export interface Compiled {
  /** Absent when there are problems. */
  readonly graph: ProcessGraph | undefined;
  readonly problems: readonly CompileProblem[];
}

/**
 * Makes the graph of one process of a parsed and checked diagram (`checkDiagram` of `@iter/bpmn`), in named
 * passes: nodes and flows, starts of scopes, catches. Problems that only the engine can know are collected.
 */
export function compileProcess(process: ModdleElement, options: CompileOptions): Compiled {
  const problems: CompileProblem[] = [];
  const sources = makeSources(options.analyze, problems);
  const drafts = buildNodes(process, sources);
  const starts = resolveCatches(drafts, sources);
  resolveCompensation(drafts);
  findReach(drafts);
  for (const node of drafts.nodes.values()) node.startNodes = startNodesOf(node, drafts);
  const graph: ProcessGraph = {
    processId: drafts.root.elementId,
    name: drafts.root.name,
    versionTag: textOf(extension(process, 'zeebe:VersionTag')?.get('value')),
    historyLevel: options.historyLevel ?? 'full',
    root: drafts.root,
    nodes: drafts.nodes,
    flows: drafts.flows,
    starts,
    references: referencesOf(drafts),
  };
  return { graph: problems.length === 0 ? graph : undefined, problems };
}

/** The none start events of a scope; without any start event all nodes without incoming flow (INS-2, SUB-2). */
function startNodesOf(scope: Draft, { sources }: Drafts): Node[] {
  const starts = scope.children.filter(({ kind }) => kind === 'start-event');
  if (starts.length === 0) return scope.children.filter(beginsAlone);
  return starts.filter((start) => {
    const source = sources.get(start);
    return source && definitionsOf(source).length === 0;
  });
}

function beginsAlone(node: Draft): boolean {
  const elsewhere =
    node.kind === 'boundary-event' || node.kind === 'event-sub-process' || node.forCompensation;
  const { link, instantiates } = (node.model ?? {}) as {
    readonly link?: string;
    readonly instantiates?: boolean;
  };
  return (
    node.incoming.length === 0 &&
    !elsewhere &&
    (link === undefined || node.outgoing.length === 0) &&
    !instantiates
  );
}

const referring = [
  ['process', 'zeebe:CalledElement', 'processId'],
  ['decision', 'zeebe:CalledDecision', 'decisionId'],
  ['form', 'zeebe:FormDefinition', 'formId'],
] as const;

/** What is referred to by a fixed id; an expression is known only when it is evaluated. */
function referencesOf(drafts: Drafts): Reference[] {
  return [...drafts.sources].flatMap(([node, source]) =>
    referring.flatMap(([to, type, property]) => {
      const found = extension(source, type);
      const id = textOf(found?.get(property));
      if (!found || id === undefined || id.startsWith('=')) return [];
      return [{ from: node.elementId, to, id, binding: readBinding(found) }];
    }),
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
