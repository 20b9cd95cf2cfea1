import { choice, type FieldSpec, integer, longText, optionalChoice, optionalInteger, optionalText } from '../fields.ts';
import type { EvidenceNeed } from '../kind.ts';
import { BENEFITS, BENEFIT_KINDS, EXPERT_LEVELS, EXPERT_RELATIONS, RELATIONS_TO_SPECIALTY } from '../lists.ts';

/** LN-SEC 六(三): only what belongs to the specialty or a near one counts. */
export const specialty = choice('specialtyRelation', '与申报专业的关系', RELATIONS_TO_SPECIALTY);

/** Plans count several results of one project once, or differ by it, so rows say which project they come from. */
export const ofProject = optionalText('project', '所属项目', {
  help: '由某个项目产生的业绩，填写与该项目相同的名称，系统据此归在一起。',
});

/** LN-2024 五(二)3: where several people made it, each states the own part. */
export const myPart = longText('myPart', '本人完成的具体部分', {
  max: 500,
  help: '由多人完成的，写明本人承担的具体工作。',
});

/** A claimed degree of benefit. A person decides; the claim is only what is put before the reviewers. */
export const benefitClaim: readonly FieldSpec[] = [
  optionalChoice('benefitKind', '取得的效益', BENEFIT_KINDS),
  optionalChoice('benefit', '自评效益程度', BENEFITS, {
    when: { field: 'benefitKind', in: ['economic', 'social'] },
    help: '是否成立由审核人员和专家认定。',
  }),
];

/** LN-SEC 六(五)12, 13: economic benefit by contract, invoice or tax paper; social benefit by the competent department. */
export const benefitEvidence: readonly EvidenceNeed[] = [
  {
    anyOf: ['economic-proof'],
    when: { field: 'benefitKind', in: ['economic'] },
  },
  {
    anyOf: ['social-proof'],
    when: { field: 'benefitKind', in: ['social'] },
  },
];

/** Place among the contributors: 前3、等级内额定人员 and the like are counted from these. */
export const placeAmong = (placeLabel: string, peopleLabel: string): readonly FieldSpec[] => [
  integer('place', placeLabel, '位', { min: 1, max: 500 }),
  integer('people', peopleLabel, '人', { min: 1, max: 500 }),
];

/** Place among the contributors where a plan asks for it. */
export const optionalPlace = optionalInteger('place', '本人排名', '位', { min: 1, max: 500 });

/** Experts who gave a written opinion on a paper or report; the second differs from the first. */
export const appraisingExperts = (when?: {
  readonly field: string;
  readonly in: readonly string[];
}): readonly FieldSpec[] => {
  const asked = when === undefined ? {} : { when };
  return (['One', 'Two'] as const).flatMap((which) => {
    const name = which === 'One' ? '第一位' : '第二位';
    return [
      optionalText(`expert${which}`, `${name}评议专家`, { max: 50, ...asked }),
      optionalText(`expert${which}Unit`, `${name}专家单位与职称`, { max: 100, ...asked }),
      optionalChoice(`expert${which}Level`, `${name}专家职称层级`, EXPERT_LEVELS, asked),
      optionalInteger(`expert${which}Years`, `${name}专家任该层级年数`, '年', { max: 60, ...asked }),
      optionalChoice(`expert${which}Relation`, `${name}专家的专业`, EXPERT_RELATIONS, asked),
    ];
  });
};
