import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { definitions, process } from './bpmn-builder.ts';

interface Element {
  readonly $type: string;
  readonly id: string;
  get(name: string): unknown;
}

async function parse(xml: string): Promise<Map<string, Element>> {
  const { elementsById, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml);
  expect(warnings).toEqual([]);
  return new Map(Object.entries(elementsById as Record<string, Element>));
}

describe('BPMN builder', () => {
  it('writes a straight process with the flows between its elements', async () => {
    const elements = await parse(
      process('p').start().userTask('a', { candidateGroups: 'clerks' }).end().xml(),
    );
    expect(elements.get('p')?.get('isExecutable')).toBe(true);
    expect(elements.get('a')?.$type).toBe('bpmn:UserTask');
    expect(elements.get('start-a')?.get('targetRef')).toBe(elements.get('a'));
    expect(elements.get('a-end')?.get('sourceRef')).toBe(elements.get('a'));
  });

  it('writes conditions, the default flow and joins of branches', async () => {
    const elements = await parse(
      process('p')
        .start()
        .exclusive('g')
        .when('=x > 1 & "<y>"')
        .task('a')
        .exclusive('join')
        .end()
        .at('g')
        .otherwise('no')
        .to('join')
        .xml(),
    );
    expect(elements.get('g')?.get('default')).toBe(elements.get('g-join'));
    const condition = elements.get('g-a')?.get('conditionExpression') as Element;
    expect(condition.get('body')).toBe('=x > 1 & "<y>"');
    expect(elements.get('join')?.get('incoming')).toHaveLength(2);
  });

  it('writes events, boundaries, scopes, loops and mappings that moddle reads without a warning', async () => {
    const elements = await parse(
      process('p', { versionTag: 'v1', properties: { 'iter:term': ['{"id":"a"}', '{"id":"b"}'] } })
        .start('begin', { message: 'order' })
        .subProcess('sub', (inside) =>
          inside.start().scriptTask('s', { expression: '=1', resultVariable: 'r' }).end(),
        )
        .callActivity('call', { processId: 'other', multiInstance: { collection: '=[1,2]', element: 'i' } })
        .serviceTask('job', { retries: 5, headers: { k: 'v' }, inputs: { x: '=y' }, loop: { maximum: 3 } })
        .catchEvent('wait', { message: { name: 'paid', correlationKey: '=id' } })
        .end('failed', { error: 'E1' })
        .boundary('late', 'job', { timer: { duration: 'PT1H' }, interrupting: false })
        .end('lateEnd', { terminate: true })
        .eventSubProcess('esp', (inside) => inside.start('caught', { error: 'E1' }).end())
        .xml(),
    );
    expect(elements.get('late')?.get('cancelActivity')).toBe(false);
    expect(elements.get('sub')?.get('flowElements')).toHaveLength(5);
    expect(elements.get('esp')?.get('triggeredByEvent')).toBe(true);
    expect([...elements.values()].filter(({ $type }) => $type === 'bpmn:Error')).toHaveLength(1);
    expect([...elements.values()].filter(({ $type }) => $type === 'bpmn:Message')).toHaveLength(2);
  });

  it('shares messages between processes of one file', async () => {
    const elements = await parse(
      definitions((make) => [
        make('a').start('sa', { message: 'm' }).end('ea'),
        make('b').start('sb', { message: 'm' }).end('eb'),
      ]),
    );
    expect([...elements.values()].filter(({ $type }) => $type === 'bpmn:Message')).toHaveLength(1);
  });

  it('refuses a flow to nowhere and an id used twice', () => {
    expect(() => process('p').start().to('missing').xml()).toThrow("'missing' is none");
    expect(() => process('p').start().task('a').task('a')).toThrow("'a' exists");
  });
});
