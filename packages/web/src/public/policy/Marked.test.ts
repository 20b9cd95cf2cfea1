import { expect, test } from 'vitest';
import { cutAt } from './Marked.tsx';

const marked = (text: string, words: readonly string[]) =>
  cutAt(text, words)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('');

test('words are marked in either width and case, the longest first', () => {
  expect(marked('发表论文或著作 1 项', ['论文', '论', '著作'])).toBe('发表[论文]或[著作] 1 项');
  expect(marked('省（部）级课题', ['省(部)级'])).toBe('[省（部）级]课题');
  expect(marked('有 CN 刊号', ['cn'])).toBe('有 [CN] 刊号');
  expect(marked('没有', [])).toBe('没有');
});
