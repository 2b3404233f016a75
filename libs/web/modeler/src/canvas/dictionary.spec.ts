import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const modules = join(root, 'node_modules');

type Dictionary = Record<string, string>;
const dictionary = (locale: string): Dictionary =>
  JSON.parse(
    readFileSync(join(root, `libs/contract/src/texts/bpmn-js.${locale}.json`), 'utf8'),
  ) as Dictionary;
const italian = dictionary('it');

/** Parts that the modeler is made of (`create-modeler.ts`). */
const SOURCES = [
  'bpmn-js/lib',
  'diagram-js/lib/features',
  'camunda-bpmn-js-behaviors/lib/camunda-cloud',
  'bpmn-js-color-picker/colors',
  'bpmn-js-create-append-anything/dist/index.es.js',
  'diagram-js-minimap/dist/index.esm.js',
  'diagram-js-grid/dist/index.js',
  'bpmn-js-properties-panel/dist/index.esm.js',
  '@bpmn-io/properties-panel/dist/index.esm.js',
];

/** In the panel's bundle the parts for Camunda 7 and the vendor's tool tips follow those that we load. */
const END_OF_OURS = 'function AsynchronousContinuationsProps';

/** Not texts: the beginnings of composed keys, of SVG transforms, and examples in comments. */
const NO_TEXTS = new Set(['Align elements ', 'HELLO {you}', ' + x + ']);

function filesOf(path: string): string[] {
  if (path.endsWith('.js')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(path, name));
}

function literal(quoted: string): string {
  return quoted.slice(1, -1).replaceAll('\\n', '\n').replace(/\\(.)/g, '$1');
}

const TRANSLATED = /translate\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g;
const MENU_LABEL = /\b(?:label|name): ('[A-Z](?:[^'\\]|\\.)*')/g;

/** English texts that the parts hand to their `translate` service, and the names of their menus' entries. */
function textsOf(path: string): string[] {
  const [source = ''] = readFileSync(path, 'utf8').split(END_OF_OURS, 1);
  const menus = /popup-menu|replace|create-append|color-picker/.test(path)
    ? [...source.replace(/^\s*(\/\/|\*).*$/gm, '').matchAll(MENU_LABEL)]
    : [];
  return [...source.matchAll(TRANSLATED), ...menus].map(([, text]) => literal(text ?? ''));
}

const used = [...new Set(SOURCES.flatMap((path) => filesOf(join(modules, path))).flatMap(textsOf))].filter(
  (text) => !NO_TEXTS.has(text),
);

/** The panel's header composes the name of an element's type out of these. */
const TRIGGERS = ['', 'Message ', 'Timer ', 'Conditional ', 'Signal ', 'Error ', 'Escalation '];
const KINDS_OF_TASK = ['User', 'Service', 'Send', 'Receive', 'Manual', 'Script', 'Business Rule'];
const KINDS_OF_GATEWAY = ['Exclusive', 'Parallel', 'Inclusive', 'Complex', 'Event Based'];
const TYPES = [
  'Call Activity',
  'Collapsed Sub Process',
  'Expanded Sub Process',
  'Event Sub Process',
  'Transaction',
  'Process',
  'Collaboration',
  'Participant',
  'Lane',
  'Sequence Flow',
  'Default Flow',
  'Conditional Flow',
  'Message Flow',
  'Association',
  'Text Annotation',
  'Group',
  'Data Object Reference',
  'Data Store Reference',
  'Terminate End Event',
  ...KINDS_OF_TASK.map((kind) => `${kind} Task`),
  ...KINDS_OF_GATEWAY.map((kind) => `${kind} Gateway`),
  ...TRIGGERS.flatMap((trigger) => [`${trigger}Start Event`, `${trigger}Boundary Event`]),
  ...TRIGGERS.filter((trigger) => !/Timer|Conditional/.test(trigger)).map((trigger) => `${trigger}End Event`),
];

describe('dictionary of the drawing libraries', () => {
  it('has every text that the installed versions can show', () => {
    expect(used.length).toBeGreaterThan(250);
    expect(used.filter((text) => !Object.hasOwn(italian, text))).toEqual([]);
  });

  it('names every type of element in the panel’s header', () => {
    expect(TYPES.filter((text) => !Object.hasOwn(italian, text))).toEqual([]);
  });

  it('has the same keys in both languages, and in each the same places to fill', () => {
    const places = (text: string) => [...text.matchAll(/{(\w+)}/g)].map(([, name]) => name).sort();
    const english = dictionary('en');
    expect(Object.keys(english).sort()).toEqual(Object.keys(italian).sort());
    for (const [key, text] of Object.entries(italian)) {
      expect([key, places(text)]).toEqual([key, places(key)]);
      expect([key, places(english[key] ?? '')]).toEqual([key, places(key)]);
    }
  });

  it('does not name the vendor of the dialect', () => {
    expect(Object.entries(italian).filter(([, text]) => /camunda|zeebe/i.test(text))).toEqual([]);
  });
});
