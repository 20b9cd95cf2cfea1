import { expect, it } from 'vitest';
import { comparableName } from './name.ts';

it('compares names without spaces, in one form of Unicode and with one middle dot', () => {
  for (const written of [
    '阿卜杜拉·买买提',
    '阿卜杜拉•买买提',
    '阿卜杜拉・买买提',
    ' 阿卜杜拉 . 买买提 ',
    '阿卜杜拉．买买提',
  ]) {
    expect(comparableName(written)).toBe('阿卜杜拉·买买提');
  }
  expect(comparableName('Jose\u0301')).toBe(comparableName('Jos\u00e9'));
  expect(comparableName('王安防')).not.toBe(comparableName('王安放'));
});
