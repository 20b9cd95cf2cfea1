import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierSchema } from '../dossier/dossier.ts';
import { upTo } from './up-to.ts';

const DAY = '2024-07-15';
const of = (graduatedOn?: string) =>
  dossierSchema.parse({
    educations: [{ level: 'bachelor', ...(graduatedOn === undefined ? {} : { graduatedOn }) }],
  });

describe('what a person has by a day', () => {
  it('leaves out a degree still to come, and keeps what came on the day, may have come by it, or has no date', () => {
    for (const [written, kept] of [
      ['2024-07-16', 0],
      ['2024-08', 0],
      ['2025', 0],
      ['2024-07-15', 1],
      ['2024-07', 1],
      ['2024', 1],
      [undefined, 1],
    ] as const) {
      expect([written, upTo(of(written), DAY).educations?.length]).toEqual([written, kept]);
    }
  });

  it('does so with titles, degrees, skills and examinations, and touches nothing else', () => {
    const dossier = dossierSchema.parse({
      titles: [{ level: 'engineer', obtainedOn: '2024-12-01' }],
      degrees: [{ degree: 'master', awardedOn: '2024-12-20' }],
      skills: [{ level: 'technician', obtainedOn: '2024-12-01' }],
      examinations: [{ name: '经济', passedOn: '2024-11-01' }],
      achievements: [{ id: 'a', kind: 'paper', effectiveOn: '2024-12-01' }],
    });
    const { titles, degrees, skills, examinations, ...rest } = upTo(dossier, DAY);
    expect({ titles, degrees, skills, examinations }).toEqual({
      titles: [],
      degrees: [],
      skills: [],
      examinations: [],
    });
    expect(rest.achievements).toBe(dossier.achievements);
  });

  it('is the same object where nothing is to come, and leaves out the less the later the day', () => {
    const dossier = of('2024-07-01');
    expect(upTo(dossier, DAY)).toBe(dossier);
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    const iso = (date: Date): string => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, day, (graduated, one, other) => {
        const [first, later] = one <= other ? [one, other] : [other, one];
        const many = (at: Date): number => upTo(of(iso(graduated)), iso(at)).educations?.length ?? 0;
        expect(many(first)).toBeLessThanOrEqual(many(later));
      }),
    );
  });
});
