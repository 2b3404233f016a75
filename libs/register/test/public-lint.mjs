// Lints diagrams (the files given, or all of `diagrams/`) with the public rules for Camunda 8.9 and prints what they
// find as JSON, by path. A process of its own, since the rules are modules that Jest cannot load.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');

const folder = join(import.meta.dirname, '..', '..', '..', 'diagrams');
const config = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-9'],
  // Discouraged there because people misread it; here "one or several" is what the text says.
  rules: { 'no-inclusive-gateway': 'off' },
};

/** Messages to another case: Iter publishes them itself; on a Camunda 8 cluster a worker must be named there. */
const publishedByEngine = ({ rule, node }) =>
  rule === 'camunda-compat/implementation' &&
  ['bpmn:EndEvent', 'bpmn:IntermediateThrowEvent'].includes(node?.$type) &&
  node.eventDefinitions?.[0]?.$type === 'bpmn:MessageEventDefinition';
const given = process.argv.slice(2);
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.bpmn'),
);
const found = {};
for (const path of given.length > 0 ? given : all) {
  const xml = readFileSync(given.length > 0 ? path : join(folder, path), 'utf8');
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml);
  // Rules keep what they saw: each file has a linter of its own.
  const linter = new Linter({ config, resolver: new NodeResolver({ require }) });
  const reports = Object.entries(await linter.lint(rootElement)).flatMap(([rule, list]) =>
    list
      .filter(({ data }) => !publishedByEngine({ rule, node: data?.node }))
      .map(({ id, message }) => `${id} ${rule}: ${message}`),
  );
  if (reports.length > 0) found[path] = reports;
}
console.log(JSON.stringify(found));
