import type { DmnProblem } from '../problem.ts';
import { readXml, XmlFault } from '../xml/read-xml.ts';
import { attribute, childNamed, childrenNamed } from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type {
  DmnImport,
  DmnItemDefinition,
  DmnModel,
  DmnReference,
  DmnVariable,
  DrgElement,
} from './dmn-model.ts';
import { ExpressionReader } from './read-expression.ts';
import { typeRefOf } from './type-ref.ts';

/** The namespaces of DMN 1.1 to 1.6. */
const NAMESPACE = /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(?:MODEL\/|dmn\.xsd)$/;

export type ModelReading =
  | { readonly ok: true; readonly model: DmnModel; readonly problems: readonly DmnProblem[] }
  | { readonly ok: false; readonly problems: readonly DmnProblem[] };

/** Reads a DMN file of any version from 1.1 on. Elements of other namespaces are passed over. */
export function readModel(xml: string): ModelReading {
  try {
    const root = readXml(xml);
    if (root.name !== 'definitions' || !NAMESPACE.test(root.namespace)) {
      const message = 'Expected the root element `definitions` of DMN 1.1 or later.';
      return {
        ok: false,
        problems: [{ code: 'NOT_DMN', message, elementId: null, line: root.line, column: root.column }],
      };
    }
    const problems: DmnProblem[] = [];
    return { ok: true, model: modelOf(root, problems), problems };
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const { message, line, column } = error;
    return { ok: false, problems: [{ code: 'XML', message, elementId: null, line, column }] };
  }
}

function modelOf(root: XmlElement, problems: DmnProblem[]): DmnModel {
  return {
    id: attribute(root, 'id'),
    name: attribute(root, 'name') ?? '',
    namespace: attribute(root, 'namespace') ?? '',
    imports: childrenNamed(root, 'import').map(importOf),
    itemDefinitions: childrenNamed(root, 'itemDefinition').map(itemDefinitionOf),
    elements: root.children.flatMap((child) =>
      child.namespace === root.namespace ? elementOf(child, problems, versionTagOf(root)) : [],
    ),
  };
}

function placeOf(element: XmlElement): { line: number; column: number } {
  return { line: element.line, column: element.column };
}

function importOf(element: XmlElement): DmnImport {
  return {
    ...placeOf(element),
    name: attribute(element, 'name') ?? '',
    namespace: attribute(element, 'namespace') ?? '',
    importType: attribute(element, 'importType') ?? '',
  };
}

function textOf(element: XmlElement | null): string | null {
  return element === null ? null : (childNamed(element, 'text')?.text ?? null);
}

function itemDefinitionOf(element: XmlElement): DmnItemDefinition {
  const functionItem = childNamed(element, 'functionItem');
  return {
    ...placeOf(element),
    name: attribute(element, 'name') ?? '',
    typeRef: typeRefOf(element),
    isCollection: attribute(element, 'isCollection') === 'true',
    allowedValues: textOf(childNamed(element, 'allowedValues')),
    typeConstraint: textOf(childNamed(element, 'typeConstraint')),
    components: childrenNamed(element, 'itemComponent').map(itemDefinitionOf),
    functionItem:
      functionItem === null
        ? null
        : {
            parameters: childrenNamed(functionItem, 'parameters').map((parameter) =>
              variableOf(parameter, ''),
            ),
            resultTypeRef: typeRefOf(functionItem, 'outputTypeRef'),
          },
  };
}

function variableOf(element: XmlElement | null, otherwise: string): DmnVariable {
  if (element === null) return { name: otherwise, typeRef: null };
  return { name: attribute(element, 'name') ?? otherwise, typeRef: typeRefOf(element) };
}

const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';

/** As Camunda's modeler writes it, within the extension elements. */
function versionTagOf(element: XmlElement): string | null {
  const extensions = childNamed(element, 'extensionElements')?.children ?? [];
  const tag = extensions.find((child) => child.namespace === ZEEBE && child.name === 'versionTag');
  return tag === undefined ? null : attribute(tag, 'value');
}

function elementOf(element: XmlElement, problems: DmnProblem[], fileTag: string | null): DrgElement[] {
  const name = attribute(element, 'name') ?? '';
  const base = {
    ...placeOf(element),
    id: attribute(element, 'id') ?? name,
    name,
    versionTag: versionTagOf(element) ?? fileTag,
    variable: variableOf(childNamed(element, 'variable'), name),
  };
  const reader = new ExpressionReader(base.id, problems);
  switch (element.name) {
    case 'inputData':
      return [{ ...base, kind: 'input data' }];
    case 'decision':
      return [
        { ...base, kind: 'decision', requirements: requirementsOf(element), logic: reader.within(element) },
      ];
    case 'businessKnowledgeModel': {
      const logic = childNamed(element, 'encapsulatedLogic');
      return [
        {
          ...base,
          kind: 'business knowledge model',
          requirements: requirementsOf(element),
          logic: logic === null ? null : reader.functionOf(logic),
        },
      ];
    }
    case 'decisionService':
      return [
        {
          ...base,
          kind: 'decision service',
          outputs: referencesOf(element, 'outputDecision'),
          encapsulated: referencesOf(element, 'encapsulatedDecision'),
          inputDecisions: referencesOf(element, 'inputDecision'),
          inputData: referencesOf(element, 'inputData'),
        },
      ];
    default:
      return [];
  }
}

function requirementsOf(element: XmlElement): DmnReference[] {
  return [
    ...childrenNamed(element, 'informationRequirement').flatMap((requirement) => [
      ...referencesOf(requirement, 'requiredInput'),
      ...referencesOf(requirement, 'requiredDecision'),
    ]),
    ...childrenNamed(element, 'knowledgeRequirement').flatMap((requirement) =>
      referencesOf(requirement, 'requiredKnowledge'),
    ),
  ];
}

function referencesOf(element: XmlElement, name: string): DmnReference[] {
  return childrenNamed(element, name).map((reference) => {
    const href = attribute(reference, 'href') ?? '';
    const hash = href.indexOf('#');
    const namespace = hash > 0 ? href.slice(0, hash) : null;
    return { ...placeOf(reference), namespace, id: href.slice(hash + 1) };
  });
}
