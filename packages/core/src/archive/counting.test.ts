import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countingOf,
  currentTitleOf,
  effectiveDateOf,
  evidenceChecklist,
  fieldProblems,
  fieldWarnings,
  headingOf,
} from './counting.ts';
import type { EvidenceList } from './evidence-lists.ts';
import { ROW_KINDS } from './kinds/index.ts';
import { anyRow, sampleRow } from './sample-rows.ts';

const engineer = { rowId: 't', name: '工程师', level: 'engineer', acquiredOn: '2018-09-30' };

/** As Liaoning's notice of 2024 asks, 六(四). */
const LOOKED_UP: readonly EvidenceList[] = [
  {
    source: '六(四)',
    kinds: ['paper'],
    adds: true,
    shows: [
      { anyOf: ['press-lookup'], when: { field: 'foreign', in: [false] } },
      { anyOf: ['database-lookup'], when: { field: 'foreign', in: [false] } },
      { anyOf: ['retrieval-certificate'], when: { field: 'foreign', in: [true] } },
    ],
  },
];

describe('kinds', () => {
  it('describe themselves without contradiction', () => {
    for (const spec of ROW_KINDS) {
      const names = spec.fields.map((field) => field.name);
      expect(new Set(names).size, spec.kind).toBe(names.length);
      expect(names, spec.kind).toContain(spec.heading);
      if (spec.effective !== null) expect(names, spec.kind).toContain(spec.effective.field);
      for (const part of [...spec.fields, ...spec.evidence]) {
        if ('when' in part && part.when !== undefined) expect(names, spec.kind).toContain(part.when.field);
      }
      if (spec.achievement) expect(names, spec.kind).toContain('specialtyRelation');
    }
  });

  it('never ask for a diploma (LN-2024 八(四))', () => {
    for (const spec of ROW_KINDS) if (spec.section === 'schooling') expect(spec.evidence).toEqual([]);
  });

  it('take a complete row of every kind', () => {
    for (const spec of ROW_KINDS) {
      const row = sampleRow(spec.kind);
      expect(fieldProblems(spec.kind, row.fields), spec.kind).toEqual([]);
      expect(countingOf(row, engineer, '2024-06-30').reasons, spec.kind).toEqual([]);
    }
  });
});

describe('effective date', () => {
  it('is the publication of a paper and the signature of an award (LN-2024 四(一))', () => {
    expect(effectiveDateOf(sampleRow('paper', { publishedOn: '2023-02-01' }))).toBe('2023-02-01');
    expect(effectiveDateOf(sampleRow('award', { signedOn: '2021-12-20' }))).toBe('2021-12-20');
    expect(effectiveDateOf(sampleRow('work'))).toBeNull();
  });
});

describe('counting', () => {
  it('counts only after the current title and up to the cut-off', () => {
    const on = (signedOn: string) => countingOf(sampleRow('award', { signedOn }), engineer, '2024-06-30');
    expect(on('2018-09-30').counts).toBe(false);
    expect(on('2018-09-30').reasons).toEqual(['不计入：不晚于现职称取得日期（2018-09-30）']);
    expect(on('2018-10-01')).toMatchObject({ counts: true, afterCurrentTitle: true });
    expect(on('2024-06-30').counts).toBe(true);
    expect(on('2024-07-01').reasons).toEqual(['不计入：晚于业绩计算截止日期（2024-06-30）']);
  });

  it('does not count another specialty', () => {
    expect(countingOf(sampleRow('award', { specialtyRelation: 'other' }), engineer, null).counts).toBe(false);
  });

  it('asks what the plan asks in place of the general list, or besides it, and says where it stands', () => {
    const sources = (lists: readonly EvidenceList[]) =>
      evidenceChecklist(sampleRow('paper'), lists).map(({ source }) => source);
    expect(new Set(sources([]))).toEqual(new Set(['通用清单']));
    expect(sources([{ source: '二10', kinds: ['paper'], adds: false, shows: [{ anyOf: ['text'] }] }])).toEqual([
      '二10',
    ]);
    expect(sources([{ source: '二10', kinds: ['paper'], adds: true, shows: [{ anyOf: ['other'] }] }])).toEqual([
      ...sources([]),
      '二10',
    ]);
    expect(sources([{ source: '二10', kinds: ['book'], adds: false, shows: [{ anyOf: ['text'] }] }])).toEqual(
      sources([]),
    );
  });

  it('asks once what several clauses ask, as many files as the strictest wants', () => {
    const peer = (source: string, files: number): EvidenceList => ({
      source,
      kinds: ['report'],
      adds: false,
      shows: [{ anyOf: ['expert-opinion'], files }],
    });
    const lists = [peer('四3', 1), peer('五4', 2), peer('五4', 2)];
    expect(evidenceChecklist(sampleRow('report'), lists)).toMatchObject([
      { label: '专家评议书（2 份）', needed: 2, source: '四3；五4' },
    ]);
  });

  it('does not count a paper without its look-up page, and says which one is missing', () => {
    const sample = sampleRow('paper', { foreign: false });
    const looked = { purposes: ['press-lookup', 'database-lookup'] as const };
    const paper = { ...sample, evidence: [...sample.evidence, looked] };
    expect(countingOf(paper, engineer, null, LOOKED_UP).counts).toBe(true);
    const without = { ...paper, evidence: [...sample.evidence, { purposes: ['press-lookup'] as const }] };
    expect(countingOf(without, engineer, null, LOOKED_UP).reasons).toEqual(['缺少数据库检索页']);
    expect(countingOf(without, engineer, null).counts).toBe(true);
  });

  it('asks a foreign paper for the retrieval certificate instead', () => {
    const labels = evidenceChecklist(sampleRow('paper', { foreign: true }), LOOKED_UP).map((check) => check.label);
    expect(labels).toContain('科技文献检索证明');
    expect(labels).not.toContain('数据库检索页');
  });

  it('asks a report for two opinions', () => {
    const report = { ...sampleRow('report'), evidence: [{ purposes: ['text', 'expert-opinion'] as const }] };
    const opinions: EvidenceList = {
      source: '六(三)3',
      kinds: ['report'],
      adds: true,
      shows: [{ anyOf: ['expert-opinion'], files: 2 }],
    };
    expect(countingOf(report, engineer, null, [opinions]).reasons).toEqual(['缺少专家评议书（2 份）']);
    expect(countingOf(report, engineer, null).reasons).toEqual([]);
  });

  it('never counts a row that is not verified or lacks something', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        if (!countingOf(row, engineer, '2024-06-30').counts) return;
        expect(row.state).toBe('verified');
        expect(fieldProblems(row.kind, row.fields)).toEqual([]);
        expect(evidenceChecklist(row).every((check) => check.satisfied)).toBe(true);
      }),
    );
  });

  it('never stops counting because of one more file', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom('other', 'text', 'cover'), (row, purpose) => {
        const more = { ...row, evidence: [...row.evidence, { purposes: [purpose] as const }] };
        const before = countingOf(row, engineer, null);
        if (before.counts) expect(countingOf(more, engineer, null).counts).toBe(true);
      }),
    );
  });
});

