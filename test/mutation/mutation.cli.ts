import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { faults, type Fault } from './faults.ts';
import { placesOf, type Place } from './places.ts';

/**
 * `npm run mutation`: plants each fault by itself, in memory, and plays the conformance rows of the core on it. A
 * fault that no row finds, or whose place is not found, is told; 27 of 30 must be found.
 */
const ENOUGH = 27;
const MOST_MS = 180_000;

const ROOT = path.resolve(import.meta.dirname, '../..');
const found = faults.filter(isFound).length;
console.log(`${found}/${faults.length} faults found`);
process.exitCode = found >= ENOUGH && found > 0 ? 0 : 1;

function isFound(fault: Fault): boolean {
  const places = placesOf(fault);
  const [place] = places;
  if (!place || places.length > 1) {
    console.log(`no place  ${fault.why}: ${places.length} places have the text`);
    return false;
  }
  const by = playWith(place);
  console.log(by === undefined ? `NOT FOUND ${fault.why}` : `found     ${fault.why}: ${by}`);
  return by !== undefined;
}

/** What found the fault; a run that does not come to its end has found it too. */
function playWith(place: Place): string | undefined {
  const { status, stdout, error } = spawnSync(
    process.execPath,
    [
      '--no-warnings',
      '-C',
      '@iter/source',
      '--import',
      './test/mutation/plant.mjs',
      'test/mutation/suite.ts',
    ],
    {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: MOST_MS,
      env: { ...process.env, PLANTED: JSON.stringify(place) },
    },
  );
  if (error) return `no end within ${MOST_MS / 1000} s`;
  return status === 0 ? undefined : (/found by .*/.exec(stdout)?.[0] ?? 'the engine did not start');
}
