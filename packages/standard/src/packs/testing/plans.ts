import { parse } from 'yaml';
import { planForEvaluation } from '../../evaluate/plan.ts';
import type { PlanFacts } from '../../evaluate/plan.ts';
import type { PlanForEvaluation } from '../../language/pack.ts';
import { readPolicy } from './pack-files.ts';

/** What a plan of the repository says of evaluation, by its folder under `policies`. */
export const loadPlan = (folder: string): PlanForEvaluation =>
  planForEvaluation(parse(readPolicy(folder, 'plan.yaml')) as PlanFacts);

/** The plan of Liaoning engineering 2024. */
export const LN_2024_ENG = loadPlan('liaoning/ln-2024-eng');
