import { z } from 'zod';
import { isDate } from '../calendar/index.ts';
import { PLAN_ROUTES } from './vocabulary.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);

/** What about a person makes the trigger apply. */
const when = z.discriminatedUnion('rule', [
  /** Titles only of other series than these, by the words people write (转评). */
  z.strictObject({ rule: z.literal('other-series'), series: z.array(text).min(1) }),
  /** This condition of the standard is not met. */
  z.strictObject({ rule: z.literal('condition-unmet'), condition: text }),
  /** Education or degree got later, held for fewer whole years than these on that day. */
  z.strictObject({
    rule: z.literal('later-education'),
    underYears: z.int().min(1),
    on: z.string().refine(isDate, '应为存在的日期，写作 YYYY-MM-DD'),
  }),
  /** Somebody decides it; nothing of the dossier says so. */
  z.strictObject({ rule: z.literal('by-person'), by: text }),
]);

const trigger = z
  .strictObject({
    id,
    label: text,
    text,
    /** Only on these routes; without `when`, always on them. */
    routes: z.array(z.enum(PLAN_ROUTES)).optional(),
    when: when.optional(),
  })
  .refine((one) => one.routes !== undefined || one.when !== undefined, '须写明申报方式（routes）或情形（when）');

/** Who must defend where not everybody does. */
export const defenceSchema = z.strictObject({ label: text, use: text, triggers: z.array(trigger).min(1) });
