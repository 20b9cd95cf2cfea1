import { describe, expect, it } from 'vitest';
import { liaoningPlan as plan } from '../testing/liaoning.ts';
import { characters, type ChoosableRow, type ContentFacts, contentLacks } from './content.ts';

const subject = { specialty: 'security', level: 'senior', route: 'normal' } as const;
const rows: readonly ChoosableRow[] = [
  { id: 'a', heading: '雪亮工程', achievement: true, state: 'verified' },
  { id: 'b', heading: '一种探测器', achievement: true, state: 'waiting' },
];
const full: ContentFacts = {
  direction: '安防设计与集成',
  rows: ['a', 'b'],
  representative: 'a',
  selfReport: '任现职以来主持完成高风险保护对象项目。',
  pledged: true,
  declassified: true,
  ownPart: true,
  selfScore: [],
  statements: {},
};
const places = (
  content: Partial<ContentFacts>,
  options: { verified: boolean; signed?: boolean } = { verified: false },
  about: Parameters<typeof contentLacks>[1] = subject,
) => contentLacks(plan, about, { ...full, ...content }, rows, { signed: false, ...options }).map(({ place }) => place);

describe('what an application still lacks', () => {
  it('lacks nothing when everything is there', () => expect(places({})).toEqual([]));

  it('asks for verified rows at submission only', () => {
    expect(places({}, { verified: true })).toEqual(['rows.b']);
  });

  it('names every place', () => {
    expect(
      places({
        direction: null,
        rows: [],
        representative: null,
        selfReport: ' ',
        pledged: false,
        declassified: false,
        ownPart: false,
      }),
    ).toEqual(['direction', 'rows', 'selfReport', 'pledged', 'declassified', 'ownPart']);
  });

  it('wants exactly one representative work, out of the chosen rows', () => {
    expect(places({ representative: null })).toEqual(['representative']);
    expect(places({ rows: ['b'] })).toEqual(['representative']);
  });

  it('counts a thousand characters and not one more, rare ones as one', () => {
    expect(places({ selfReport: '字'.repeat(1000) })).toEqual([]);
    expect(places({ selfReport: '𠮷'.repeat(1000) })).toEqual([]);
    expect(places({ selfReport: '字'.repeat(1001) })).toEqual(['selfReport']);
    expect(characters('𠮷林')).toBe(2);
  });

  it('does not ask technicians and assistants for achievements', () => {
    const technician = { ...subject, level: 'technician' } as const;
    expect(places({ rows: [], representative: null }, { verified: true }, technician)).toEqual([]);
  });

  it('refuses rows that were thrown away', () => {
    expect(places({ rows: ['a', 'gone'] })).toEqual(['rows.gone']);
  });
});
