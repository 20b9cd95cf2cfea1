import { describe, expect, test } from 'vitest';
import type { StandardPack } from '../language/pack.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { packChanges } from './changes.ts';
import { compareOutlines } from './compare.ts';
import { type Outline, outlineOf } from './demands.ts';
import { covers, waysOf } from './thresholds.ts';

const { pack } = loadPack('liaoning/ln-sec-2024');
const outline = (level: string, route: 'normal' | 'exception' = 'normal', of: StandardPack = pack): Outline => {
  const found = of.levels.find((one) => one.level === level);
  const made = found && outlineOf(of, found, route);
  if (!made) throw new Error(`no ${level} ${route}`);
  return made;
};
const years = (of: Outline) => Object.fromEntries(of.years.map(({ education, years: value }) => [education, value]));
/** The pack with other content of one condition. */
const altered = (id: string, content: object): StandardPack =>
  JSON.parse(JSON.stringify(pack), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'id' in value && value.id === id ? { ...value, ...content } : value,
  ) as StandardPack;

describe('the outline of a route', () => {
  test('gives the years by education, a higher one serving wherever a lower one does', () => {
    expect(years(outline('senior'))).toEqual({ secondary: null, college: null, bachelor: 5, master: 5, doctor: 2 });
    // 五(三)1: a doctor needs no years, 技工院校 goes by another document.
    expect(years(outline('engineer'))).toEqual({ secondary: null, college: 4, bachelor: 4, master: 2, doctor: 0 });
  });

  test('counts items of a choice and follows references into the other route', () => {
    expect(outline('senior').choices.map(({ need, of, label }) => ({ need, of, label }))).toEqual([
      { need: 3, of: 9, label: '五(四)4' },
    ]);
    expect(outline('senior', 'exception').choices).toMatchObject([{ need: 5, of: 9 }]);
    expect(outline('senior', 'exception').experts).toMatchObject([{ min: 2 }]);
    expect(outline('senior').experts).toEqual([]);
  });

  test('names what people decide and what other documents decide', () => {
    expect(outline('senior').judged.map(({ label }) => label)).toContain('五(四)2(1)');
    expect(outline('senior').outside.map(({ id }) => id)).toContain('basic-3');
  });
});

describe('two routes side by side', () => {
  const compare = (left: Outline, right: Outline, other: StandardPack = pack) =>
    new Map(
      compareOutlines({ pack, outline: left }, { pack: other, outline: right }).flatMap((group) =>
        group.rows.map((row) => [`${group.id}.${row.key}`, row.stricter] as const),
      ),
    );

  test('are the same where nothing differs, but for what people will decide', () => {
    const same = compare(outline('senior'), outline('senior'));
    expect([...same].filter(([key, stricter]) => stricter !== 'same' && key !== 'judged.judged')).toEqual([]);
  });

  test('show who asks for more years, items and records, whichever side it stands on', () => {
    const more = altered('senior-4', { n: 4 });
    const rows = compare(outline('senior'), outline('senior', 'normal', more), more);
    expect(rows.get('choices.choice-0')).toBe('right');
    const levels = compare(outline('senior'), outline('engineer'));
    expect(levels.get('years.doctor')).toBe('left');
    const back = compare(outline('engineer'), outline('senior'));
    expect(back.get('years.doctor')).toBe('right');
  });
});

describe('one way covers another', () => {
  const word = (field: string, scale: 'level' | 'role', value: string) =>
    ({ op: 'word', field: { path: [field], name: field }, scale, comparison: '>=', value }) as const;
  test('where it asks for at least as much of everything', () => {
    const [city] = waysOf(word('level', 'level', 'city'));
    const [province] = waysOf({ op: 'and', of: [word('level', 'level', 'province'), word('role', 'role', 'host')] });
    if (!city || !province) throw new Error('no way');
    expect(covers(province, city)).toBe(true);
    expect(covers(city, province)).toBe(false);
  });
});

describe('two versions of a pack', () => {
  test('without difference have no change', () => {
    expect(packChanges(pack, pack)).toEqual([]);
  });

  test('show an amount that changed, with its clause, its level and the stricter side', () => {
    const next = altered('senior-4', { n: 4 });
    expect(packChanges(pack, next)).toMatchObject([
      {
        what: 'condition',
        id: 'senior-4',
        label: '五(四)4',
        levels: ['高级工程师'],
        stricter: 'after',
        sameWords: true,
      },
    ]);
    expect(packChanges(next, pack)[0]?.stricter).toBe('before');
  });

  test('show a reading that was switched', () => {
    const next = loadPack('liaoning/ln-sec-2024', { 'items-not-share': 'shared' }).pack;
    expect(packChanges(pack, next).map(({ what, id }) => `${what} ${id}`)).toEqual(
      expect.arrayContaining(['reading items-not-share', 'counting no-sharing']),
    );
  });
});
