import appIt from './app.it.json' with { type: 'json' };
import appEn from './app.en.json' with { type: 'json' };
import bpmnIt from './bpmn.it.json' with { type: 'json' };
import bpmnEn from './bpmn.en.json' with { type: 'json' };
import errorsIt from './errors.it.json' with { type: 'json' };
import errorsEn from './errors.en.json' with { type: 'json' };
import kitIt from './kit.it.json' with { type: 'json' };
import kitEn from './kit.en.json' with { type: 'json' };
import modelerIt from './modeler.it.json' with { type: 'json' };
import modelerEn from './modeler.en.json' with { type: 'json' };
import monitorIt from './monitor.it.json' with { type: 'json' };
import monitorEn from './monitor.en.json' with { type: 'json' };
import registerIt from './register.it.json' with { type: 'json' };
import registerEn from './register.en.json' with { type: 'json' };
import tasksIt from './tasks.it.json' with { type: 'json' };
import tasksEn from './tasks.en.json' with { type: 'json' };

/**
 * The product's texts, a pair of files per room, Italian first. A new room adds its two lines and its two
 * members. The texts of libraries that are drawn with (`bpmn-js`, `form-js`) are keyed by their English and
 * belong to the pages that load them: import those as `@iter/contract/texts/<file>.json`.
 */
export const texts = {
  it: {
    app: appIt,
    bpmn: bpmnIt,
    errors: errorsIt,
    kit: kitIt,
    modeler: modelerIt,
    monitor: monitorIt,
    register: registerIt,
    tasks: tasksIt,
  },
  en: {
    app: appEn,
    bpmn: bpmnEn,
    errors: errorsEn,
    kit: kitEn,
    modeler: modelerEn,
    monitor: monitorEn,
    register: registerEn,
    tasks: tasksEn,
  },
} as const;
export type TextRoom = keyof (typeof texts)['it'];
