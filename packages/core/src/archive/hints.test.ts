import { describe, expect, it } from 'vitest';
import { ATTESTATIONS, type ArchiveHint, hintsOf, ROW_KINDS } from './index.ts';

const hint = (over: Partial<ArchiveHint>): ArchiveHint => ({ source: '一', kinds: ['paper'], text: '甲', ...over });

describe('hints of plans', () => {
  it('are those of the kind, in the order of the plans', () => {
    const hints = [hint({}), hint({ kinds: ['book'], text: '乙' }), hint({ kinds: ['book', 'paper'], text: '丙' })];
    expect(hintsOf('paper', hints).map(({ text }) => text)).toEqual(['甲', '丙']);
    expect(hintsOf('award', hints)).toEqual([]);
  });

  it('are read once where several plans say the same by the same clause', () => {
    const hints = [hint({}), hint({}), hint({ source: '二' }), hint({ field: 'issue' })];
    expect(hintsOf('paper', hints)).toHaveLength(3);
  });
});

it('names no province and no document in what every plan shows alike', () => {
  const said = ROW_KINDS.flatMap((spec) => [
    'hint' in spec ? spec.hint : '',
    ...spec.fields.flatMap((field) => [field.label, 'help' in field ? field.help : '']),
  ]);
  const labels = Object.values(ATTESTATIONS).map(({ label }) => label);
  expect([...said, ...labels].filter((text) => /辽宁|天津|浙江|〔\d{4}〕|年度?通知/u.test(text))).toEqual([]);
});
