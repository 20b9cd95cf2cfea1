import { choice, type FieldSpec, integer, longText, optionalChoice, optionalText } from '../fields.ts';
import type { EvidenceRule } from '../kind.ts';
import { BENEFITS, BENEFIT_KINDS, RELATIONS_TO_SPECIALTY } from '../lists.ts';

/** LN-SEC 六(三): only what belongs to the specialty or a near one counts. */
export const specialty = choice('specialtyRelation', '与申报专业的关系', RELATIONS_TO_SPECIALTY);

/** LN-SEC 六(三): one project with several results of one kind counts once, so rows say which project they come from. */
export const ofProject = optionalText('project', '所属项目', {
  help: '同一项目取得多项同类业绩的，只计算一项。填写相同的项目名称，系统据此合并计算。',
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
export const benefitEvidence: readonly EvidenceRule[] = [
  {
    anyOf: ['economic-proof'],
    when: { field: 'benefitKind', in: ['economic'] },
    source: '辽人社职〔2024〕36号 六(五)12',
  },
  {
    anyOf: ['social-proof'],
    when: { field: 'benefitKind', in: ['social'] },
    source: '辽人社职〔2024〕36号 六(五)13',
  },
];

/** Place among the contributors: 前3、等级内额定人员 and the like are counted from these. */
export const placeAmong = (placeLabel: string, peopleLabel: string): readonly FieldSpec[] => [
  integer('place', placeLabel, '位', { min: 1, max: 500 }),
  integer('people', peopleLabel, '人', { min: 1, max: 500 }),
];

export const NOTICE_CHAIN = '2024年评审通知 六(三)1';
export const NOTICE_RETRIEVAL = '2024年评审通知 六(四)';
