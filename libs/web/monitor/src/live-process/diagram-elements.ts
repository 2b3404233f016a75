const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const LISTED = /^(.*[tT]ask|callActivity|subProcess|transaction|.*Event|.*Gateway)$/;

/** A node of a diagram, as the table names it. */
export interface DiagramElement {
  elementId: string;
  name: string | null;
  /** Local name of its BPMN element: `userTask`. */
  kind: string;
}

/** The nodes of a diagram in the order in which they are written, which is that of the procedure. */
export function elementsOf(xml: string): DiagramElement[] {
  const root = new DOMParser().parseFromString(xml, 'application/xml');
  return [...root.getElementsByTagNameNS(BPMN, '*')]
    .filter((node) => LISTED.test(node.localName) && node.hasAttribute('id'))
    .map((node) => ({
      elementId: node.getAttribute('id') ?? '',
      name: node.getAttribute('name')?.trim() || null,
      kind: node.localName,
    }));
}
