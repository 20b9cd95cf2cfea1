import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCodeLines } from './index.ts';

it('reads every line of the divisions that come with the program, parents and successors among them', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../policies/codes/division.csv'), 'utf8');
  const { lines, problems } = readCodeLines('division', text);
  expect(problems).toEqual([]);
  const codes = new Set(lines.map(({ code }) => code));
  const named = lines.flatMap(({ parentCode, successorCode }) => [parentCode, successorCode]);
  expect(named.filter((code) => code !== null && !codes.has(code))).toEqual([]);
});

it('tells each line it cannot read and takes the others', () => {
  const text = [
    '名称,代码,生效日期,状态,承接代码',
    '上城区,330102,2000-01-01,,',
    '短,3301,2000-01-01,,',
    '下城区,330103,2021-04-09,停用,330105',
    '没有日,330104,2021-02-30,,',
    '自己,330104,2021-01-01,停用,330104',
    '承接,330104,2021-01-01,在用,330102',
    '状态,330104,2021-01-01,好,',
  ].join('\n');
  const { lines, problems } = readCodeLines('division', text);
  expect(lines.map(({ code, ended }) => [code, ended])).toEqual([
    ['330102', false],
    ['330103', true],
  ]);
  expect(problems.map(({ line }) => line)).toEqual([3, 5, 6, 7, 8]);
  expect(readCodeLines('division', '代码\n330102').problems[0]?.problem).toBe('表头缺少名称、生效日期');
});

it('accounts for every line that is not blank, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('3', '0', '1', 'A', '-', ',', ' ') })), (rows) => {
      const text = ['代码,名称,生效日期', ...rows].join('\n');
      const { lines, problems } = readCodeLines('division', text);
      const filled = rows.filter((row) => row.split(',').some((cell) => cell.trim() !== ''));
      expect(lines.length + problems.length).toBe(filled.length);
    }),
  );
});
