import { z } from 'zod';
import { VALUES, isScaleId } from './values.ts';
import type { ScaleId } from './values.ts';

const wordSchema = z.strictObject({
  id: z.string(),
  /** The word as people read it, e.g. 省（部）级. */
  label: z.string().min(1),
  /** Other spellings a pack may use, e.g. 省部级. */
  aliases: z.array(z.string().min(1)).readonly().default([]),
});

const scaleSchema = z.strictObject({
  label: z.string().min(1),
  ordered: z.boolean(),
  words: z.array(wordSchema).min(1).readonly(),
});

/** `policies/vocabulary.yaml`: the shared words of all provinces, weak to strong where ordered. */
export const vocabularySchema = z.strictObject({
  scales: z.record(z.string(), scaleSchema),
});

export type Word = z.infer<typeof wordSchema>;
export type Scale = z.infer<typeof scaleSchema>;
export type Vocabulary = { readonly scales: Readonly<Record<ScaleId, Scale>> };

/**
 * Checks parsed YAML or JSON against {@link VALUES}: the same scales, the same words, the same order, no alias used twice
 * within a scale. Returns the vocabulary or the list of problems in Chinese.
 */
export function checkVocabulary(
  data: unknown,
):
  | { readonly ok: true; readonly vocabulary: Vocabulary }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const parsed = vocabularySchema.safeParse(data);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`) };
  }
  const problems: string[] = [];
  const { scales } = parsed.data;
  for (const id of Object.keys(VALUES)) if (!Object.hasOwn(scales, id)) problems.push(`scales：缺少量表 ${id}`);
  for (const [id, scale] of Object.entries(scales)) {
    if (!isScaleId(id)) {
      problems.push(`scales.${id}：没有这个量表`);
      continue;
    }
    const wanted = VALUES[id].join('、');
    const found = scale.words.map((word) => word.id).join('、');
    if (wanted !== found) problems.push(`scales.${id}.words：应依次为 ${wanted}，现为 ${found}`);
    const names = scale.words.flatMap((word) => [...new Set([word.id, word.label, ...word.aliases])]);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    for (const name of new Set(twice)) problems.push(`scales.${id}：${name} 指两个词`);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, vocabulary: { scales: scales as Record<ScaleId, Scale> } };
}

/** The Chinese label of a word; the id itself where the vocabulary does not know it. */
export function wordLabel(vocabulary: Vocabulary, scale: ScaleId, id: string): string {
  let labels = labelsByScale.get(vocabulary.scales[scale]);
  if (!labels) {
    labels = new Map(vocabulary.scales[scale].words.map((word) => [word.id, word.label]));
    labelsByScale.set(vocabulary.scales[scale], labels);
  }
  return labels.get(id) ?? id;
}
/** Explanations look labels up by the thousand. */
const labelsByScale = new WeakMap<Scale, ReadonlyMap<string, string>>();

/** The id of a word given its id, label or an alias; undefined when the scale has no such word. */
export function wordId(vocabulary: Vocabulary, scale: ScaleId, name: string): string | undefined {
  return vocabulary.scales[scale].words.find(
    (word) => word.id === name || word.label === name || word.aliases.includes(name),
  )?.id;
}
