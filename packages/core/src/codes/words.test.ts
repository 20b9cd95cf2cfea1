import { expect, it } from 'vitest';
import { catalogueWords } from './index.ts';

it('says what a catalogue has with the document behind it, and what it does not have', () => {
  const entry = { code: '21-1234', name: '安防技术', validFrom: '2020-01-01', ended: false, source: '2024年名录' };
  expect(catalogueWords({ table: 'journal', asked: '21-1234', entry })).toBe(
    '安防技术（21-1234），自2020年1月1日（周三）起有效，来源：2024年名录',
  );
  expect(catalogueWords({ table: 'journal', asked: '21-1234', entry: { ...entry, ended: true } })).toContain('起停用');
  expect(catalogueWords({ table: 'award', asked: '某奖', entry: null })).toBe('奖项目录中没有“某奖”，请人工核对');
});
