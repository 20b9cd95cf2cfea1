import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { POLICIES } from '../policies.ts';
import { standardCommand } from './standard.ts';

const said = { out: '', err: '' };
beforeEach(() => {
  Object.assign(said, { out: '', err: '' });
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    said.out += `${text}\n`;
  });
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    said.err += `${text}\n`;
  });
});
const folder = mkdtempSync(join(tmpdir(), 'zhiping-compare-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('zhiping standard compare', () => {
  it('proves, refutes with a readable dossier, and saves it as an example of the standard', async () => {
    const looser = join(folder, 'looser');
    cpSync(join(POLICIES, 'national/national-eng-2019'), looser, { recursive: true });
    const file = join(looser, 'standard.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('tenure: 5, since: level = senior', 'tenure: 3, since: level = senior'));
    const ask = ['compare', 'national-eng-2019', looser, '--as-of', '2024-07-15'];

    expect(await standardCommand([...ask, '--level', 'engineer'])).toBe(0);
    expect(said.out).toContain('〔未经核实〕');
    expect(said.out).toContain('【工程师 正常申报】已证明：符合');
    expect(await standardCommand([...ask, '--level', 'full-senior', '--save', 'too-early'])).toBe(1);
    expect(said.out).toContain('【正高级工程师 正常申报】低于下限');
    expect(said.out).toContain('职称层级高级工程师');
    expect(said.out).toContain('不符合 二(五) 取得高级工程师职称后从事技术工作满 5 年');
    expect(readdirSync(join(looser, 'examples'))).toContain('too-early-full-senior-normal.dossier.json');
    expect(await standardCommand(['check', looser])).toBe(0);
  });

  it('holds a made-up standard of a unit to that of its city', async () => {
    const samples = join(POLICIES, '..', 'docs', '示例标准');
    const ask = (name: string) =>
      standardCommand(['compare', 'tj-eng-2019', join(samples, name), '--as-of', '2024-07-15']);

    expect(await ask('unit-tj-higher')).toBe(0);
    expect(said.out).toContain('【高级工程师 正常申报】已证明：符合');
    expect(await ask('unit-tj-lower')).toBe(1);
    expect(said.out).toContain('不符合 附件2五(一) 学历、资历符合其中之一');
  });

  it.each([
    ['one standard only', ['compare', 'national-eng-2019'], '应写两个标准'],
    ['an unknown standard', ['compare', 'national-eng-2019', 'nothing'], '不是标准的文件夹'],
    ['an unknown level', ['compare', 'national-eng-2019', 'ln-sec-2024', '--level', 'x'], '--level：x'],
  ] as const)('refuses %s', async (_, args, why) => {
    expect(await standardCommand(args)).toBe(2);
    expect(said.err).toContain(why);
  });
});
