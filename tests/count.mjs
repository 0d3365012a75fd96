// Adds up the counters of the test runners' reports (trx). Usage: node count.mjs REPORTS PROJECT...
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder, ...projects] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const project of projects) {
  const report = join(folder, `${basename(project)}.trx`);
  const counters = existsSync(report) ? /<Counters ([^>]*)\/>/.exec(readFileSync(report, 'utf8')) : null;
  const read = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters[1])?.[1] ?? 0);
  if (counters === null || read('total') === 0) {
    console.error(`${basename(project)}: no test was reported`);
    total.failed += 1;
    continue;
  }
  const passed = read('passed');
  const skipped = read('total') - read('executed');
  total.passed += passed;
  total.skipped += skipped;
  total.failed += read('total') - passed - skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.skipped === 0 ? 0 : 1;
