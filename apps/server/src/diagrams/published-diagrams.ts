import { getProcessDefinitionXml, type Reader } from '@iter/history';
import { sheetFromBpmn, type DiagramSheet } from '@iter/register';
import { Injectable } from '@nestjs/common';
import { readBpmnFile, type BpmnFile } from './read-file.ts';

/** What is kept of a diagram is some ten kilobytes; the register has some two hundred. */
const maxKept = 1_000;

export interface PublishedDiagram {
  readonly file: BpmnFile;
  /** Undefined where the file has no process. */
  readonly sheet: DiagramSheet | undefined;
}

/** Versions of processes as their diagrams say; a version never changes, so what was read once is kept. */
@Injectable()
export class PublishedDiagrams {
  private readonly known = new Map<string, PublishedDiagram>();

  /** Undefined where the tenant has no such version. */
  async of(reader: Reader, processDefinitionKey: string): Promise<PublishedDiagram | undefined> {
    const id = JSON.stringify([reader.viewer.tenantId, processDefinitionKey]);
    const known = this.known.get(id);
    if (known) return known;
    const xml = await getProcessDefinitionXml(reader, processDefinitionKey);
    const diagram = xml === undefined ? undefined : await readDiagram(xml);
    if (!diagram) return undefined;
    if (this.known.size >= maxKept) this.known.clear();
    this.known.set(id, diagram);
    return diagram;
  }
}

/** Reads a diagram whatever its state; undefined where it is no BPMN. */
export async function readDiagram(xml: string | Uint8Array): Promise<PublishedDiagram | undefined> {
  const file = await readBpmnFile(xml);
  return file && { file, sheet: await sheetFromBpmn(xml) };
}
