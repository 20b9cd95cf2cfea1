import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainLacks, type ChainStep } from './index.ts';

const chain: readonly ChainStep[] = [
  { id: 'consent', name: '同意意见', from: '单位', by: 'applicant' },
  { id: 'letter', name: '商请函', from: '上级', by: 'applicant' },
  { id: 'reply', name: '反馈函', from: '省厅', by: 'office' },
];
const papers = (...dates: readonly string[]) =>
  dates.map((datedOn, index) => ({ step: chain[index]?.id ?? '', datedOn }));
const lacks = (...dates: readonly string[]) => chainLacks(chain, papers(...dates), '2024-07-31');

test('三份材料按先后次序齐全才没有欠缺，同一天也可以', () => {
  expect(lacks('2024-07-01', '2024-07-05', '2024-07-20')).toEqual([]);
  expect(lacks('2024-07-01', '2024-07-01', '2024-07-01')).toEqual([]);
});

test('缺哪份、哪份日期不合理，逐项说明', () => {
  expect(lacks('2024-07-01')).toEqual([expect.stringContaining('商请函'), expect.stringContaining('反馈函')]);
  expect(lacks('2024-07-01', '2024-06-30', '2024-07-20')).toEqual([expect.stringContaining('早于《同意意见》')]);
  expect(lacks('2024-07-01', '2024-07-05', '2024-08-01')).toEqual([expect.stringContaining('今天以后')]);
});

test('后交的代替先交的', () => {
  const again = [...papers('2024-07-01', '2024-06-30', '2024-07-20'), { step: 'letter', datedOn: '2024-07-02' }];
  expect(chainLacks(chain, again, '2024-07-31')).toEqual([]);
});

test('多交一步从不增加“缺少”，少一步必有欠缺', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-07-${String(n).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(day, { maxLength: 3 }), (dates) => {
      const missing = lacks(...dates).filter((words) => words.startsWith('缺少'));
      expect(missing).toHaveLength(3 - dates.length);
      const ordered = dates.toSorted();
      expect(lacks(...ordered)).toHaveLength(3 - dates.length);
    }),
  );
});
