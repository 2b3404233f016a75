import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { checkDrawing } from './check-drawing.ts';
import { layoutDiagram } from './layout-diagram.ts';
import { list, type Moddle, reference } from './moddle.ts';
import { randomProcess } from '../test/random-process.ts';

const drawn = async (body: string): Promise<Moddle> => {
  const moddle = new BpmnModdle();
  const { rootElement } = await moddle.fromXML(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">${body}</definitions>`,
  );
  layoutDiagram(rootElement, (type, properties) => moddle.create(type, properties));
  return rootElement;
};
const shapes = (
  definitions: Moddle,
): Map<string, { x: number; y: number; width: number; height: number }> => {
  const plane = list(definitions, 'diagrams').map((diagram) => reference(diagram, 'plane'))[0];
  const elements = plane === undefined ? [] : list(plane, 'planeElement');
  return new Map(
    elements.flatMap((element) => {
      const bounds = reference(element, 'bounds');
      const id = reference(element, 'bpmnElement')?.id;
      if (bounds === undefined || id === undefined) return [];
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bounds.get(name)));
      return [[id, { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 }] as const];
    }),
  );
};
const flow = (from: string, to: string, name = ''): string =>
  `<sequenceFlow id="${from}-${to}" name="${name}" sourceRef="${from}" targetRef="${to}"/>`;

describe('a drawn diagram', () => {
  it('reads from left to right, straight on one height', async () => {
    const placed = shapes(
      await drawn(
        `<process id="p"><startEvent id="s"/><task id="a" name="Uno"/><task id="b" name="Due"/><endEvent id="e"/>
        ${flow('s', 'a')}${flow('a', 'b')}${flow('b', 'e')}</process>`,
      ),
    );
    const order = ['s', 'a', 'b', 'e'].map((id) => placed.get(id));
    const middles = order.map((bounds) => (bounds?.y ?? 0) + (bounds?.height ?? 0) / 2);
    expect(new Set(middles).size).toBe(1);
    const lefts = order.map((bounds) => bounds?.x ?? 0);
    expect([...lefts].sort((one, other) => one - other)).toEqual(lefts);
  });

  it('has every node in its lane and every lane in the pool', async () => {
    const definitions = await drawn(
      `<collaboration id="c"><participant id="pool" name="Pool" processRef="p"/></collaboration>
      <process id="p"><laneSet id="ls"><lane id="l1" name="Uno"><flowNodeRef>s</flowNodeRef><flowNodeRef>a</flowNodeRef></lane>
      <lane id="l2" name="Una corsia dal nome piuttosto lungo"><flowNodeRef>b</flowNodeRef><flowNodeRef>e</flowNodeRef></lane></laneSet>
      <startEvent id="s"/><task id="a"/><task id="b"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 'b')}${flow('b', 'e')}</process>`,
    );
    expect(checkDrawing(definitions).faults).toEqual([]);
    const placed = shapes(definitions);
    const [pool, l1, l2] = ['pool', 'l1', 'l2'].map((id) => placed.get(id));
    expect((l1?.height ?? 0) + (l2?.height ?? 0)).toBe(pool?.height);
    expect((l1?.y ?? 0) + (l1?.height ?? 0)).toBe(l2?.y);
  });

  it('hangs events on the lower border and leads their flows down', async () => {
    const definitions = await drawn(
      `<process id="p"><startEvent id="s"/><task id="a"/><boundaryEvent id="t" attachedToRef="a" name="Cinque giorni"><timerEventDefinition/></boundaryEvent>
      <task id="b"/><endEvent id="e"/><endEvent id="f"/>${flow('s', 'a')}${flow('a', 'e')}${flow('t', 'b')}${flow('b', 'f')}</process>`,
    );
    expect(checkDrawing(definitions).faults).toEqual([]);
    const placed = shapes(definitions);
    const host = placed.get('a');
    const event = placed.get('t');
    expect((event?.y ?? 0) + 18).toBe((host?.y ?? 0) + (host?.height ?? 0));
    expect(placed.get('b')?.y).toBeGreaterThan((host?.y ?? 0) + (host?.height ?? 0));
  });

  it('draws what sub-processes hold inside them, event sub-processes below the rest', async () => {
    const definitions = await drawn(
      `<process id="p"><startEvent id="s"/><subProcess id="sub" name="Esame"><startEvent id="s2"/><task id="a"/><endEvent id="e2"/>${flow('s2', 'a')}${flow('a', 'e2')}</subProcess>
      <endEvent id="e"/>${flow('s', 'sub')}${flow('sub', 'e')}
      <subProcess id="esp" triggeredByEvent="true" name="Sollecito"><startEvent id="s3"><timerEventDefinition/></startEvent><endEvent id="e3"/>${flow('s3', 'e3')}</subProcess></process>`,
    );
    const report = checkDrawing(definitions);
    expect(report.faults).toEqual([]);
    const placed = shapes(definitions);
    expect(placed.get('esp')?.y).toBeGreaterThan(
      (placed.get('sub')?.y ?? 0) + (placed.get('sub')?.height ?? 0),
    );
  });

  it('leads messages from and to pools above and below', async () => {
    const definitions = await drawn(
      `<collaboration id="c"><participant id="up" name="Cittadino"/><participant id="pool" name="Ente" processRef="p"/><participant id="down" name="Ministero"/>
      <messageFlow id="m1" sourceRef="up" targetRef="a"/><messageFlow id="m2" sourceRef="b" targetRef="down"/><messageFlow id="m3" sourceRef="b" targetRef="up"/></collaboration>
      <process id="p"><startEvent id="s"/><task id="a"/><task id="b"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 'b')}${flow('b', 'e')}</process>`,
    );
    expect(checkDrawing(definitions).faults).toEqual([]);
  });

  it('replaces a drawing that was there', async () => {
    const definitions = await drawn('<process id="p"><task id="a"/></process>');
    layoutDiagram(definitions, (type, properties) => new BpmnModdle().create(type, properties));
    expect(list(definitions, 'diagrams')).toHaveLength(1);
  });
});

describe('random processes in lanes', () => {
  it.each([1, 4, 8, 12, 14, 17, 20, 23, 29, 33, 36, 39])(
    'number %i',
    async (seed) => {
      const { faults } = checkDrawing(await drawn(randomProcess(seed)));
      // With many branches in one place a label may have to touch a line; nothing else is ever forgiven.
      const labels = faults.filter(({ kind }) => kind === 'label-on-flow' || kind === 'label-on-label');
      expect(faults.filter((fault) => !labels.includes(fault))).toEqual([]);
      expect(labels.length).toBeLessThanOrEqual(1);
    },
    60_000,
  );
});
