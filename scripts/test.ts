// `npm test`: every check, in the order that fails fastest, with the time each took.
import { spawnSync } from 'node:child_process';
import { hrtime } from 'node:process';

const STEPS = [
  ['格式', 'biome', ['format', '.']],
  ['语法检查', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['层次', process.execPath, ['scripts/layers.ts']],
  ['类型', 'tsc', ['-p', 'tsconfig.json']],
  ['类型（网页）', 'tsc', ['-p', 'packages/web/tsconfig.json']],
  ['单元测试', 'vitest', ['run', '--project', 'unit']],
  ['集成测试', 'vitest', ['run', '--project', 'integration']],
  ['浏览器测试', 'playwright', ['test', '-c', 'e2e/playwright.config.ts']],
] as const;

const only = process.argv.slice(2);
let passed = 0;
for (const [name, command, args] of STEPS) {
  if (only.length > 0 && !only.includes(name)) continue;
  const started = hrtime.bigint();
  console.log(`\n== ${name}`);
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
  if (error) console.error(error.message);
  console.log(
    `== ${name}：${status === 0 ? '通过' : '失败'}，${Number((hrtime.bigint() - started) / 1_000_000n) / 1000} 秒`,
  );
  if (status !== 0) {
    console.log(`${passed} passed, 1 failed`);
    process.exit(status ?? 1);
  }
  passed += 1;
}
console.log(`${passed} passed, 0 failed`);
