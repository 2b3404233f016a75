import type { JobModel } from '@iter/engine-core';
import { elementsAt, extension, textAt, type DiagramReader, type Source } from '../diagram-reader.ts';

/** `zeebe:taskDefinition` and headers; without a type the element's id is the type (TSK-2, WARN-14). */
export function jobModel(source: Source, reader: DiagramReader): JobModel {
  return declaredJob(source, reader) ?? job(source, reader, { fixed: source.id ?? '' });
}

/** The job that a task definition declares, if there is one. */
export function declaredJob(source: Source, reader: DiagramReader): JobModel | undefined {
  const type = reader.text(source, extension(source, 'zeebe:TaskDefinition')?.get('type'));
  return type && job(source, reader, type);
}

function job(source: Source, reader: DiagramReader, type: JobModel['type']): JobModel {
  const retries = type && extension(source, 'zeebe:TaskDefinition')?.get('retries');
  return { type, retries: reader.text(source, retries) ?? THREE, headers: headersOf(source) };
}

export const THREE = { fixed: '3' };

export function headersOf(source: Source): Readonly<Record<string, string>> {
  return headersIn(extension(source, 'zeebe:TaskHeaders'));
}

export function headersIn(list: Source | undefined): Readonly<Record<string, string>> {
  const headers = elementsAt(list, 'values');
  return Object.fromEntries(headers.map((header) => [textAt(header, 'key'), textAt(header, 'value')]));
}
