import { createRequire } from 'node:module';
import { BpmnModdle, type ModdleObject } from 'bpmn-moddle';

export type { ModdleObject };

const require = createRequire(import.meta.url);

/** Makes BPMN objects with the Zeebe extensions known. */
export function createModdle(): BpmnModdle {
  return new BpmnModdle({ zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json') });
}

export type Create = (type: string, properties?: Record<string, unknown>) => ModdleObject;
