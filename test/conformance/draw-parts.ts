import { escape, type Roots } from './draw-roots.ts';

export type Options = ReadonlyMap<string, string>;

/** What Zeebe's dialect adds to an element. */
export function extensions(id: string, kind: string, options: Options): string {
  const of = (prefix: string): [string, string][] =>
    [...options]
      .filter(([name]) => name.startsWith(`${prefix}.`))
      .map(([name, value]) => [name.slice(prefix.length + 1), value]);
  const parts: string[] = [];
  if (kind === 'user') parts.push('<zeebe:userTask/>');
  const attributes = (values: readonly [string, string][]): string =>
    values.map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  if (kind === 'service' || options.has('type'))
    parts.push(
      `<zeebe:taskDefinition type="${escape(options.get('type') ?? id)}"${options.has('retries') ? ` retries="${options.get('retries')}"` : ''}/>`,
    );
  if (options.has('assign'))
    parts.push(`<zeebe:assignmentDefinition assignee="${escape(options.get('assign') ?? '')}"/>`);
  if (options.has('groups'))
    parts.push(`<zeebe:assignmentDefinition candidateGroups="${escape(options.get('groups') ?? '')}"/>`);
  if (options.has('due')) parts.push(`<zeebe:taskSchedule dueDate="${escape(options.get('due') ?? '')}"/>`);
  if (options.has('priority'))
    parts.push(`<zeebe:priorityDefinition priority="${escape(options.get('priority') ?? '')}"/>`);
  if (options.has('feel'))
    parts.push(
      `<zeebe:script expression="=${escape(options.get('feel') ?? '')}" resultVariable="${options.get('result') ?? 'result'}"/>`,
    );
  if (options.has('decision'))
    parts.push(
      `<zeebe:calledDecision decisionId="${escape(options.get('decision') ?? '')}" resultVariable="${options.get('result') ?? 'result'}"/>`,
    );
  if (options.has('calls'))
    parts.push(
      `<zeebe:calledElement processId="${escape(options.get('calls') ?? '')}"${attributes(of('call'))}/>`,
    );
  const adhoc: [string, string][] = [
    ['activeElementsCollection', 'starts'],
    ['outputCollection', 'gathers'],
    ['outputElement', 'gives'],
  ].flatMap(([attribute = '', option = '']) =>
    kind === 'adhoc' && options.has(option)
      ? [[attribute, `${option === 'gathers' ? '' : '='}${options.get(option)}`] as [string, string]]
      : [],
  );
  if (adhoc.length > 0) parts.push(`<zeebe:adHoc${attributes(adhoc)}/>`);
  const inputs = of('in').map(
    ([target, source]) => `<zeebe:input source="=${escape(source)}" target="${target}"/>`,
  );
  const outputs = of('out').map(
    ([target, source]) => `<zeebe:output source="=${escape(source)}" target="${target}"/>`,
  );
  if (inputs.length + outputs.length > 0)
    parts.push(`<zeebe:ioMapping>${inputs.join('')}${outputs.join('')}</zeebe:ioMapping>`);
  const listeners = of('listen').map(
    ([on, type]) => `<zeebe:executionListener eventType="${on}" type="${type}"/>`,
  );
  if (listeners.length > 0)
    parts.push(`<zeebe:executionListeners>${listeners.join('')}</zeebe:executionListeners>`);
  const watchers = of('task').map(([on, type]) => `<zeebe:taskListener eventType="${on}" type="${type}"/>`);
  if (watchers.length > 0) parts.push(`<zeebe:taskListeners>${watchers.join('')}</zeebe:taskListeners>`);
  const properties = of('property').map(
    ([name, value]) => `<zeebe:property name="${name}" value="${escape(value)}"/>`,
  );
  if (properties.length > 0) parts.push(`<zeebe:properties>${properties.join('')}</zeebe:properties>`);
  return parts.length === 0 ? '' : `<extensionElements>${parts.join('')}</extensionElements>`;
}

