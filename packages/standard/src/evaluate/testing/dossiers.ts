import fc from 'fast-check';
import { fieldsOf } from '../../dossier/fields.ts';
import type { Field } from '../../dossier/fields.ts';
import { dossierSchema } from '../../dossier/dossier.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { VALUES } from '../../vocabulary/values.ts';
import type { AchievementKind } from '../../vocabulary/values.ts';

/** Dates around those that decide: titles from 2012 to 2020, achievements around titles and the cut-off. */
const DATES = [
  '2012',
  '2014-07',
  '2016-12-01',
  '2018-11-20',
  '2019-05',
  '2020-06-15',
  '2022',
  '2023-04-18',
  '2024-06-30',
  '2024-07-15',
];
const day = fc.constantFrom(...DATES);

function valueOf(field: Field): fc.Arbitrary<unknown> | null {
  switch (field.form) {
    case 'word':
      return field.scale && field.id !== 'kind' ? fc.constantFrom(...VALUES[field.scale]) : null;
    case 'claim': {
      const words = field.scale ? VALUES[field.scale] : [];
      return fc
        .tuple(fc.nat(words.length - 1), fc.option(fc.nat(words.length - 1), { nil: undefined }))
        .map(([claimed, confirmed]) =>
          confirmed === undefined
            ? words[claimed]
            : { claimed: words[claimed], confirmed: words[Math.min(claimed, confirmed)] },
        );
    }
    case 'yes':
      return field.id === 'current' ? null : fc.boolean();
    case 'date':
      return day;
    case 'number':
      return field.id === 'year' ? fc.integer({ min: 2018, max: 2024 }) : fc.integer({ min: field.least, max: 5 });
    case 'text':
    case 'list':
    case 'group':
      return null;
    default:
      return field.form satisfies never;
  }
}

const recordOf = (fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = valueOf(field);
        return value ? [[field.id, value] as const] : [];
      }),
    ),
  );

const expert = fc.record({
  titleLevel: fc.constantFrom('senior', 'full-senior'),
  relation: fc.constantFrom(...VALUES.relation),
});

function achievementOf(kind: AchievementKind): fc.Arbitrary<Record<string, unknown>> {
  const fields = fieldsOf('achievements').filter((field) => field.kinds?.includes(kind));
  const extra = fc.record({
    project: fc.option(fc.constantFrom('一', '二'), { nil: undefined }),
    qualities: fc.option(
      fc.constantFrom({ sound: true, 'applied-value': true, 'peer-recognised': true, 'award-equivalent': false }),
      {
        nil: undefined,
      },
    ),
    ...(kind === 'report' ? { appraisals: fc.array(expert, { maxLength: 3 }) } : {}),
  });
  return fc.tuple(recordOf(fields), extra).map(([record, more]) => ({ ...record, ...more, kind }));
}

/** Kinds on which the conditions of the standard turn, so that random dossiers come near them. */
const achievement = fc.constantFrom(...VALUES['achievement-kind']).chain(achievementOf);

/** A dossier in which every fact is stated. */
export const fullDossier: fc.Arbitrary<Dossier> = fc
  .record({
    groups: recordOf(fieldsOf('dossier').map((field) => ({ ...field, id: field.path.join('/') }))),
    titles: fc.array(recordOf(fieldsOf('titles')), { maxLength: 3 }),
    educations: fc.array(recordOf(fieldsOf('educations')), { maxLength: 2 }),
    degrees: fc.array(recordOf(fieldsOf('degrees')), { maxLength: 2 }),
    workPeriods: fc.array(recordOf(fieldsOf('workPeriods')), { maxLength: 2 }),
    assessments: fc.array(recordOf(fieldsOf('assessments')), { maxLength: 7 }),
    skills: fc.constant([]),
    recommendations: fc.array(expert, { maxLength: 3 }),
    achievements: fc.array(achievement, { maxLength: 10 }),
  })
  .map(({ groups, achievements, ...lists }) => {
    const dossier: Record<string, unknown> = { ...lists };
    for (const [path, value] of Object.entries(groups)) {
      const [group = '', field = ''] = path.split('/');
      dossier[group] = { ...(dossier[group] as object | undefined), [field]: value };
    }
    dossier['achievements'] = achievements.map((record, index) => ({ ...record, id: `a${index}` }));
    return dossierSchema.parse(JSON.parse(JSON.stringify(dossier)));
  });