describe('current title', () => {
  const title = (id: string, level: string, acquiredOn: string, state: 'verified' | 'recycled' = 'verified') =>
    sampleRow('title', { level, acquiredOn, name: id, current: null }, state, id);

  it('is the highest, of two alike the one acquired last, never a discarded one', () => {
    const rows = [
      title('助理工程师', 'assistant', '2019-01-01'),
      title('另一系列工程师', 'engineer', '2020-01-01'),
      title('工程师', 'engineer', '2018-09-30'),
      title('高级工程师', 'senior', '2023-01-01', 'recycled'),
    ];
    expect(currentTitleOf(rows)).toMatchObject({ name: '另一系列工程师', acquiredOn: '2020-01-01' });
    const named = sampleRow('title', { level: 'engineer', acquiredOn: '2018-09-30', name: '工程师', current: true });
    expect(currentTitleOf([...rows, named])).toMatchObject({ name: '工程师' });
    expect(currentTitleOf([])).toBeNull();
  });
});

describe('warnings and problems', () => {
  it('warn of a wrong check digit without blocking', () => {
    const fields = sampleRow('patent', { number: 'ZL 200310102344.6' }).fields;
    expect(fieldWarnings('patent', fields).map((one) => one.field)).toEqual(['number']);
    expect(fieldProblems('patent', fields)).toEqual([]);
  });

  it('compare the ID number with the birth date', () => {
    const basic = { idType: 'resident-id', idNumber: '11010519491231002X' };
    expect(fieldWarnings('basic', { ...basic, bornOn: '1949-12-31' })).toEqual([]);
    expect(fieldWarnings('basic', { ...basic, bornOn: '1949-12-30' }).map((one) => one.field)).toEqual(['bornOn']);
    expect(fieldWarnings('basic', { idType: 'passport', idNumber: 'E1' })).toEqual([]);
  });

  it('see the same expert named twice', () => {
    const alike = { expertOne: '李明', expertTwo: ' 李明 ' };
    expect(fieldWarnings('report', alike).map((one) => one.field)).toEqual(['expertTwo']);
  });

  it('name each blank, and dates in the wrong order', () => {
    expect(fieldProblems('assessment', { year: 2020 }).map((one) => one.field)).toEqual(['result', 'unitName']);
    const work = sampleRow('work', { from: '2020-01-01', to: '2019-01-01' }).fields;
    expect(fieldProblems('work', work).map((one) => one.field)).toEqual(['to']);
  });

  it('name rows in lists', () => {
    expect(headingOf({ kind: 'award', fields: { name: '省科技进步奖' } })).toBe('省科技进步奖');
    expect(headingOf({ kind: 'assessment', fields: { year: 2023 } })).toBe('2023年度');
    expect(headingOf({ kind: 'award', fields: {} })).toBe('未命名的科技奖励');
    expect(headingOf({ kind: 'conduct', fields: { sanction: 'none' } })).toBe('无处分、无失信记录');
  });
});
