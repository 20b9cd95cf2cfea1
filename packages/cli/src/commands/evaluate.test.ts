import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluationView } from '@zhiping/standard';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POLICIES } from '../policies.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
const EXAMPLES = join(POLICIES, 'liaoning', 'ln-sec-2024', 'examples');
const DONE = join(EXAMPLES, 'done-senior.dossier.json');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiping-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function zhiping(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}
const senior = ['--standard', 'ln-sec-2024', '--level', 'senior'] as const;
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('zhiping evaluate', () => {
  test('prints the verdict first and the tree of each route as JSON, with 0', () => {
    const { status, stdout } = zhiping('evaluate', DONE, ...senior, '--as-of', '2024-07-15', '--json');
    const view = JSON.parse(stdout) as EvaluationView;
    const expected = JSON.parse(readFileSync(join(EXAMPLES, 'done-senior.expected.json'), 'utf8')) as {
      verdict: string;
      routes: Record<string, string>;
    };
    expect(status).toBe(0);
    expect(Object.keys(view)[0]).toBe('verdict');
    expect(view.verdict).toBe(expected.verdict);
    expect(Object.fromEntries(view.routes.map(({ route, verdict }) => [route, verdict]))).toEqual(expected.routes);
    expect(view.routes[0]?.tree.children.length).toBeGreaterThan(3);
  });

  test('prints Chinese text, with the reason for what does not count', () => {
    const { status, stdout } = zhiping('evaluate', DONE, ...senior, '--route', 'normal', '--plan', 'ln-2024-eng');
    expect(status).toBe(0);
    expect(stdout).toContain('结论：待判断（正常申报）');
    expect(stdout).toContain('不计入：报警联动管理软件：不晚于现职称取得日期（2018-11-20）');
    expect(stdout).toContain('按年份差算至 2024 年');
    expect(stdout).not.toContain('【破格申报】');
  });

  test('an ineligible verdict ends with 0 too', () => {
    const path = file('none.json', JSON.stringify({ titles: [], achievements: [] }));
    const { status, stdout } = zhiping('evaluate', path, ...senior, '--as-of', '2024-07-15');
    expect([status, stdout.includes('结论：不符合')]).toEqual([0, true]);
  });

  test.each([
    ['no-json.json', '{', /不是 JSON/],
    ['no-dossier.json', '{"titles": 3, "song": 1}', /titles：3，应为[^]*song/],
  ])('%s ends with 2 and says what is wrong', (name, content, words) => {
    const { status, stdout, stderr } = zhiping('evaluate', file(name, content), ...senior);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });

  test.each([
    [[DONE, '--standard', 'nothing', '--level', 'senior'], /--standard：nothing，应为[^]*ln-sec-2024/],
    [[DONE, '--standard', '../x', '--level', 'senior'], /--standard/],
    [[DONE, '--standard', 'ln-sec-2024', '--level', 'chief'], /--level：chief/],
    [[DONE, ...senior, '--route', 'green'], /没有申报方式 green/],
    [[DONE, ...senior, '--as-of', '2024-02-30'], /--as-of：2024-02-30/],
    [[DONE, ...senior, '--as-of', '2024-06-18'], /自 2024-06-19 起施行/],
    [[...senior], /材料文件/],
    [['/nowhere.json', ...senior], /无法读取/],
  ])('%j ends with 2', (args, words) => {
    const { status, stderr } = zhiping('evaluate', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe('zhiping standard check', () => {
  test('finds nothing wrong with the packs that come with the program', () => {
    const { status, stdout } = zhiping('standard', 'check', 'ln-sec-2024');
    expect(stdout).toContain('不符 0 个');
    expect(status).toBe(0);
  });

  test('names the file, line and column of a mistake, with 1', () => {
    const yaml = readFileSync(join(POLICIES, 'liaoning', 'ln-sec-2024', 'standard.yaml'), 'utf8');
    file('standard.yaml', yaml.replace('level >= bachelor', 'level >= batchelor'));
    writeFileSync(
      join(folder, 'readings.yaml'),
      readFileSync(join(POLICIES, 'liaoning', 'ln-sec-2024', 'readings.yaml')),
    );
    const { status, stderr } = zhiping('standard', 'check', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/standard\.yaml:\d+:\d+ .*没有“batchelor”/);
  });
});
