import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, readCell } from './cells.ts';
import { archiveFileSchema, archiveJsonSchema, exchangedRow, importEffects } from './exchange.ts';
import { ROW_KINDS } from './kinds/index.ts';
import { anyRow, sampleRow } from './sample-rows.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const paper = sampleRow('paper', {}, 'verified', ID);

describe('an archive file', () => {
  it('changes nothing when what was exported is imported', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { maxLength: 6, selector: (row) => row.kind }), (rows) => {
        const kept = rows.filter(({ state }) => state !== 'recycled');
        const effects = importEffects(kept, kept.map(exchangedRow));
        expect(effects.map(({ effect }) => effect)).toEqual(kept.map(() => 'same'));
      }),
      { numRuns: 60 },
    );
  });

  it('tells new, changed and refused rows, and what is verified anew', () => {
    const other = '01890000-0000-7000-8000-000000000002';
    const fields = { name: '改过的题目' };
    expect(importEffects([paper], [{ id: ID, kind: 'paper', fields }])).toMatchObject([
      { effect: 'changed', changed: ['论文题目'], verifiedAgain: true },
    ]);
    expect(importEffects([paper], [{ id: other, kind: 'paper', fields }])).toMatchObject([{ effect: 'new' }]);
    expect(importEffects([paper], [{ id: ID, kind: 'book', fields }])).toMatchObject([{ effect: 'refused' }]);
    const wrong = { authorPlace: 'x', unheard: 1 };
    expect(
      importEffects([], [{ id: ID, kind: 'paper', fields: wrong }])[0]?.problems.map(({ field }) => field),
    ).toEqual(['authorPlace', 'unheard']);
    const twice = [ID, ID].map((id) => ({ id, kind: 'paper' as const, fields }));
    expect(importEffects([], twice).map(({ effect }) => effect)).toEqual(['new', 'refused']);
    expect(importEffects([{ ...paper, state: 'recycled' }], [exchangedRow(paper)])[0]?.effect).toBe('refused');
  });

  it('puts what may stand only once onto the row that is there', () => {
    const basic = sampleRow('basic', {}, 'draft', ID);
    const [effect] = importEffects(
      [basic],
      [{ id: '01890000-0000-7000-8000-000000000009', kind: 'basic', fields: { name: '王' } }],
    );
    expect(effect).toMatchObject({ id: ID, effect: 'changed', changed: ['姓名'] });
  });

  it('is described by a schema that knows every kind and field', () => {
    const text = JSON.stringify(archiveJsonSchema());
    for (const spec of ROW_KINDS) for (const field of spec.fields) expect(text).toContain(field.label);
    expect(archiveFileSchema.safeParse({ format: 'zhiping-archive-1', rows: [exchangedRow(paper)] }).success).toBe(
      true,
    );
  });
});

describe('cells', () => {
  it('read back what was written, for every field of every kind', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        for (const field of ROW_KINDS.find(({ kind }) => kind === row.kind)?.fields ?? []) {
          const value = row.fields[field.name] ?? null;
          if (typeof value === 'string' && value.trim() !== value) continue;
          const back = readCell(field, cellOf(field, value), new Map());
          const blank = value === '' || (Array.isArray(value) && value.length === 0);
          expect(back).toEqual({ ok: true, value: blank ? null : value });
        }
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    ['2022年5月1日', '2022-05-01'],
    ['2022/5/1', '2022-05-01'],
    ['2022.05', '2022-05-01'],
    ['44682', '2022-05-01'],
  ])('take the date %s', (text, value) => {
    const field = { type: 'date', name: 'd', label: '日期', required: true } as const;
    expect(readCell(field, text, new Map())).toEqual({ ok: true, value });
  });

  it('refuse what is no date, no number and no choice, naming the field', () => {
    const fields = ROW_KINDS.flatMap((spec) => spec.fields).filter(({ type }) => !['text', 'long-text'].includes(type));
    for (const field of fields) expect(readCell(field, '2022-02-30', new Map())).toMatchObject({ ok: false });
  });
});
