import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskFields, maskIdNumber, maskName, maskPhone, personalFieldsOf } from './masking.ts';

describe('masking', () => {
  it('follows the usual forms', () => {
    expect(maskName('张三')).toBe('张*');
    expect(maskName('王建国')).toBe('王*国');
    expect(maskName('𠮷野家')).toBe('𠮷*家');
    expect(maskName('买买提·阿不都')).toBe('买*****都');
    expect(maskIdNumber('210102198501011234')).toBe('2101**********1234');
    expect(maskPhone('13812341234')).toBe('138****1234');
    expect(maskPhone('1234')).toBe('**34');
  });

  it('masks the personal fields of a row and leaves the others', () => {
    expect(personalFieldsOf('basic')).toEqual(['idNumber', 'phone']);
    expect(maskFields('basic', { name: '王建国', idNumber: '210102198501011234', phone: '13812341234' })).toEqual({
      name: '王建国',
      idNumber: '2101**********1234',
      phone: '138****1234',
    });
    expect(maskFields('award', { name: '奖' })).toEqual({ name: '奖' });
  });

  it('keeps the length and never shows more than eight characters of an ID number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9X]{0,20}$/), (text) => {
        const masked = maskIdNumber(text);
        expect(masked).toHaveLength(text.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(8);
      }),
    );
  });
});
