import bpmnIt from './bpmn.it.json' with { type: 'json' };
import bpmnEn from './bpmn.en.json' with { type: 'json' };
import commonIt from './common.it.json' with { type: 'json' };
import commonEn from './common.en.json' with { type: 'json' };
import errorsIt from './errors.it.json' with { type: 'json' };
import errorsEn from './errors.en.json' with { type: 'json' };
import modelerIt from './modeler.it.json' with { type: 'json' };
import modelerEn from './modeler.en.json' with { type: 'json' };
import monitorIt from './monitor.it.json' with { type: 'json' };
import monitorEn from './monitor.en.json' with { type: 'json' };
import registerIt from './register.it.json' with { type: 'json' };
import registerEn from './register.en.json' with { type: 'json' };
import serverIt from './server.it.json' with { type: 'json' };
import serverEn from './server.en.json' with { type: 'json' };
import tasksIt from './tasks.it.json' with { type: 'json' };
import tasksEn from './tasks.en.json' with { type: 'json' };

/**
 * The product's texts, a pair of files per room, Italian first. A new room adds its two lines and its two members.
 * Texts that only a lazily loaded page needs (bpmn-js) are not listed: import them as
 * `@iter/contract/texts/<file>.json` there.
 */
export const texts = {
  it: {
    bpmn: bpmnIt,
    common: commonIt,
    errors: errorsIt,
    modeler: modelerIt,
    monitor: monitorIt,
    register: registerIt,
    server: serverIt,
    tasks: tasksIt,
  },
  en: {
    bpmn: bpmnEn,
    common: commonEn,
    errors: errorsEn,
    modeler: modelerEn,
    monitor: monitorEn,
    register: registerEn,
    server: serverEn,
    tasks: tasksEn,
  },
} as const;
export type TextRoom = keyof (typeof texts)['it'];
