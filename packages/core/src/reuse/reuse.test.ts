import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likenessesOf, likeness, marksOf, partsStanding, type Use, useOf, useOfSelfReport } from './index.ts';
import { plainNumber } from './words.ts';
import { sampleRow } from '../archive/sample-rows.ts';

const use = (over: Partial<Use>): Use => ({ title: '', part: '', text: '', numbers: [], files: [], ...over });
const meet = (a: Use, b: Use): boolean => marksOf(a).some((mark) => marksOf(b).includes(mark));

describe('numbers', () => {
  it('are one however they are printed', () => {
    expect(plainNumber('ZL 2021 1 0123456.7')).toBe('2021101234567');
    expect(plainNumber('ＺＬ２０２１１０１２３４５６．７')).toBe('2021101234567');
    expect(plainNumber('GA/T 1234—2023')).toBe(plainNumber('GA／T1234-2023'));
    expect(plainNumber('2023-1')).toBeNull();
  });
});

describe('titles and texts', () => {
  const title = '城市轨道交通视频监控系统抗干扰关键技术研究与应用';
  it.each([
    ['a changed word', '城市轨道交通视频监控系统抗干扰关键技术研究及应用'],
    ['an added word', '某城市轨道交通视频监控系统抗干扰关键技术研究与应用'],
    ['other signs', '《城市轨道交通 视频监控系统：抗干扰关键技术研究与应用》'],
  ])('are nearly the same with %s', (_, other) => {
    expect(likenessesOf(use({ title }), use({ title: other }))).toEqual(['title']);
    expect(meet(use({ title }), use({ title: other }))).toBe(true);
  });

  it('of one field are not the same', () => {
    const other = '城市轨道交通出入口控制系统设计';
    expect(likenessesOf(use({ title }), use({ title: other }))).toEqual([]);
  });

  it('that are short say nothing', () => {
    expect(marksOf(use({ title: '监控系统' }))).toEqual([]);
    expect(likenessesOf(use({ title: '监控系统' }), use({ title: '监控系统' }))).toEqual([]);
  });

  it('meet in a mark whenever they are the same, and are found when they do', () => {
    fc.assert(
      fc.property(
        fc.string({
          minLength: 40,
          maxLength: 80,
          unit: fc.constantFrom(...Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳')),
        }),
        (text) => {
          expect(meet(use({ text }), use({ text: `${text}。` }))).toBe(true);
          expect(likeness(text, text, 4)).toBe(100);
          expect(likenessesOf(use({ text }), useOfSelfReport(text))).toEqual(['text']);
        },
      ),
      { numRuns: 40 },
    );
  });

  /** Titles or texts and the same with some characters changed, added and left out, drawn alike in each run. */
  const edited = (shortest: number, longest: number) => {
    const character = fc.integer({ min: 0x4e00, max: 0x4e00 + 2000 }).map((code) => String.fromCodePoint(code));
    const edit = fc.record({
      at: fc.nat({ max: longest }),
      cut: fc.nat({ max: 2 }),
      put: fc.string({ unit: character, maxLength: 2 }),
    });
    const pair = fc
      .tuple(fc.string({ unit: character, minLength: shortest, maxLength: longest }), fc.array(edit, { maxLength: 5 }))
      .map(([one, edits]) => ({
        one,
        other: edits.reduce((text, { at, cut, put }) => {
          const place = at % text.length;
          return text.slice(0, place) + put + text.slice(place + cut);
        }, one),
      }));
    return fc.sample(pair, { seed: 2024, numRuns: 1000 });
  };

  it.each([
    ['titles', 'title', edited(12, 30), 2],
    ['texts', 'text', edited(60, 120), 4],
  ] as const)('of edited %s nearly all are found, and most where only just alike', (_, field, pairs, size) => {
    const share = (from: number, below: number): number => {
      const alike = pairs.filter(({ one, other }) => {
        const likes = likeness(one, other, size);
        return likes >= from && likes < below;
      });
      expect(alike.length).toBeGreaterThan(40);
      return (
        alike.filter(({ one, other }) => meet(use({ [field]: one }), use({ [field]: other }))).length / alike.length
      );
    };
    expect(share(90, 101)).toBeGreaterThan(0.99);
    expect(share(75, 90)).toBeGreaterThan(0.95);
    expect(share(60, 75)).toBeGreaterThan(0.75);
  });

  it('have the marks of each cluster side by side', () => {
    const marks = marksOf(use({ title }));
    expect(marks.length).toBe(12);
    expect(new Set(marks.map((mark) => mark >> 32n)).size).toBe(6);
  });

  it('meet hardly ever when they are not alike', () => {
    const words = [
      '防爆',
      '安检',
      '图像',
      '门禁',
      '报警',
      '周界',
      '光纤',
      '雷达',
      '算法',
      '平台',
      '标准',
      '检测',
      '存储',
      '加密',
    ];
    const titles = Array.from({ length: 300 }, (_, at) =>
      Array.from({ length: 8 }, (__, place) => words[(at * 7 + place * (at % 13) + place * place) % words.length]).join(
        '',
      ),
    );
    const [first, ...others] = titles.map((one) => use({ title: one }));
    if (first === undefined) throw new Error('no titles');
    const met = others.filter((other) => meet(first, other) && likenessesOf(first, other).length === 0);
    expect(met.length).toBeLessThan(others.length / 20);
  });
});

describe('a use', () => {
  it('takes numbers, files, title and the stated part of a row', () => {
    const row = sampleRow('patent', { name: '入侵探测装置及方法', number: 'ZL 202110123456.7', myPart: '信号处理' });
    const taken = useOf(row, ['ab']);
    expect(taken).toMatchObject({
      title: '入侵探测装置及方法',
      numbers: ['2021101234567'],
      part: '信号处理',
      files: ['ab'],
    });
    expect(likenessesOf(taken, useOf(row, ['cd']))).toEqual(['number', 'title']);
    expect(likenessesOf(use({ files: ['ab'] }), taken)).toEqual(['file']);
  });

  it('leaves the ISBN of proceedings alone', () => {
    expect(useOf(sampleRow('paper', { issueType: 'proceedings', isbn: '978-7-111-00000-0' }), []).numbers).toEqual([]);
    expect(useOf(sampleRow('book', { isbn: '978-7-111-00000-0' }), []).numbers).toEqual(['9787111000000']);
  });
});

describe('stated parts', () => {
  it('decide what a common use means', () => {
    expect(partsStanding(true, '', '')).toBe('own-earlier');
    expect(partsStanding(false, '负责总体设计', '')).toBe('part-missing');
    expect(partsStanding(false, '负责总体设计和方案论证', '负责总体设计、方案论证')).toBe('parts-alike');
    expect(partsStanding(false, '负责总体设计', '负责现场安装调试')).toBe('parts-differ');
  });
});
