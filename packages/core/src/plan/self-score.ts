import { z } from 'zod';
import { PLAN_LEVELS } from './vocabulary.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, '应由小写字母、数字和连字符组成');
const text = z.string().min(1);
/** Points in whole hundredths: 8,000 is 80.00 points. */
const points = z.int().min(0);

/** From `from` on `points`, `each` more for every further whole unit, at most `max`. */
const tier = z.strictObject({
  from: z.int().min(0),
  points,
  each: points.optional(),
  max: points.optional(),
});

const line = z.discriminatedUnion('rule', [
  z.strictObject({
    id,
    name: text,
    label: text.optional(),
    rule: z.literal('tiers'),
    /** The dossier states these points by themselves too. */
    fact: z.literal('mountain').optional(),
    unit: text,
    tiers: z.array(tier).min(1),
  }),
  z.strictObject({
    id,
    name: text,
    label: text.optional(),
    rule: z.literal('each'),
    unit: text,
    points,
    max: points.optional(),
  }),
  z.strictObject({ id, name: text, label: text.optional(), rule: z.literal('by-hand'), max: points }),
]);
export type SelfScoreLine = z.infer<typeof line>;

/** A table by which applicants score themselves: what is printed, and what is only an editable sample (`sample`). */
export const selfScoreSchema = z.strictObject({
  label: text,
  title: text,
  /** Where the official points stand. */
  document: text,
  /** Whether the points of the official table are in this plan. */
  complete: z.boolean(),
  /** From how many points on one may apply by self-score. */
  line: points,
  recommenders: z.strictObject({
    count: z.int().min(0),
    titleLevel: z.enum(PLAN_LEVELS),
    relation: z.enum(['same', 'near']),
  }),
  /** No evidence, no points; grossly overstated scores go back. */
  evidence: z.strictObject({ label: text, text }),
  overstated: z.strictObject({ label: text, text }),
  blocks: z
    .array(z.strictObject({ id, name: text, sample: z.boolean(), max: points.optional(), lines: z.array(line).min(1) }))
    .min(1),
});
export type SelfScore = z.infer<typeof selfScoreSchema>;

/** Points in hundredths that a line gives for a whole quantity (years, pieces); by hand, nothing until somebody scores. */
export function pointsOf(scoring: SelfScoreLine, quantity: number): number {
  if (!Number.isInteger(quantity) || quantity < 0) throw new RangeError('whole quantity needed');
  switch (scoring.rule) {
    case 'tiers': {
      const reached = scoring.tiers.findLast(({ from }) => quantity >= from);
      if (!reached) return 0;
      const more = (reached.each ?? 0) * (quantity - reached.from);
      return Math.min(reached.points + more, reached.max ?? Number.POSITIVE_INFINITY);
    }
    case 'each':
      return Math.min(scoring.points * quantity, scoring.max ?? Number.POSITIVE_INFINITY);
    case 'by-hand':
      return 0;
  }
}

/** How a line scores, as a table prints it. */
export function scoreRuleWords(scoring: SelfScoreLine): string {
  switch (scoring.rule) {
    case 'tiers':
      return scoring.tiers
        .map(({ from, points: base, each, max }) =>
          [
            `满 ${from} ${scoring.unit}计 ${pointWords(base)} 分`,
            ...(each === undefined ? [] : [`每增 1 ${scoring.unit}加 ${pointWords(each)} 分`]),
            ...(max === undefined ? [] : [`最高 ${pointWords(max)} 分`]),
          ].join('，'),
        )
        .join('；');
    case 'each':
      return `每 1 ${scoring.unit}计 ${pointWords(scoring.points)} 分${scoring.max === undefined ? '' : `，最高 ${pointWords(scoring.max)} 分`}`;
    case 'by-hand':
      return `按附表评分，最高 ${pointWords(scoring.max)} 分`;
  }
}

/** What an applicant enters on one line. */
export interface SelfScoreEntry {
  readonly line: string;
  /** Years or pieces, for lines counted by them. */
  readonly quantity: number | null;
  /** Points in hundredths, for lines scored by hand. */
  readonly points: number | null;
  /** Why so many. */
  readonly basis: string;
  /** Where in the material the evidence stands. */
  readonly evidence: string;
}

/** The outcome of one line: its points in hundredths, and what is wrong with the entry. */
export interface ScoredLine {
  readonly line: string;
  readonly points: number;
  readonly problems: readonly string[];
}

export interface SelfScoreResult {
  readonly lines: readonly ScoredLine[];
  /** In hundredths, after the maximum of every block. */
  readonly total: number;
  readonly mountain: number;
  /** Whether every line with points states its basis and its evidence; no evidence, no points (ZJ 七(二)). */
  readonly evidenced: boolean;
  readonly reachesLine: boolean;
}

/**
 * Adds up a self-score. A line without basis or evidence gives no points; a block gives at most its maximum. The order of
 * the entries does not matter; of two entries for one line the last stands.
 */
export function selfScoreOf(table: SelfScore, entries: readonly SelfScoreEntry[]): SelfScoreResult {
  const byLine = new Map(entries.map((entry) => [entry.line, entry]));
  const lines: ScoredLine[] = [];
  let total = 0;
  let mountain = 0;
  for (const block of table.blocks) {
    let sum = 0;
    for (const scoring of block.lines) {
      const entry = byLine.get(scoring.id);
      if (entry === undefined || claimed(scoring, entry) === 0) continue;
      const scored = scoredLine(scoring, entry);
      lines.push(scored);
      sum += scored.points;
      if (scoring.rule === 'tiers' && scoring.fact === 'mountain') mountain += scored.points;
    }
    total += Math.min(sum, block.max ?? Number.POSITIVE_INFINITY);
  }
  const evidenced = lines.every(({ problems }) => problems.length === 0);
  return { lines, total, mountain, evidenced, reachesLine: total >= table.line };
}

function scoredLine(scoring: SelfScoreLine, entry: SelfScoreEntry): ScoredLine {
  const problems: string[] = [];
  if (entry.basis.trim() === '') problems.push(`“${scoring.name}”没有写明评分依据`);
  if (entry.evidence.trim() === '') problems.push(`“${scoring.name}”没有写明佐证材料的位置`);
  const points = claimed(scoring, entry);
  if (scoring.rule === 'by-hand' && (entry.points ?? 0) > scoring.max) {
    problems.push(`“${scoring.name}”最高 ${pointWords(scoring.max)} 分`);
  }
  return { line: scoring.id, points: problems.length === 0 ? points : 0, problems };
}

/** What the entry asks for, whether or not it is proved. */
function claimed(scoring: SelfScoreLine, entry: SelfScoreEntry): number {
  if (scoring.rule === 'by-hand') return Math.min(Math.max(0, entry.points ?? 0), scoring.max);
  return pointsOf(scoring, Math.max(0, entry.quantity ?? 0));
}

/** Hundredths as people write points: 8000 is 80, 450 is 4.5. */
export function pointWords(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  const rest = hundredths % 100;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}
