import { getProcessDefinitionXml, type Reader } from '@iter/history';
import { Injectable } from '@nestjs/common';
import { readBpmnFile, type BpmnFile } from './read-file.ts';

/** A parsed diagram is some hundred kilobytes less than its file; the register has some two hundred. */
const maxKept = 400;

export interface PublishedDiagram {
  readonly xml: string;
  readonly file: BpmnFile;
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
    const file = xml === undefined ? undefined : await readBpmnFile(xml);
    if (xml === undefined || file === undefined) return undefined;
    if (this.known.size >= maxKept) this.known.clear();
    const diagram = { xml, file };
    this.known.set(id, diagram);
    return diagram;
  }
}
