import { z } from 'zod';
import { type EvidenceRule, PURPOSE_IDS, type Purpose } from './kind.ts';
import { kindSpec, ROW_KIND_IDS, type RowKind } from './kinds/index.ts';

const kind = z.enum(ROW_KIND_IDS as [RowKind, ...RowKind[]]);
const purpose = z.enum(PURPOSE_IDS as [Purpose, ...Purpose[]]);

/** What proves rows of some kinds by one clause of a plan. */
export const evidenceListSchema = z.strictObject({
  /** Clause of the plan's document, or document and clause. */
  source: z.string().min(1),
  kinds: z.array(kind).min(1),
  /** Besides what the general list asks; else in its place. */
  adds: z.boolean().default(false),
  shows: z
    .array(
      z.strictObject({
        anyOf: z.array(purpose).min(1),
        /** Files needed; one where absent. */
        files: z.int().min(1).optional(),
        when: z.strictObject({ field: z.string(), in: z.array(z.union([z.string(), z.boolean()])).min(1) }).optional(),
      }),
    )
    .min(1),
});
/** A clause of a plan that says what proves what. */
export type EvidenceList = z.infer<typeof evidenceListSchema>;

/** What people read as the source of what no document of a plan asks. */
const GENERAL_LIST = '通用清单';

/** What must be shown for rows of a kind: by the plan's own clauses, else by the general list, with where each comes from. */
export function evidenceRulesOf(of: RowKind, lists: readonly EvidenceList[]): readonly EvidenceRule[] {
  const general = kindSpec(of).evidence.map((need): EvidenceRule => ({ ...need, source: GENERAL_LIST }));
  const own = lists.filter(({ kinds }) => kinds.includes(of));
  if (own.length === 0) return general;
  const asked = own.flatMap(({ source, shows }) => shows.map((show): EvidenceRule => ruleOf(show, source)));
  return own.every(({ adds }) => adds) ? [...general, ...asked] : asked;
}

function ruleOf({ anyOf, files, when }: EvidenceList['shows'][number], source: string): EvidenceRule {
  return { anyOf, source, ...(files === undefined ? {} : { files }), ...(when === undefined ? {} : { when }) };
}
