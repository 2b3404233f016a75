// Lints every diagram with the public rules for Camunda 8.9 and prints what they find as JSON, by path. A process of
// its own, since the rules are modules that Jest cannot load.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');

const folder = join(import.meta.dirname, '..', '..', '..', 'diagrams');
const config = { extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-cloud-8-9'] };
const found = {};
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.bpmn')) continue;
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(readFileSync(join(folder, path), 'utf8'));
  // Rules keep what they saw: each file has a linter of its own.
  const linter = new Linter({ config, resolver: new NodeResolver({ require }) });
  const reports = await linter.lint(rootElement);
  if (Object.keys(reports).length > 0) found[path] = reports;
}
console.log(JSON.stringify(found));
