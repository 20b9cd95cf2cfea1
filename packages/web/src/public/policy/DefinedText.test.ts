import { expect, test } from 'vitest';
import { piecesOf } from './DefinedText.tsx';

const definition = (id: string, word: string) => ({ id, word, label: '', text: '' });
const definitions = [definition('a', '标准'), definition('b', '学历（学位）'), definition('c', '高风险保护对象')];
const marked = (text: string) =>
  piecesOf(text, definitions).map((piece) => (piece.definition ? `[${piece.text}]` : piece.text));

test('defined words are marked, each definition once', () => {
  expect(marked('主持完成高风险保护对象项目')).toEqual(['主持完成', '[高风险保护对象]', '项目']);
  expect(marked('标准与标准')).toEqual(['[标准]', '与标准']);
  expect(marked('具备学历或学位')).toEqual(['具备', '[学历]', '或学位']);
});

test('no piece of the text is lost', () => {
  const text = '制定标准，具有学位，完成高风险保护对象项目。';
  expect(
    piecesOf(text, definitions)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
