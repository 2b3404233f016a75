import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DeployedResource } from '@iter/engine-runtime';
import { readBpmnFile } from '../diagrams/read-file.ts';
import { readFormSchema } from '../forms/form-schema.ts';
import { SeedError } from './seed-error.ts';

/** Files that are published together: a diagram with what is bound to it, or what several diagrams share. */
export interface SeedBundle {
  /** Processes in the diagram; none for shared forms and decisions. */
  readonly processIds: readonly string[];
  readonly resources: readonly DeployedResource[];
  /** Changes with any byte of any file. */
  readonly checksum: string;
}

const kinds = ['.bpmn', '.form', '.dmn'];

/** The diagrams that the product ships with, not yet looked into. */
export interface SeedFiles {
  readonly folder: string;
  readonly resources: readonly DeployedResource[];
  /** Changes with any byte of any file. */
  readonly checksum: string;
}

/** Reads every `.bpmn`, `.form` and `.dmn` file below a folder. */
export async function readSeedFiles(folder: string): Promise<SeedFiles> {
  const resources = await readResources(folder);
  return { folder, resources, checksum: checksumOf(resources) };
}

/** Puts the files into bundles: what they share first, so that nothing is missing when it runs. */
export async function bundleSeeds({ folder, resources }: SeedFiles): Promise<readonly SeedBundle[]> {
  const diagrams = resources.filter(({ name }) => name.endsWith('.bpmn'));
  const others = await Promise.all(resources.filter((resource) => !diagrams.includes(resource)).map(withIds));
  const bound = new Set<DeployedResource>();
  const bundles: SeedBundle[] = [];
  for (const diagram of diagrams) {
    const file = await readBpmnFile(diagram.content);
    if (!file) throw new SeedError(`${diagram.name} in ${folder} is no BPMN file.`);
    const own = others.filter(({ ids }) =>
      ids.some((id) => file.ownForms.has(id) || file.ownDecisions.has(id)),
    );
    for (const { resource } of own) bound.add(resource);
    const processIds = file.processes.map(({ processId }) => processId);
    bundles.push(bundleOf(processIds, [diagram, ...own.map(({ resource }) => resource)]));
  }
  const shared = others.map(({ resource }) => resource).filter((resource) => !bound.has(resource));
  return shared.length === 0 ? bundles : [bundleOf([], shared), ...bundles];
}

async function readResources(folder: string): Promise<readonly DeployedResource[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && kinds.includes(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    files.map(async (file) => ({ name: path.basename(file), content: await readFile(file) })),
  );
}

interface Identified {
  readonly resource: DeployedResource;
  /** The form's id, or the ids of the decisions. */
  readonly ids: readonly string[];
}

async function withIds(resource: DeployedResource): Promise<Identified> {
  const source = new TextDecoder().decode(resource.content);
  if (resource.name.endsWith('.dmn')) {
    return {
      resource,
      ids: [...source.matchAll(/<(?:\w+:)?decision\s[^>]*?\bid="([^"]+)"/g)].map(([, id]) => id ?? ''),
    };
  }
  const read = readFormSchema(source);
  if ('reason' in read) throw new SeedError(`${resource.name} is no form: ${read.reason}`);
  return { resource, ids: read.schema.id === undefined ? [] : [read.schema.id] };
}

function bundleOf(processIds: readonly string[], resources: readonly DeployedResource[]): SeedBundle {
  return { processIds, resources, checksum: checksumOf(resources) };
}

function checksumOf(resources: readonly DeployedResource[]): string {
  const hash = createHash('sha256');
  for (const { name, content } of resources) hash.update(`${name}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}
