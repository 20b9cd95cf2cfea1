import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluationView } from '@zhiping/standard';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { POLICIES } from '../policies.ts';
import { evaluateCommand } from './evaluate.ts';
import { standardCommand } from './standard.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');
const EXAMPLES = join(POLICIES, 'liaoning', 'ln-sec-2024', 'examples');
const DONE = join(EXAMPLES, 'done-senior.dossier.json');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiping-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = { evaluate: evaluateCommand, standard: standardCommand };

/** Runs a command in this process and keeps what it prints; a process for each would take most of the time to start. */
async function zhiping(name: keyof typeof COMMANDS, ...args: string[]) {
  const printed = { stdout: '', stderr: '' };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line: string) => void (printed.stdout += `${line}\n`)),
    vi.spyOn(console, 'error').mockImplementation((line: string) => void (printed.stderr += `${line}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.stdout += text.toString();
      return true;
    }),
  ];
  try {
    return { status: await COMMANDS[name](args), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The same as people run it: a process of its own. */
function ownProcess(...args: string[]) {
  const words = ['--disable-warning=ExperimentalWarning', MAIN, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
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
    const { status, stdout } = ownProcess('evaluate', DONE, ...senior, '--as-of', '2024-07-15', '--json');
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

  test('prints Chinese text, with the reason for what does not count', async () => {
    const { status, stdout } = await zhiping('evaluate', DONE, ...senior, '--route', 'normal', '--plan', 'ln-2024-eng');
    expect(status).toBe(0);
    expect(stdout).toContain('结论：待判断（正常申报）');
    expect(stdout).toContain('不计入：报警联动管理软件：不晚于现职称取得日期（2018-11-20）');
    expect(stdout).toContain('按年份差算至 2024 年');
    expect(stdout).not.toContain('【破格申报】');
  });

  test('an ineligible verdict ends with 0 too', async () => {
    const path = file('none.json', JSON.stringify({ titles: [], achievements: [] }));
    const { status, stdout } = await zhiping('evaluate', path, ...senior, '--as-of', '2024-07-15');
    expect([status, stdout.includes('结论：不符合')]).toEqual([0, true]);
  });

  test.each([
    ['no-json.json', '{', /不是 JSON/],
    ['no-dossier.json', '{"titles": 3, "song": 1}', /titles：3，应为[^]*song/],
  ])('%s ends with 2 and says what is wrong', async (name, content, words) => {
    const { status, stdout, stderr } = await zhiping('evaluate', file(name, content), ...senior);
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
  ])('%j ends with 2', async (args, words) => {
    const { status, stderr } = await zhiping('evaluate', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe('zhiping standard check', () => {
  test('finds nothing wrong with the packs that come with the program', () => {
    const { status, stdout } = ownProcess('standard', 'check', 'ln-sec-2024');
    expect(stdout).toContain('不符 0 个');
    expect(status).toBe(0);
  });

  test('names the file, line and column of a mistake, with 1', async () => {
    const yaml = readFileSync(join(POLICIES, 'liaoning', 'ln-sec-2024', 'standard.yaml'), 'utf8');
    file('standard.yaml', yaml.replace('level >= bachelor', 'level >= batchelor'));
    writeFileSync(
      join(folder, 'readings.yaml'),
      readFileSync(join(POLICIES, 'liaoning', 'ln-sec-2024', 'readings.yaml')),
    );
    const { status, stderr } = await zhiping('standard', 'check', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/standard\.yaml:\d+:\d+ .*没有“batchelor”/);
  });
});
