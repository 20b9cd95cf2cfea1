import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { SimulationResult } from '@zhiping/standard';
import { expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '..', 'main.ts');

function simulate(args: readonly string[], input = '') {
  const words = ['--disable-warning=ExperimentalWarning', MAIN, 'simulate', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}
const same = ['ln-sec-2024', 'ln-sec-2024', '--level', 'senior', '--as-of', '2024-07-15'] as const;

test('a stricter reading lets people lose and nobody gain', () => {
  const { status, stdout } = simulate([...same, '--generate', '400', '--reading', 'achievement-near=same', '--json']);
  const result = JSON.parse(stdout) as SimulationResult;
  expect(status).toBe(0);
  expect(result.people).toBe(400);
  expect(result.gain).toBe(0);
  expect(result.lose).toBeGreaterThan(0);
});

test('a population is read line by line; a bad line is named and the others count', () => {
  const lines = [JSON.stringify({ titles: [] }), '{', JSON.stringify({ dossier: { titles: [] } })];
  const { status, stdout, stderr } = simulate([...same, '--population', '-'], lines.join('\n'));
  expect(status).toBe(1);
  expect(stderr).toContain('第 2 行：不是 JSON');
  expect(stdout).toContain('共 2 人');
});

test('wrong words end with 2 and say what was expected', () => {
  const { status, stderr } = simulate(['ln-sec-2024', '--level', 'chief', '--generate', 'many']);
  expect(status).toBe(2);
  for (const part of ['写了 1 个', '--level：chief', '--generate：many']) expect(stderr).toContain(part);
});
