import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePatch, patchProblems } from './edit.ts';
import { anyRow } from './sample-rows.ts';

describe('autosave', () => {
  it('takes any half-filled draft and refuses unknown fields and wrong types', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        expect(patchProblems(row.kind, row.fields)).toEqual([]);
      }),
    );
    expect(patchProblems('award', { nonsense: 1 }).map((one) => one.field)).toEqual(['nonsense']);
    expect(patchProblems('award', { signedOn: '2024-02-30' }).map((one) => one.field)).toEqual(['signedOn']);
    expect(patchProblems('award', { grade: 'fourth' }).map((one) => one.field)).toEqual(['grade']);
    expect(patchProblems('award', { name: 'x'.repeat(201) }).map((one) => one.field)).toEqual(['name']);
  });

  it('merges different fields and stops at the same one with both values', () => {
    const stored = { name: '甲', issuer: '省政府' };
    expect(mergePatch(stored, { name: '乙' }, new Set(['issuer']))).toEqual({
      ok: true,
      fields: { name: '乙', issuer: '省政府' },
      changed: ['name'],
    });
    expect(mergePatch(stored, { name: '乙' }, new Set(['name']))).toEqual({
      ok: false,
      conflicts: [{ field: 'name', yours: '乙', theirs: '甲' }],
    });
  });

  it('is no conflict when both wrote the same', () => {
    expect(mergePatch({ name: '甲' }, { name: '甲' }, new Set(['name']))).toMatchObject({ ok: true, changed: [] });
  });

  it('never loses a field that the patch does not touch', () => {
    const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.string());
    fc.assert(
      fc.property(fields, fields, (stored, patch) => {
        const merged = mergePatch(stored, patch, new Set());
        expect(merged).toMatchObject({ ok: true, fields: { ...stored, ...patch } });
      }),
    );
  });
});
