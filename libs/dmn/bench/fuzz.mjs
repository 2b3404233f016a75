// Evaluates mutated expressions and decision models, 10,000 of each unless told, in a heap of 256 MB, and tells the
// worst of them: npm run fuzz:feel [-- count]. Ends with code 1 for an unhandled error or an evaluation of 100 ms.
import { slowestOfExpensive } from '../../feel/test/expensive.ts';
import { fuzzExpressions } from '../../feel/test/fuzz.ts';
import { fuzzModels } from '../test/fuzz.ts';

const LIMIT_MS = 100;
const count = Number(process.argv[2] ?? 10_000);

let failed = false;
tell('expressions', fuzzExpressions(count));
tell('decision models', fuzzModels(count));
const expensive = slowestOfExpensive();
console.log(
  `expressions that aim at the limits: worst ${expensive.ms.toFixed(1)} ms: ${shown(expensive.source)}`,
);
failed ||= expensive.ms >= LIMIT_MS;
process.exitCode = failed ? 1 : 0;

/** @param {string} source */
function shown(source) {
  return JSON.stringify(source.length > 300 ? `${source.slice(0, 300)}…` : source);
}

/**
 * @param {string} what
 * @param {ReturnType<typeof fuzzExpressions>} report
 */
function tell(what, { broken, evaluated, compiling, evaluating }) {
  const heap = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  const resident = Math.round(process.resourceUsage().maxRSS / 2 ** 10);
  console.log(`${count} mutated ${what}: ${evaluated} evaluations, ${broken.length} unhandled errors`);
  console.log(`  worst evaluation ${evaluating.ms.toFixed(1)} ms: ${shown(evaluating.source)}`);
  console.log(`  worst compilation ${compiling.ms.toFixed(1)} ms: ${shown(compiling.source)}`);
  console.log(`  heap afterwards ${heap} MB, most ever resident ${resident} MB`);
  for (const each of broken.slice(0, 20)) console.error(each);
  failed ||= broken.length > 0 || evaluating.ms >= LIMIT_MS;
}
