import { COUNTING, extensions, RandomXml } from './random-xml.ts';

const ACTIVITIES = 'userTask userTask serviceTask task scriptTask receiveTask'.split(' ');
const GATEWAYS = 'exclusiveGateway parallelGateway inclusiveGateway complexGateway'.split(' ');
const NODES = [...ACTIVITIES, ...GATEWAYS, 'intermediateCatchEvent', 'endEvent'];
const SPLITTING: ReadonlySet<string> = new Set(['exclusiveGateway', 'inclusiveGateway', 'task']);

/**
 * A process whose flows go from anywhere to anywhere: joins without splits, splits without joins, loops, tokens that
 * multiply or are stuck. It may never end by itself, but it must keep the invariants, and it can be canceled.
 */
export class RandomGraph extends RandomXml {
  xml(): string {
    const body = this.inside(() => {
      const nodes = Array.from({ length: 5 + this.below(8) }, () => this.#node(this.pick(NODES)));
      const start = this.add('startEvent');
      this.flow(start, this.pick(nodes).id);
      for (const { id, tag } of nodes) {
        const flows = tag === 'endEvent' ? 0 : 1 + this.below(2);
        for (let count = 0; count < flows; count++)
          this.flow(id, this.pick(nodes).id, SPLITTING.has(tag) && count > 0 ? this.#condition() : undefined);
      }
    });
    return this.definitions(['graph', body]);
  }

  #node(tag: string): { readonly id: string; readonly tag: string } {
    const signal = `<signalEventDefinition signalRef="signal${this.below(3)}"/>`;
    const inside = {
      scriptTask: COUNTING,
      intermediateCatchEvent: this.chance(0.5) ? signal : '<messageEventDefinition messageRef="message0"/>',
      complexGateway: `<activationCondition>=activationCount >= ${1 + this.below(2)}</activationCondition>`,
      endEvent: this.chance(0.1) ? '<terminateEventDefinition/>' : '',
      userTask: this.chance(0.2)
        ? extensions('<zeebe:ioMapping><zeebe:input source="=turns" target="seen"/></zeebe:ioMapping>')
        : '',
    };
    const attributes = tag === 'receiveTask' ? ' messageRef="message0"' : '';
    return { id: this.add(tag, attributes, inside[tag as keyof typeof inside] ?? ''), tag };
  }

  #condition(): string {
    return this.pick(['true', 'false', 'turns = null or turns &lt; 3', 'turns != null and turns &gt;= 3']);
  }
}
