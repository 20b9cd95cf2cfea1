import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

const MARKS = [
  { text: '王安防', shown: '〔申报人〕' },
  { text: '沈阳安盾科技有限公司', shown: '〔所在单位〕' },
  { text: '沈阳安盾', shown: '〔所在单位〕' },
];

describe('redaction', () => {
  it('replaces marks in every text, the longest first, and leaves the rest', () => {
    const content = {
      summary: [{ label: '工作单位', value: '沈阳安盾科技有限公司' }],
      rows: [{ title: '王安防等：沈阳安盾一体化平台', rank: 1 }],
    };
    expect(redact(content, MARKS)).toEqual({
      summary: [{ label: '工作单位', value: '〔所在单位〕' }],
      rows: [{ title: '〔申报人〕等：〔所在单位〕一体化平台', rank: 1 }],
    });
  });

  it('hides numbers that name a person, and no others', () => {
    expect(redact('身份证11010519491231002X，电话13800001234，邮箱 a.b@c.example', [])).toBe(
      '身份证〔身份证号〕，电话〔手机号〕，邮箱 〔邮箱〕',
    );
    expect(redact('专利号 ZL200310102344.5，金额 12000000 元', [])).toBe('专利号 ZL200310102344.5，金额 12000000 元');
  });

  it('leaves no mark, wherever it stood', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...MARKS), (value, { text }) => {
        const marked = { before: value, list: [`x${text}y${text}`, { deep: text }] };
        expect(JSON.stringify(redact(marked, MARKS))).not.toContain(text);
      }),
    );
  });

  it('does not take a single character for a name', () => {
    expect(redact('王道', [{ text: '王', shown: '〔申报人〕' }])).toBe('王道');
  });
});
