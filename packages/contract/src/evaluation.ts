import { ROUTES, type ConditionRow, type EvaluationView, type GapsView, VALUES, VERDICTS } from '@zhiping/standard';
import { z } from 'zod';
import { date } from './common.ts';
import { endpoint } from './endpoint.ts';
import { packId } from './policy.ts';

const verdict = z.enum(VERDICTS);
const titleLevel = z.enum(VALUES['title-level']);
const named = z.object({ id: z.string(), name: z.string() });
/** One condition with its parts (`ConditionRow` of the standards engine); the tree has no fixed depth. */
const conditionTree = z.json() as unknown as z.ZodType<ConditionRow>;

const routeResult = z.object({
  route: z.enum(ROUTES),
  name: z.string(),
  verdict,
  settled: z.boolean(),
  bounded: z.boolean(),
  tree: conditionTree,
});

const achievementUse = z.object({
  id: z.string(),
  name: z.string(),
  countedIn: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
  reasons: z.array(z.string()),
});

const gapMove = z.object({
  kind: z.enum(['add', 'supply', 'mend', 'confirm', 'judge', 'assess', 'wait']),
  by: z.enum(['applicant', 'expert', 'judge', 'time']),
  text: z.string(),
  times: z.int(),
  until: date.nullable(),
  for: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
  change: z.object({ list: z.string(), records: z.array(z.json()) }).nullable(),
});
const gapWay = z.object({ acts: z.int(), moves: z.array(gapMove) });

/** What is lacking: every way was applied and evaluated again, and none of its moves can be left out. */
const gaps = z.object({
  alternatives: z.array(gapWay.extend({ route: z.enum(ROUTES), name: z.string() })),
  routes: z.array(
    z.object({
      route: z.enum(ROUTES),
      name: z.string(),
      verdict,
      ways: z.array(gapWay),
      earliest: z.object({ on: date, text: z.string() }).nullable(),
      blocked: z.array(z.object({ id: z.string(), label: z.string(), text: z.string(), reason: z.string() })),
    }),
  ),
});

/** Whether a defence is due on a route by the plan, with every reason that applies or may apply. */
const routeDefence = z.object({
  route: z.enum(ROUTES),
  due: z.enum(['required', 'possible', 'none']),
  reasons: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      text: z.string(),
      state: z.enum(['applies', 'open']),
      dependsOn: z.array(z.string()),
    }),
  ),
});

/** What became of a dossier, without what is lacking; with it, the same answer as `zhiping evaluate --json`. */
const evaluationAnswer = z.object({
  verdict,
  best: z.enum(ROUTES),
  standard: named.extend({
    number: z.string(),
    mark: z.object({ kind: z.enum(['unverified', 'sample']), note: z.string() }).optional(),
  }),
  level: z.object({ level: titleLevel, name: z.string(), label: z.string() }),
  plan: named.nullable(),
  asOf: date,
  tenure: z.union([
    z.object({ rule: z.literal('ANNIVERSARY_AT'), date: date }),
    z.object({ rule: z.literal('YEAR_DIFF'), year: z.int() }),
  ]),
  achievementCutOff: date,
  routes: z.array(routeResult),
  achievements: z.array(achievementUse),
  defence: z.array(routeDefence).optional(),
});

/** The answer as the engine types it: its values are read-only, which a schema cannot say. */
export const evaluationReport = evaluationAnswer as unknown as z.ZodType<EvaluationView>;
const reportWithGaps = evaluationAnswer.extend({ gaps }) as unknown as z.ZodType<
  EvaluationView & { readonly gaps: GapsView }
>;

/**
 * Evaluates a dossier (docs/申报数据格式.md) on the published version of a standard. Keeps nothing. Every problem of the
 * dossier comes back in `fields`, with its path, the value found and what was expected.
 */
export const evaluateDossier = endpoint({
  method: 'POST',
  url: '/api/evaluate',
  action: 'evaluation.ask',
  summary: '按评审标准评估一份申报材料数据；不保存任何内容',
  body: z.strictObject({
    standard: packId,
    level: titleLevel,
    route: z.enum(ROUTES).optional(),
    plan: packId.optional(),
    asOf: date.optional(),
    // Judged by the dossier format itself, which names every problem and never follows what it does not know.
    dossier: z.record(z.string(), z.unknown()),
  }),
  answer: reportWithGaps,
});
