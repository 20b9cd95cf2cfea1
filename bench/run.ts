// `npm run bench`: every benchmark, one after another, each its own program that prints ratios to something measured in the
// same run. `npm run bench engine` or `submit`, `scale`, `reuse` runs one.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const BENCHES = [
  ['engine', 'engine.ts'],
  ['submit', 'requests/submit.ts'],
  ['scale', 'requests/scale.ts'],
  ['reuse', 'reuse.ts'],
] as const;

const [only, ...rest] = process.argv.slice(2);
const chosen = BENCHES.filter(([name]) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(`没有名为“${only}”的基准；可选：${BENCHES.map(([name]) => name).join('、')}`);
  process.exit(2);
}
let failed = 0;
for (const [name, file] of chosen) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...rest], {
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC' },
  });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
