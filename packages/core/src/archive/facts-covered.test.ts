import { type Dossier, dossierSchema } from '@zhiping/standard';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { ATTESTATION_IDS } from './attestations.ts';
import { dossierOf } from './dossier-of.ts';
import { ROW_KIND_IDS } from './kinds/index.ts';
import { sampleRow } from './sample-rows.ts';

const ALL = { basis: 'verified', chosen: 'all', asOf: '2024-07-01' } as const;

/** Who states a field that no row of the archive states. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = {
  note: 'A remark of whoever wrote the file; conditions do not read it.',
  judgements: 'Decisions of the reviewers.',
  'selfScore.hundredths': 'The self-score of the application.',
  'selfScore.mountainHundredths': 'The self-score of the application.',
  'selfScore.otherHundredths': 'Follows from the self-score of the application.',
  'selfScore.checkedHundredths': 'The self-score of the application, as checked.',
  'selfScore.evidence': 'The self-score of the application.',
  'consents.unit': 'The application: the unit consents to it.',
  'consents.entrusted': 'The application: the chain of letters.',
  'greenChannel.agreed': 'The application: the pre-check of the office.',
  'greenChannel.overseasTalent': 'The application: the pre-check of the office.',
  'greenChannel.urgentTalent': 'The application: the pre-check of the office.',
  'greenChannel.fosteredTalent': 'The application: the pre-check of the office.',
  'greenChannel.youngTalent': 'The application: the pre-check of the office.',
  'achievements.paper.appraisals.nationalTalent': 'Asked of those who recommend, not of those who appraise.',
  'achievements.report.appraisals.nationalTalent': 'Asked of those who recommend, not of those who appraise.',
  'applicant.specialty': 'The application names it.',
};
/** Fields that a kind of achievement shares with the others and that mean nothing for it, or are said otherwise. */
const MEANINGLESS: Readonly<Record<string, string>> = {
  qualities: 'Decisions of the reviewers.',
  role: 'Papers, awards, contests, patents and copyrights have a place instead of a role.',
  rank: 'Papers and books have a place among the authors, patents among the inventors; commendations have none.',
  myPart: 'Contests are won alone.',
  project: 'Contests, commendations and policies belong to no project.',
  words: 'Words of an author are asked of books and papers.',
};

describe('the archive', () => {
  it('carries every fact of the dossier format, or it is known who states it', () => {
    const attestations = ATTESTATION_IDS.map((id) => ({ id, holds: true, year: 2022, result: 'excellent', years: 1 }));
    // Documents of two kinds are one of the dossier; proceedings and journals show different numbers.
    const rows = [
      ...ROW_KIND_IDS.map((kind) => sampleRow(kind, kind === 'basic' ? { employment: 'freelancer' } : {})),
      sampleRow('paper', { issueType: 'proceedings' }, 'verified', 'proceedings'),
      sampleRow('education', { level: 'technician-school' }, 'verified', 'school'),
      sampleRow('endorsed-report', { type: 'project-technical' }, 'verified', 'technical'),
      sampleRow('endorsed-report', { type: 'work-briefing' }, 'verified', 'briefing'),
      sampleRow('task', { type: 'enterprise-reputation', enterprise: 'private-enterprise' }, 'verified', 'reputation'),
    ];
    const dossier = dossierOf(rows, { attestations }, ALL);
    const absent = leavesOf(dossierSchema, []).filter((path) => !isStated(dossier, path));
    const unexplained = absent.filter((path) => {
      if (STATED_ELSEWHERE[path] !== undefined) return false;
      const [list, , field = ''] = path.split('.');
      return !(list === 'achievements' && MEANINGLESS[field] !== undefined);
    });
    expect(unexplained).toEqual([]);
    // Nobody explains what the archive states itself.
    expect(Object.keys(STATED_ELSEWHERE).filter((path) => !absent.includes(path))).toEqual([]);
  });
});

/** Paths of all fields, lists by their name, achievements by list and kind. */
function leavesOf(schema: z.ZodType, path: readonly string[]): readonly string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return leavesOf(inner.element as z.ZodType, path);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    return inner.options.flatMap((option) => {
      const kind = String(((option as z.ZodObject).shape.kind as z.ZodLiteral).value);
      return leavesOf(option as z.ZodType, [...path, kind]);
    });
  }
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([name, one]) => leavesOf(one as z.ZodType, [...path, name]));
  }
  return [path.join('.')];
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly) return unwrap(schema.unwrap() as z.ZodType);
  return schema;
}

function isStated(dossier: Dossier, path: string): boolean {
  const steps = path.split('.');
  const values = steps.reduce<readonly unknown[]>(
    (reached, step) =>
      reached.flatMap((value) => {
        const items = Array.isArray(value) ? value : [value];
        return items.flatMap((item: Readonly<Record<string, unknown>>) => {
          if (item.kind === step) return [item];
          return item[step] === undefined ? [] : [item[step]];
        });
      }),
    [dossier],
  );
  return values.length > 0;
}
