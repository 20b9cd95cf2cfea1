// `npm run verify`: the long trials, each its own file under scripts/trials/, run one after another.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'trials');
const trials = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : [];
let failed = 0;
for (const trial of trials.toSorted()) {
  console.log(`\n== ${trial}`);
  const { status } = spawnSync(process.execPath, [join(folder, trial)], {
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC' },
  });
  if (status !== 0) failed += 1;
}
console.log(`\n${trials.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
