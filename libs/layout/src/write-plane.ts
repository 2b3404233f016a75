import type { Bounds } from './geometry.ts';
import type { PlaneDrawing } from './layout-diagram.ts';
import { type Create, idOf, list, type Moddle, reference } from './moddle.ts';

/** The BPMN DI of a drawing: shapes and edges in the order of the elements, so that files compare well. */
export function writePlane(subject: Moddle, drawing: PlaneDrawing, create: Create): Moddle {
  const elements = drawnElements(subject);
  const planeElement = elements.flatMap((element) => {
    const drawn = drawElement(element, drawing, create);
    return drawn === undefined ? [] : [drawn];
  });
  const id = idOf(subject);
  const plane = create('bpmndi:BPMNPlane', { id: `piano-${id}`, bpmnElement: subject, planeElement });
  return create('bpmndi:BPMNDiagram', { id: `disegno-${id}`, plane });
}

function drawnElements(subject: Moddle): Moddle[] {
  const inProcess = (process: Moddle): Moddle[] => [
    ...list(process, 'laneSets').flatMap(lanesOf),
    ...list(process, 'flowElements').flatMap((element) => [element, ...inProcess(element)]),
  ];
  if (subject.$type !== 'bpmn:Collaboration') return inProcess(subject);
  const participants = list(subject, 'participants').flatMap((participant) => {
    const process = reference(participant, 'processRef');
    return process === undefined ? [participant] : [participant, ...inProcess(process)];
  });
  return [...participants, ...list(subject, 'messageFlows')];
}

function lanesOf(laneSet: Moddle): Moddle[] {
  return list(laneSet, 'lanes').flatMap((lane) => {
    const inner = reference(lane, 'childLaneSet');
    return inner === undefined ? [lane] : [lane, ...lanesOf(inner)];
  });
}

function drawElement(element: Moddle, drawing: PlaneDrawing, create: Create): Moddle | undefined {
  const id = idOf(element);
  const label = drawing.labels.get(id);
  const bounds = (value: Bounds): Moddle => create('dc:Bounds', { ...value });
  const labeled = label === undefined ? {} : { label: create('bpmndi:BPMNLabel', { bounds: bounds(label) }) };
  const points = drawing.edges.get(id);
  if (points !== undefined) {
    return create('bpmndi:BPMNEdge', {
      id: `linea-${id}`,
      bpmnElement: element,
      waypoint: points.map(({ x, y }) => create('dc:Point', { x, y })),
      ...labeled,
    });
  }
  const shape = drawing.shapes.get(id);
  if (shape === undefined) return undefined;
  return create('bpmndi:BPMNShape', {
    id: `forma-${id}`,
    bpmnElement: element,
    ...flags(element),
    bounds: bounds(shape),
    ...labeled,
  });
}

function flags(element: Moddle): Record<string, boolean> {
  if (element.$type === 'bpmn:Participant' || element.$type === 'bpmn:Lane') return { isHorizontal: true };
  if (element.$type === 'bpmn:ExclusiveGateway') return { isMarkerVisible: true };
  if (list(element, 'flowElements').length > 0) return { isExpanded: true };
  return {};
}
