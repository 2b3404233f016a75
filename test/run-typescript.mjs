// `node --import ./test/run-typescript.mjs` runs the sources themselves, so that a crash test never meets
// an outdated build.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
