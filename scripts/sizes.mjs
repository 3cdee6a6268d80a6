// npm run sizes: the mini-program's packages against their limits; fails beyond.
import { checkSizes } from './lib/weappLimits.mjs';

const { table, over } = checkSizes();
console.log(table);
process.exitCode = over.length === 0 ? 0 : 1;
