// npm run sizes [FOLDER]: the mini-program's packages against their limits, and its scripts as ES5; fails beyond.
import { checkSizes, checkSyntax } from './lib/weappLimits.mjs';

const [folder] = process.argv.slice(2);
const { table, over } = checkSizes(folder);
console.log(table);
try {
  checkSyntax(folder);
  console.log('✓ every script is ES5');
} catch (error) {
  console.log(`✗ ${error.message}`);
  over.push('ES5');
}
process.exitCode = over.length === 0 ? 0 : 1;
