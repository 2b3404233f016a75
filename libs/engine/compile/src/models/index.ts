import type {
  AdHocModel,
  CallModel,
  CatchModel,
  ComplexModel,
  DecisionModel,
  ElementKind,
  JobModel,
  LoopModel,
  ModelOf,
  PublicationModel,
  ScriptModel,
} from '@iter/engine-core';
import {
  bindingOf,
  bodyAt,
  definitionsOf,
  elementAt,
  extension,
  nameOf,
  propertiesOf,
  textAt,
  type DiagramReader,
  type Source,
} from '../diagram-reader.ts';
import { declaredJob, jobModel } from './job.model.ts';
import { publicationModel } from './message.model.ts';
import { multiInstanceModel } from './multi-instance.model.ts';
import { throwModel } from './throw-event.model.ts';
import { userTaskModel } from './user-task.model.ts';

type KindWithModel = {
  [K in ElementKind]: ModelOf<K> extends undefined ? never : K;
}[ElementKind];
type ModelReaders = {
  readonly [K in KindWithModel]: (source: Source, reader: DiagramReader) => ModelOf<K>;
};

/** What is read of the kinds of element that have more than every node; one that is not here does not compile. */
const modelReaders: ModelReaders = {
  'ad-hoc-sub-process': adHocModel,
  'multi-instance-body': multiInstanceModel,
  'loop-body': loopModel,
  'user-task': userTaskModel,
  'service-task': jobModel,
  'send-task': sendModel,
  'receive-task': (source) => ({ instantiates: source.get('instantiate') === true, link: undefined }),
  'script-task': scriptModel,
  'business-rule-task': decisionModel,
  'call-activity': callModel,
  'complex-gateway': complexModel,
  'event-based-gateway': (source) => ({
    instantiates: source.get('instantiate') === true,
    parallel: source.get('eventGatewayType') === 'Parallel',
  }),
  'start-event': catchModel,
  'intermediate-catch-event': catchModel,
  'intermediate-throw-event': throwModel,
  'boundary-event': catchModel,
  'end-event': throwModel,
};

/** What is read of an element beside what every node has. */
export function modelOf<K extends ElementKind>(kind: K, source: Source, reader: DiagramReader): ModelOf<K> {
  const readers: Partial<Record<ElementKind, (source: Source, reader: DiagramReader) => unknown>> =
    modelReaders;
  return readers[kind]?.(source, reader) as ModelOf<K>;
}

function adHocModel(source: Source, reader: DiagramReader): AdHocModel {
  const zeebe = extension(source, 'zeebe:AdHoc');
  return {
    sequential: source.get('ordering') === 'Sequential',
    cancelsRemaining: source.get('cancelRemainingInstances') !== false,
    completionCondition: reader.feel(source, bodyAt(source, 'completionCondition')),
    activeElements: reader.feel(source, zeebe?.get('activeElementsCollection')),
    outputCollection: nameOf(zeebe?.get('outputCollection')),
    outputElement: reader.feel(source, zeebe?.get('outputElement')),
    job: declaredJob(source, reader),
  };
}

function loopModel(source: Source, reader: DiagramReader): LoopModel {
  const loop = elementAt(source, 'loopCharacteristics') as Source;
  const maximum = loop.get('loopMaximum');
  return {
    testBefore: loop.get('testBefore') === true,
    maximum: typeof maximum === 'number' ? maximum : undefined,
    condition: reader.feel(source, bodyAt(loop, 'loopCondition')),
  };
}

/** A job; without a type but with a message the engine publishes it (TSK-9). */
function sendModel(source: Source, reader: DiagramReader): JobModel | PublicationModel {
  const message = elementAt(source, 'messageRef');
  if (!message) return jobModel(source, reader);
  return declaredJob(source, reader) ?? publicationModel(message, source, reader);
}

/** FEEL, of the extension or of the plain body; another language is a job (TSK-7). */
function scriptModel(source: Source, reader: DiagramReader): JobModel | ScriptModel {
  const zeebe = extension(source, 'zeebe:Script');
  const script = reader.feel(source, zeebe?.get('expression'));
  if (script) return { script, resultVariable: nameOf(zeebe?.get('resultVariable')) };
  const isFeel = /feel$/i.test(textAt(source, 'scriptFormat'));
  const plain = isFeel ? reader.feel(source, source.get('script')) : undefined;
  if (!plain) return jobModel(source, reader);
  const result = propertiesOf(source).find(({ name }) => name === 'resultVariable');
  return { script: plain, resultVariable: nameOf(result?.value) };
}

function decisionModel(source: Source, reader: DiagramReader): JobModel | DecisionModel {
  const called = extension(source, 'zeebe:CalledDecision');
  const decisionId = reader.text(source, called?.get('decisionId'));
  if (!decisionId) return jobModel(source, reader);
  return { decisionId, binding: bindingOf(called), resultVariable: nameOf(called?.get('resultVariable')) };
}

function callModel(source: Source, reader: DiagramReader): CallModel {
  const called = extension(source, 'zeebe:CalledElement');
  const processId = reader.text(source, called?.get('processId') ?? source.get('calledElement'));
  return {
    processId: processId ?? { fixed: '' },
    binding: bindingOf(called),
    givesAll: called?.get('propagateAllParentVariables') !== false,
    takesAll: called?.get('propagateAllChildVariables') !== false,
    businessId: reader.text(source, called?.get('businessId')),
  };
}

function complexModel(source: Source, reader: DiagramReader): ComplexModel {
  return { activationCondition: reader.feel(source, bodyAt(source, 'activationCondition')) };
}

function catchModel(source: Source): CatchModel {
  const link = definitionsOf(source).find(({ $type }) => $type === 'bpmn:LinkEventDefinition');
  return { instantiates: false, link: link && textAt(link, 'name') };
}
