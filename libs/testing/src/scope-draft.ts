import { documentation, expression, extensions, type RootElements } from './bpmn-elements.ts';
import type { CommonOptions, FlowOptions } from './bpmn-options.ts';
import { xml, type XmlNode } from './xml-node.ts';

interface DraftElement {
  readonly tag: string;
  readonly attributes: XmlNode['attributes'];
  readonly before: readonly (XmlNode | undefined)[];
  readonly after: readonly (XmlNode | undefined)[];
}
interface DraftFlow extends FlowOptions {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

export interface ElementParts {
  readonly attributes?: XmlNode['attributes'];
  /** Extension elements of this kind of element. */
  readonly own?: readonly (XmlNode | undefined)[];
  /** Children that come after the flow references. */
  readonly after?: readonly (XmlNode | undefined)[];
}

/** The elements and flows of one scope, and the place where the next element is joined. */
export class ScopeDraft {
  protected readonly roots: RootElements;
  readonly #prefix: string;
  readonly #elements = new Map<string, DraftElement>();
  readonly #flows: DraftFlow[] = [];
  readonly #associations: XmlNode[] = [];
  #last: string | undefined;
  #nextFlow: FlowOptions = {};

  /** `prefix` goes before the ids of starts and ends that are given none. */
  constructor(roots: RootElements, prefix = '') {
    this.roots = roots;
    this.#prefix = prefix;
  }

  /** What the next sequence flow carries. */
  flow(options: FlowOptions): this {
    this.#nextFlow = options;
    return this;
  }

  /** The next flow is taken when the FEEL condition holds. */
  when(condition: string, name?: string): this {
    return this.flow({ condition, ...(name === undefined ? {} : { name }) });
  }

  /** The next flow is the default of its source. */
  otherwise(name?: string): this {
    return this.flow({ isDefault: true, ...(name === undefined ? {} : { name }) });
  }

  /** The next flow leaves this element. */
  at(id: string): this {
    this.#last = id;
    return this;
  }

  /** The next element has no flow into it. */
  apart(): this {
    this.#last = undefined;
    return this;
  }

  /** A flow from the last element to one that exists or is still to come; then goes on from there. */
  to(id: string): this {
    this.#connect(id);
    this.#last = id;
    return this;
  }

  /** The children of the scope's XML element, flows last. */
  protected children(): XmlNode[] {
    for (const { id, source, target } of this.#flows) {
      for (const end of [source, target]) {
        if (!this.#elements.has(end))
          throw new Error(`Expected flow '${id}' to end at an element, but '${end}' is none`);
      }
    }
    return [
      ...[...this.#elements].map(([id, element]) => this.#writeElement(id, element)),
      ...this.#flows.map(writeFlow),
      ...this.#associations,
    ];
  }

  protected add(tag: string, id: string, options: CommonOptions, parts: ElementParts = {}): this {
    if (!this.roots.claim(id)) throw new Error(`Expected a new element, but '${id}' exists`);
    this.#elements.set(id, {
      tag: `bpmn:${tag}`,
      attributes: { id, name: options.name, ...parts.attributes, ...options.attributes },
      before: [documentation(options), extensions(options, parts.own)],
      after: parts.after ?? [],
    });
    if (this.#last !== undefined) this.#connect(id);
    this.#last = id;
    return this;
  }

  protected associate(source: string, target: string): void {
    const attributes = { id: `${source}-${target}`, associationDirection: 'One' };
    this.#associations.push(xml('bpmn:association', { ...attributes, sourceRef: source, targetRef: target }));
  }

  /** Runs `build` for elements that no flow reaches and goes on where it was. */
  protected aside(build: () => unknown): this {
    const last = this.#last;
    this.#last = undefined;
    build();
    this.#last = last;
    return this;
  }

  protected free(name: string): string {
    const base = `${this.#prefix}${name}`;
    let id = base;
    for (let count = 2; this.roots.isTaken(id); count++) id = `${base}${count}`;
    return id;
  }

  #connect(target: string): void {
    const source = this.#last;
    if (source === undefined)
      throw new Error(`Expected an element before the flow to '${target}'; use at(id)`);
    const known = this.#flows.filter((flow) => flow.source === source && flow.target === target).length;
    const id = `${source}-${target}${known === 0 ? '' : `-${known + 1}`}`;
    this.#flows.push({ id, ...this.#nextFlow, source, target });
    this.#nextFlow = {};
  }

  #writeElement(id: string, element: DraftElement): XmlNode {
    const incoming = this.#flows
      .filter(({ target }) => target === id)
      .map((flow) => xml('bpmn:incoming', {}, [flow.id]));
    const outgoing = this.#flows.filter(({ source }) => source === id);
    const byDefault = outgoing.find(({ isDefault }) => isDefault)?.id;
    return xml(element.tag, { ...element.attributes, default: byDefault }, [
      ...element.before,
      ...incoming,
      ...outgoing.map((flow) => xml('bpmn:outgoing', {}, [flow.id])),
      ...element.after,
    ]);
  }
}

function writeFlow({ id, source, target, name, condition }: DraftFlow): XmlNode {
  const body = condition === undefined ? undefined : expression('bpmn:conditionExpression', condition);
  return xml('bpmn:sequenceFlow', { id, name, sourceRef: source, targetRef: target }, [body]);
}
