import type { DrawOutcome, DrawRecusal, DrawRules, PassReason, PoolEntry } from './types.ts';

/**
 * Walks the drawn order and takes whoever fits: not recused, term and level in order, employer below the cap, stratum
 * below its maximum, and enough seats left for the minima of the other strata. Reserves are the next in the same order;
 * somebody passed over for quota or cap stays in that line, because a seat that becomes free may be one that fits.
 */
export function walk(order: readonly PoolEntry[], rules: DrawRules, recusals: readonly DrawRecusal[]): DrawOutcome {
  const recused = new Set(recusals.map(({ code }) => code));
  const members: PoolEntry[] = [];
  const waiting: PoolEntry[] = [];
  const passed: { code: string; reason: PassReason }[] = [];
  for (const entry of order) {
    const barred = barredFor(entry, rules, recused);
    if (barred !== null) {
      passed.push({ code: entry.code, reason: barred });
      continue;
    }
    const misfit = members.length < rules.members ? misfitOf(entry, members, rules) : null;
    if (members.length < rules.members && misfit === null) {
      members.push(entry);
      continue;
    }
    if (misfit !== null) passed.push({ code: entry.code, reason: misfit });
    waiting.push(entry);
  }
  return {
    members: members.map(({ code }) => code),
    reserves: waiting.slice(0, rules.reserves).map(({ code }) => code),
    passed,
    short: rules.members - members.length,
  };
}

/** Why an entry can never be taken, whoever else is; null where it can. */
function barredFor(entry: PoolEntry, rules: DrawRules, recused: ReadonlySet<string>): PassReason | null {
  if (recused.has(entry.code)) return 'recused';
  if (entry.termEnds < rules.heldOn) return 'term';
  if (!rules.levels.includes(entry.level)) return 'level';
  return null;
}

/** Why an entry does not fit beside those already taken; null where it does. */
function misfitOf(entry: PoolEntry, taken: readonly PoolEntry[], rules: DrawRules): PassReason | null {
  const { employerCap, quotas } = rules;
  if (employerCap !== null && taken.filter(({ employer }) => employer === entry.employer).length >= employerCap) {
    return 'employer-cap';
  }
  const after = [...taken, entry];
  const inStratum = (stratum: string) => after.filter((other) => other.stratum === stratum).length;
  const own = quotas.find(({ stratum }) => stratum === entry.stratum);
  if (own?.max !== undefined && own.max !== null && inStratum(own.stratum) > own.max) return 'quota';
  const owed = quotas.reduce((sum, { stratum, min }) => sum + Math.max(0, min - inStratum(stratum)), 0);
  return owed > rules.members - after.length ? 'quota' : null;
}

/** Somebody who leaves a seat after the draw, and who takes it. */
export interface Substitution {
  readonly out: string;
  /** First reserve in the drawn order who fits; null where none does. */
  readonly in: string | null;
}

/**
 * Fills seats that became free (declined, recused), one after another in the order they became free. A reserve who
 * declines is named in `left` as well and is then never offered again.
 */
export function substitute(
  drawn: { readonly pool: readonly PoolEntry[]; readonly rules: DrawRules } & Pick<DrawOutcome, 'members' | 'reserves'>,
  left: readonly string[],
): { readonly members: readonly string[]; readonly substitutions: readonly Substitution[] } {
  const entryOf = new Map(drawn.pool.map((entry) => [entry.code, entry]));
  const gone = new Set(left);
  let seated = drawn.members;
  const used = new Set(drawn.members);
  const substitutions: Substitution[] = [];
  for (const out of left) {
    if (!seated.includes(out)) continue;
    const rest = seated.filter((code) => code !== out);
    const others = rest.flatMap((code) => entryOf.get(code) ?? []);
    const next = drawn.reserves.find((code) => {
      const entry = entryOf.get(code);
      return entry !== undefined && !used.has(code) && !gone.has(code) && misfitOf(entry, others, drawn.rules) === null;
    });
    if (next !== undefined) used.add(next);
    seated = seated.flatMap((code) => (code === out ? (next ?? []) : code));
    substitutions.push({ out, in: next ?? null });
  }
  return { members: seated, substitutions };
}
