import { z } from 'zod';
import { ACTORS } from './vocabulary.ts';

/** Rules that an action may need. Names only: the meaning is in `process/rules.ts`. */
export const ruleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('window-open'), window: z.string() }),
  z.strictObject({
    rule: z.enum([
      'submissions-left',
      'locked',
      'opened',
      'not-opened',
      'items-listed',
      'items-decided',
      'reason-given',
      'reason-if-overdue',
      'content-complete',
      'committee-chosen',
      'consents-given',
      'post-recorded',
      'period-not-started',
      'period-started',
      'period-over',
      'no-open-objection',
      'held',
      'not-held',
      'overdue',
      'before-deadline',
      'deadline-passed',
    ]),
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;

export const EFFECTS = [
  'count-submission',
  'unlock',
  'freeze-snapshot',
  'remember-return',
  'clear-return',
  'open',
  'start-unit-publicity',
  'start-result-publicity',
  'clear-period',
  'hold',
  'release',
  'note-overdue',
] as const;
export type Effect = (typeof EFFECTS)[number];

export const CONDITIONS = ['recommended', 'association-seals', 'seals-remain'] as const;
export type Condition = (typeof CONDITIONS)[number];

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);

const targetSchema = z.union([id, z.array(z.strictObject({ when: z.enum(CONDITIONS).optional(), stage: id })).min(1)]);

export const actionSchema = z.strictObject({
  id,
  name: text,
  by: z.array(z.enum(ACTORS)).min(1),
  needs: z.array(ruleSchema).default([]),
  do: z.array(z.enum(EFFECTS)).default([]),
  /** The next stage; without it the action stays in its stage. Of a list, the first whose condition holds. */
  to: targetSchema.optional(),
  /** The ordinary way onward; the timeline follows it into the future. */
  main: z.boolean().default(false),
});
export type StageAction = z.infer<typeof actionSchema>;

export const deadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('window'), window: z.string(), then: id, name: text.optional() }),
  z.strictObject({
    kind: z.literal('after-window'),
    window: z.string(),
    workingDays: z.int().min(1),
    firstDayCounts: z.boolean(),
    then: id,
    name: text,
    label: text.optional(),
  }),
  z.strictObject({
    kind: z.literal('after-entering'),
    workingDays: z.int().min(1),
    firstDayCounts: z.boolean(),
    then: id,
    name: text,
    label: text.optional(),
  }),
  z.strictObject({ kind: z.literal('period'), then: id.optional(), name: text }),
]);
export type StageDeadline = z.infer<typeof deadlineSchema>;

export const stageSchema = z.strictObject({
  id,
  name: text,
  label: text.optional(),
  waitsFor: z.enum([...ACTORS, 'nobody']),
  why: text,
  /** Instead of `why` after a return, when no submission is left, before a period starts, while held back. */
  whyReturned: text.optional(),
  whyLocked: text.optional(),
  whyBefore: text.optional(),
  whyHeld: text.optional(),
  end: z.enum(['success', 'stopped']).optional(),
  deadlines: z.array(deadlineSchema).default([]),
  actions: z.array(actionSchema).default([]),
});
export type Stage = z.infer<typeof stageSchema>;