/** Event definitions, own and referenced. */
export function definitions(kind: string, options: Options, roots: Roots): string {
  if (!/start|end|catch|throw|boundary/.test(kind)) return '';
  const parts: string[] = [];
  const references: string[] = [];
  const define = (name: string, attributes = '', inside = ''): void => {
    parts.push(`<${name}EventDefinition${attributes}>${inside}</${name}EventDefinition>`);
  };
  for (const [name, value] of options) {
    const [option = ''] = name.split('#');
    if (option === 'timer') define('timer', '', `<timeDuration>${escape(value)}</timeDuration>`);
    if (option === 'date') define('timer', '', `<timeDate>${escape(value)}</timeDate>`);
    if (option === 'cycle') define('timer', '', `<timeCycle>${escape(value)}</timeCycle>`);
    if (option === 'message') define('message', ` messageRef="${roots.message(value)}"`);
    if (option === 'signal')
      define(
        'signal',
        value === '' ? '' : ` signalRef="${roots.root('signal', value, `name="${escape(value)}"`)}"`,
      );
    if (option === 'error')
      define(
        'error',
        value === '' ? '' : ` errorRef="${roots.root('error', value, `errorCode="${escape(value)}"`)}"`,
      );
    if (option === 'escalation')
      define(
        'escalation',
        value === ''
          ? ''
          : ` escalationRef="${roots.root('escalation', value, `escalationCode="${escape(value)}"`)}"`,
      );
    if (option === 'when')
      define(
        'conditional',
        '',
        `${options.has('onChange') ? `<extensionElements><zeebe:conditionalFilter variableEvents="${options.get('onChange')}"/></extensionElements>` : ''}<condition>=${escape(value)}</condition>`,
      );
    if (option === 'link') define('link', ` name="${value}"`);
    if (option === 'compensate')
      define(
        'compensate',
        `${value === '' ? '' : ` activityRef="${value}"`}${options.has('nowait') ? ' waitForCompletion="false"' : ''}`,
      );
    if (option === 'cancel') define('cancel');
    if (option === 'terminate') define('terminate');
    if (option === 'shares') {
      const signal = roots.root('signal', value, `name="${escape(value)}"`);
      roots.nodes.set(
        `definition ${value}`,
        `<signalEventDefinition id="definition_${value}" signalRef="${signal}"/>`,
      );
      references.push(`<eventDefinitionRef>definition_${value}</eventDefinitionRef>`);
    }
  }
  return [...parts, ...references].join('');
}

/** Loop or multi-instance of an activity. */
export function loop(options: Options, roots: Roots): string {
  const each = options.get('each');
  const number = options.get('number');
  if (each !== undefined || number !== undefined) {
    const attribute = (name: string, option: string, feel = ''): string =>
      options.has(option) ? ` ${name}="${feel}${escape(options.get(option) ?? '')}"` : '';
    const zeebe =
      each === undefined
        ? ''
        : `<extensionElements><zeebe:loopCharacteristics inputCollection="=${escape(each)}"${attribute('inputElement', 'as')}${attribute('outputCollection', 'gathers')}${attribute('outputElement', 'gives', '=')}/></extensionElements>`;
    const cardinality = number === undefined ? '' : `<loopCardinality>=${escape(number)}</loopCardinality>`;
    const until = options.has('until')
      ? `<completionCondition>=${escape(options.get('until') ?? '')}</completionCondition>`
      : '';
    const behavior = options.has('behavior') ? ` behavior="${options.get('behavior')}"` : '';
    const event = options.get('throws');
    if (event !== undefined)
      roots.nodes.set(
        `definition ${event}`,
        `<signalEventDefinition id="definition_${event}" signalRef="${roots.root('signal', event, `name="${event}"`)}"/>`,
      );
    const reference =
      event === undefined || options.get('behavior') === 'Complex'
        ? ''
        : ` ${(options.get('behavior') ?? '').toLowerCase()}BehaviorEventRef="definition_${event}"`;
    const complex =
      options.get('behavior') === 'Complex'
        ? `<complexBehaviorDefinition><condition>=${escape(options.get('throwsWhen') ?? '')}</condition><event><signalEventDefinition signalRef="${roots.root('signal', event ?? '', `name="${event}"`)}"/></event></complexBehaviorDefinition>`
        : '';
    return `<multiInstanceLoopCharacteristics${options.has('sequential') ? ' isSequential="true"' : ''}${behavior}${reference}>${zeebe}${cardinality}${complex}${until}</multiInstanceLoopCharacteristics>`;
  }
  const [list, item] = (options.get('data') ?? '').split(',');
  if (list && item) {
    roots.data.push(`<dataObject id="${list}-object" name="${list}"/>`);
    return `<multiInstanceLoopCharacteristics><loopDataInputRef>${list}-object</loopDataInputRef><inputDataItem id="${item}-data" name="${item}"/></multiInstanceLoopCharacteristics>`;
  }
  if (!options.has('loop') && !options.has('max')) return '';
  const condition = options.get('loop');
  return `<standardLoopCharacteristics${options.has('before') ? ' testBefore="true"' : ''}${options.has('max') ? ` loopMaximum="${options.get('max')}"` : ''}>${condition ? `<loopCondition>=${escape(condition)}</loopCondition>` : ''}</standardLoopCharacteristics>`;
}
