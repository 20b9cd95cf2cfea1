// The stories of the three provinces from nothing: the applicant registers, joins a unit, imports an archive, proves and
// shows everything, and only then begins the year that the browser tests of `npm test` begin with a known person.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('playwright', ['test', '-c', 'e2e/playwright.config.ts', 'provinces', 'year'], {
  stdio: 'inherit',
  env: { ...process.env, E2E_FROM_NOTHING: '1' },
});
process.exit(status ?? 1);
