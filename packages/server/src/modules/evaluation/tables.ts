import type { PlanForEvaluation } from '@zhiping/standard';
import type { JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface EvaluationTables {
  decision_plan: {
    hash: string;
    plan: JSONColumnType<PlanForEvaluation, string, string>;
  };
}
