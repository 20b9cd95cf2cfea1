import type { PlanForEvaluation } from '../../language/pack.ts';

/** What the plan of Liaoning engineering 2024 says of counting: notice 四(一)1 and 四(二). */
export const LN_2024_ENG: PlanForEvaluation = {
  id: 'ln-2024-eng',
  name: '2024年辽宁省工程系列专业技术资格评审计划',
  asOf: '2024-07-31',
  closesOn: '2024-07-31',
  closesLabel: '',
  tenure: { rule: 'YEAR_DIFF', year: 2024 },
  achievementCutOff: '2024-06-30',
  counting: [],
  conditions: [],
};
