// Times compiled expressions and feelin's on the same texts in one run: node libs/feel/bench/against-feelin.mjs
// (after a build). Ends with code 1 where a condition takes more than two microseconds.
import { evaluate } from '@bpmn-io/feelin';
import { compileExpression, fromJson } from '../dist/index.js';

const LIMIT = 2_000;
const VARIABLES = { importo: 1500, soglia: 1000.5, esito: 'positivo', lista: [{ n: 1 }, { n: 2 }, { n: 3 }] };
const CONDITIONS = [
  'importo > 1000',
  'importo >= soglia and esito = "positivo"',
  'importo * 1.22 > 2000',
  'esito in ("positivo", "negativo")',
  'if importo > 40000 then "gara" else "affidamento"',
  'contains(esito, "pos") or importo < 10',
  'date("2026-01-31") < date("2026-02-01")',
];
const OTHERS = ['lista[n > 1].n', 'sum(for i in 1..10 return i * 2)', 'some x in lista satisfies x.n = 3'];

/** Nanoseconds of CPU for each call, the best of five rounds: other programs may run beside. */
function cost(call, count) {
  let best = Infinity;
  for (let round = 0; round < 5; round += 1) {
    const before = process.cpuUsage();
    for (let times = 0; times < count; times += 1) call();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, ((user + system) * 1_000) / count);
  }
  return best;
}

const context = new Map(
  Object.entries(VARIABLES).map(([name, value]) => [name, fromJson(JSON.stringify(value))]),
);
let slow = 0;
for (const source of [...CONDITIONS, ...OTHERS]) {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.problems[0].message}`);
  const ours = cost(() => compiled.expression.evaluate(context, { now: 0 }), 100_000);
  const theirs = cost(() => evaluate(source, VARIABLES), 1_000);
  const compiling = cost(() => compileExpression(source), 200);
  if (CONDITIONS.includes(source) && ours > LIMIT) slow += 1;
  const columns = [
    `${ours.toFixed(0)} ns`,
    `feelin ${(theirs / 1_000).toFixed(1)} µs`,
    `${(theirs / ours).toFixed(0)} ×`,
  ];
  console.log(
    `${source.padEnd(52)}${columns.map((text) => text.padStart(16)).join('')}   compile ${(compiling / 1_000).toFixed(0)} µs`,
  );
}
if (slow > 0) console.error(`${slow} conditions take more than ${LIMIT} ns.`);
process.exitCode = slow > 0 ? 1 : 0;
