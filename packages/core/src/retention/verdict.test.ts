import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOfDayNumber, dayNumber } from '../calendar/index.ts';
import {
  classSpec,
  DEFAULT_PERIODS,
  DOCUMENT_CLASS_IDS,
  type DocumentClass,
  keepingProblem,
  type Periods,
} from './classes.ts';
import { dueOn, endOfPeriod, type KeptFor, verdictOn } from './verdict.ts';

const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2040-12-31') }).map(dateOfDayNumber);
const use: fc.Arbitrary<KeptFor> = fc.record({
  of: fc.constantFrom(...DOCUMENT_CLASS_IDS),
  since: fc.option(day, { freq: 9 }),
  barred: fc.constant(false),
});
const uses = fc.array(use, { minLength: 1, maxLength: 4 });
const periods: fc.Arbitrary<Periods> = fc
  .array(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 9 }), {
    minLength: DOCUMENT_CLASS_IDS.length,
    maxLength: DOCUMENT_CLASS_IDS.length,
  })
  .map((months) => Object.fromEntries(DOCUMENT_CLASS_IDS.map((id, at) => [id, months[at] ?? null])) as Periods);
const isDue = (all: readonly KeptFor[], kept: Periods, on: string) => verdictOn(all, kept, on).kind === 'due';

describe('what is due on a day', () => {
  it('counts from the 1 January after the case ended, or from the day itself', () => {
    const ended: KeptFor = { of: 'evidence-stopped', since: '2024-03-09', barred: false };
    expect(verdictOn([ended], DEFAULT_PERIODS, '2026-12-31')).toEqual({
      kind: 'kept',
      of: 'evidence-stopped',
      until: '2027-01-01',
    });
    expect(isDue([ended], DEFAULT_PERIODS, '2027-01-01')).toBe(true);
    const removed: KeptFor = { of: 'archive-removed', since: '2024-02-29', barred: false };
    expect(endOfPeriod('archive-removed', '2024-02-29', DEFAULT_PERIODS)).toBe('2025-02-28');
    expect(isDue([removed], DEFAULT_PERIODS, '2025-02-27')).toBe(false);
    expect(isDue([removed], DEFAULT_PERIODS, '2025-02-28')).toBe(true);
  });

  it('spares what nobody is known to use, what is in use, barred, or kept for ever', () => {
    const far = '2999-01-01';
    const since = '2024-01-01';
    expect(verdictOn([], DEFAULT_PERIODS, far).kind).toBe('in-use');
    expect(verdictOn([{ of: 'photo', since: null, barred: false }], DEFAULT_PERIODS, far).kind).toBe('in-use');
    expect(verdictOn([{ of: 'photo', since, barred: true }], DEFAULT_PERIODS, far).kind).toBe('barred');
    expect(verdictOn([{ of: 'signed-passed', since, barred: false }], DEFAULT_PERIODS, far).kind).toBe('for-ever');
  });

  it('is due when each of its uses alone is, on that day and every day after', () => {
    fc.assert(
      fc.property(uses, periods, day, fc.nat(4000), (all, kept, today, later) => {
        const due = isDue(all, kept, today);
        expect(due).toBe(all.every((one) => isDue([one], kept, today)));
        if (due) expect(isDue(all, kept, addDays(today, later))).toBe(true);
      }),
    );
  });

  it('one more use, a bar, or a longer period never makes it due earlier', () => {
    fc.assert(
      fc.property(uses, use, periods, day, fc.constantFrom(...DOCUMENT_CLASS_IDS), (all, more, kept, today, which) => {
        if (isDue([...all, more], kept, today)) expect(isDue(all, kept, today)).toBe(true);
        expect(isDue([...all, { ...more, barred: true }], kept, today)).toBe(false);
        const longer = { ...kept, [which]: kept[which] === null ? null : kept[which] + 1 };
        if (isDue(all, longer, today)) expect(isDue(all, kept, today)).toBe(true);
      }),
    );
  });

  it('names the day it became due: the day before it was not', () => {
    fc.assert(
      fc.property(uses, periods, day, (all, kept, today) => {
        const verdict = verdictOn(all, kept, today);
        if (verdict.kind === 'kept') expect(isDue(all, kept, verdict.until)).toBe(true);
        if (verdict.kind !== 'due') return;
        expect(isDue(all, kept, verdict.on)).toBe(true);
        expect(isDue(all, kept, addDays(verdict.on, -1))).toBe(false);
      }),
    );
  });

  it('answers for many what it answers for each', () => {
    fc.assert(
      fc.property(fc.array(uses, { maxLength: 8 }), periods, day, (documents, kept, today) => {
        const due = dueOn(new Map(documents.map((all, at) => [String(at), all])), kept, today);
        expect([...due.keys()]).toEqual(documents.flatMap((all, at) => (isDue(all, kept, today) ? [String(at)] : [])));
      }),
    );
  });
});

describe('the classes', () => {
  it.each(DOCUMENT_CLASS_IDS.map((id): [DocumentClass] => [id]))('%s keeps its own rules', (id) => {
    const spec = classSpec(id);
    expect(keepingProblem(id, spec.months)).toBeNull();
    expect(keepingProblem(id, spec.least)).toBeNull();
    expect(keepingProblem(id, spec.least - 1)).toBe('too-short');
    expect(keepingProblem(id, spec.most + 1)).toBe('too-long');
    expect(keepingProblem(id, null)).toBe(spec.forever ? null : 'not-forever');
    expect(spec.months !== null || spec.forever).toBe(true);
    expect(addMonths('2024-01-01', spec.least) > '2024-01-01').toBe(true);
  });
});
