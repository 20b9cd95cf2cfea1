/**
 * What the unit attests one by one, signed and dated (product U6, LN-SEC 四, LN-2024 五(二)). The wording is ours,
 * and beside each stands a clause that asks it; a denied attestation says so, a missing one is unknown.
 */
export const ATTESTATIONS = {
  'law-abiding': { label: '拥护党的领导，遵纪守法' }, // 辽人社职〔2024〕36号 四(一)
  ethical: { label: '职业道德和品行良好' }, // 辽人社职〔2024〕36号 四(二)
  healthy: { label: '身心健康，能够履行岗位职责' }, // 辽人社职〔2024〕36号 四(二)
  dutiful: { label: '认真履行职责，无严重工作过失' }, // 辽人社职〔2024〕36号 四(二)
  learning: { label: '按规定完成继续教育学习任务' }, // 辽人社职〔2024〕36号 四(三)
  'learning-related': { label: '所学专业不相近，已完成相近专业继续教育' }, // 辽人社职〔2024〕36号 六(四)
  probation: { label: '见习期满考察合格，或业绩考核合格' }, // 辽人社职〔2024〕36号 五(一)、五(二)；津人社局发〔2019〕39号 附件2 二(一)1
  'academic-honesty': { label: '没有学术不端行为' }, // 津人社局发〔2019〕39号 附件2 一
  'no-fault': { label: '任现职以来没有出现过较大工作失误' }, // 2022年浙江通知 五(三)
  assessment: { label: '年度考核结果' }, // 辽人社职〔2024〕36号 四(二)
} as const;
export type AttestationId = keyof typeof ATTESTATIONS;
export const ATTESTATION_IDS = Object.keys(ATTESTATIONS) as readonly AttestationId[];

/** One attestation as it stands. `year` is 0 for all but the yearly assessments. */
export interface Attestation {
  readonly id: AttestationId;
  readonly year: number;
  /** False: the unit states that it does not hold. */
  readonly holds: boolean;
  /** Result of a yearly assessment. */
  readonly result: string | null;
  /** Full years of probation. */
  readonly years: number | null;
}
