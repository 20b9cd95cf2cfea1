import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);

/** Where an answer comes from: a clause of a pack, named by condition id (`node`), by printed label, or by both. */
const clauseSchema = z
  .strictObject({
    pack: id,
    node: text.optional(),
    label: text.optional(),
    /** What to call the link where the label alone says little. */
    text: text.optional(),
  })
  .refine((clause) => clause.node !== undefined || clause.label !== undefined, '应写明 node 或 label');

/** `questions.yaml`: questions people ask about a document, answered in our own words with the clauses they rest on. */
export const questionsSchema = z.strictObject({
  pack: id,
  kind: z.literal('questions'),
  title: text,
  jurisdiction: id,
  document: z.strictObject({ title: text, number: text.optional(), issued: z.iso.date().optional() }),
  questions: z
    .array(
      z.strictObject({
        id,
        /** The printed number, kept as text. */
        label: text,
        question: text,
        answer: text,
        clauses: z.array(clauseSchema),
        /** What of the answer no clause of a pack contains, with the reason. */
        note: text.optional(),
      }),
    )
    .min(1),
});
export type Questions = z.infer<typeof questionsSchema>;
export type Question = Questions['questions'][number];

/** Checks the value of a `questions.yaml`. Every problem is named with its path, in Chinese where it is ours. */
export function readQuestions(
  value: unknown,
):
  | { readonly ok: true; readonly questions: Questions }
  | { readonly ok: false; readonly problems: readonly { readonly path: string; readonly problem: string }[] } {
  const parsed = questionsSchema.safeParse(value);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), problem: issue.message })),
    };
  }
  const ids = parsed.data.questions.map((question) => question.id);
  const twice = [...new Set(ids.filter((one, index) => ids.indexOf(one) !== index))];
  if (twice.length > 0) {
    return { ok: false, problems: twice.map((one) => ({ path: 'questions', problem: `问题 ${one} 写了两次` })) };
  }
  return { ok: true, questions: parsed.data };
}
