import type { ModdleElement } from '@iter/bpmn';
import type { HistoryLevel, Node, ProcessGraph, Reference } from '@iter/engine-core';
import { buildNodes } from './build-nodes.ts';
import {
  bindingOf,
  definitionsOf,
  DiagramReader,
  extension,
  nameOf,
  type AnalyzeExpression,
  type CompileProblem,
} from './diagram-reader.ts';
import { nodeOf, type Draft, type Drafts } from './draft.ts';
import { findReach, linkOf } from './reachability.ts';
import { instantiates, resolveCatches } from './resolve-catches.ts';
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
  const reader = new DiagramReader(options.analyze);
  const drafts = buildNodes(process, reader);
  const starts = resolveCatches(drafts, reader);
  resolveCompensation(drafts);
  findReach(drafts);
  for (const node of drafts.nodes.values()) node.startNodes = startNodesOf(node, drafts);
  const graph: ProcessGraph = {
    processId: drafts.root.elementId,
    name: drafts.root.name,
    versionTag: nameOf(extension(process, 'zeebe:VersionTag')?.get('value')),
    historyLevel: options.historyLevel ?? 'full',
    root: nodeOf(drafts.root),
    nodes: drafts.nodes as ReadonlyMap<string, Node>,
    flows: drafts.flows,
    starts,
    references: referencesOf(drafts),
  };
  return { graph: reader.problems.length === 0 ? graph : undefined, problems: reader.problems };
}

/** The none start events of a scope; without any start event all nodes without incoming flow (INS-2, SUB-2). */
function startNodesOf(scope: Draft, { sources }: Drafts): Node[] {
  const starts = scope.children.filter(({ kind }) => kind === 'start-event');
  const plain = starts.filter((start) => {
    const source = sources.get(start);
    return source && definitionsOf(source).length === 0;
  });
  return (starts.length > 0 ? plain : scope.children.filter(beginsAlone)).map(nodeOf);
}

function beginsAlone(node: Draft): boolean {
  const elsewhere =
    node.kind === 'boundary-event' || node.kind === 'event-sub-process' || node.forCompensation;
  return node.incoming.length === 0 && !elsewhere && linkOf(node) === undefined && !instantiates(node);
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
      const id = nameOf(found?.get(property));
      if (!found || id === undefined || id.startsWith('=')) return [];
      return [{ from: node.elementId, to, id, binding: bindingOf(found) }];
    }),
  );
}
