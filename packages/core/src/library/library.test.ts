import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryOf, searchQuery } from './query.ts';
import { readQuestions } from './questions.ts';
import type { SearchWords } from './words.ts';

const words: SearchWords = {
  kind: 'words',
  title: '试',
  groups: [['论文', '发文章'], ['破格', '学历不够'], ['职称']],
  ignored: ['能', '怎么', '吗', '评'],
};
const dictionary = dictionaryOf(words, ['省（部）级', '市级']);
const ask = (question: string) => searchQuery(question, words, dictionary);

describe('a question', () => {
  it('is taken apart by the longest words known, each with those that mean the same', () => {
    expect(ask('学历不够，发文章能评职称吗').terms).toEqual([
      { words: ['学历不够', '破格'], piece: false },
      { words: ['发文章', '论文'], piece: false },
      { words: ['职称'], piece: false },
    ]);
  });

  it('finds words in full-width brackets as they are written in either form', () => {
    expect(ask('省（部）级').terms).toEqual([{ words: ['省(部)级'], piece: false }]);
  });

  it('cuts what no dictionary knows into pieces of two, and keeps two characters whole', () => {
    expect(ask('代表作品').terms).toEqual([
      { words: ['代表'], piece: true },
      { words: ['表作'], piece: true },
      { words: ['作品'], piece: true },
    ]);
    expect(ask('奖金').terms).toEqual([{ words: ['奖金'], piece: false }]);
  });

  it('is a label where it looks like one', () => {
    expect(ask('五(四)4(3)')).toEqual({ terms: [], label: '五(四)4(3)' });
    expect(ask('五（四）4').label).toBe('五(四)4');
    expect(ask('五年').label).toBeNull();
  });

  it('of any text gives only words of it or synonyms, and never an empty word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        for (const term of ask(question).terms) {
          expect(term.words.length).toBeGreaterThan(0);
          for (const word of term.words) expect(word.trim()).not.toBe('');
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('questions.yaml', () => {
  const question = { id: 'q1', label: '1', question: '问', answer: '答', clauses: [{ pack: 'x', label: '一' }] };
  const file = {
    pack: 'x-questions',
    kind: 'questions',
    title: '问答',
    jurisdiction: 'tianjin',
    document: { title: '问答' },
    questions: [question],
  };

  it('is read', () => {
    expect(readQuestions(file)).toMatchObject({ ok: true });
  });

  it('names an id used twice and a clause that points nowhere', () => {
    expect(readQuestions({ ...file, questions: [question, question] })).toMatchObject({
      problems: [{ problem: '问题 q1 写了两次' }],
    });
    expect(readQuestions({ ...file, questions: [{ ...question, clauses: [{ pack: 'x' }] }] })).toMatchObject({
      problems: [{ path: 'questions.0.clauses.0', problem: '应写明 node 或 label' }],
    });
  });
});
