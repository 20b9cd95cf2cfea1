import { z } from 'zod';
import { ROW_KIND_IDS, type RowKind } from './kinds/index.ts';

/** What one clause of a plan says to those who fill in rows of some kinds: above the form, or below one field. */
export const archiveHintSchema = z.strictObject({
  /** Clause of the plan's document, or document and clause. */
  source: z.string().min(1),
  kinds: z.array(z.enum(ROW_KIND_IDS as [RowKind, ...RowKind[]])).min(1),
  /** Name of the field it stands below; above the form where absent. */
  field: z.string().min(1).optional(),
  /** In our own short words. */
  text: z.string().min(1).max(200),
});
/** What a plan says about filling in rows. */
export type ArchiveHint = z.infer<typeof archiveHintSchema>;

/** The same words by the same clause in several plans are read once. */
export function hintsOf(
  kind: RowKind,
  hints: readonly ArchiveHint[],
): readonly Pick<ArchiveHint, 'source' | 'field' | 'text'>[] {
  const seen = new Set<string>();
  return hints.filter(({ kinds, field, text, source }) => {
    const key = JSON.stringify([field ?? null, text, source]);
    if (!kinds.includes(kind) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
