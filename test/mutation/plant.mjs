// `node --import ./test/mutation/plant.mjs` runs the sources with the fault of the variable PLANTED.
import { register } from 'node:module';

register('./planting-loader.mjs', import.meta.url, { data: JSON.parse(process.env.PLANTED) });
