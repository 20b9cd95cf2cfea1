import type { Dossier } from '../dossier/dossier.ts';
import { leastOfField } from '../dossier/fields.ts';
import { addYears, yearOf } from '../evaluate/dates.ts';
import { currentTitle, obtainedRange } from '../evaluate/current-title.ts';
import { readClaim, rankOn } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import type { FieldRef, Predicate, Subject } from '../language/predicate.ts';
import type { PlanForEvaluation } from '../language/pack.ts';
import { VALUES } from '../vocabulary/values.ts';
import { waysOf } from './conjunct.ts';
import type { Conjunct } from './conjunct.ts';
import { FIRST_DAY, LAST_DAY, intersect, lacking, weakestValue } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import type { Move, Place } from './moves.ts';

/** What is evaluated: a dossier at a day, under a plan or none. */
export interface Situation {
  readonly dossier: Dossier;
  readonly asOf: string;
  readonly plan: PlanForEvaluation | null;
}

type Json = Record<string, unknown>;

/** The situation once everything proposed has been done; what is not changed is shared with the one before. */
export function applyMoves(before: Situation, moves: Iterable<Move>): Situation {
  const all = [...moves];
  const waits = all.flatMap((move) => (move.kind === 'wait' ? [move.until] : []));
  const until = waits.toSorted().at(-1);
  const later = until === undefined ? before : afterWaiting(before, until);
  const dossier: Json = { ...later.dossier };
  const cutOff = later.plan?.achievementCutOff ?? later.asOf;
  for (const [number, move] of all.entries()) applyMove(dossier, move, number, cutOff, later.asOf);
  return { ...later, dossier: dossier as Dossier };
}

/**
 * The same person at a later day, going on as before: assessments of the years that pass are taken as qualified. A plan
 * is taken to come again with the same rules, all its days as many years later.
 */
export function afterWaiting(before: Situation, until: string): Situation {
  const assessments = before.dossier.assessments;
  const passed = Array.from(
    { length: Math.max(0, yearOf(until) - yearOf(before.asOf)) },
    (_, index) => yearOf(before.asOf) + index,
  );
  const due = passed.filter((year) => assessments && !assessments.some((one) => one.year === year));
  const grown = due.map((year) => ({ year, result: 'qualified' as const }));
  const dossier =
    assessments && grown.length > 0 ? { ...before.dossier, assessments: [...assessments, ...grown] } : before.dossier;
  const years = yearOf(until) - yearOf(before.asOf);
  return { dossier, asOf: until, plan: before.plan && laterPlan(before.plan, years) };
}

/** The plan of a later year under the same rules. */
export function laterPlan(plan: PlanForEvaluation, years: number): PlanForEvaluation {
  if (years === 0) return plan;
  const { tenure } = plan;
  return {
    ...plan,
    asOf: addYears(plan.asOf, years),
    closesOn: addYears(plan.closesOn, years),
    achievementCutOff: plan.achievementCutOff === null ? null : addYears(plan.achievementCutOff, years),
    tenure:
      tenure.rule === 'YEAR_DIFF'
        ? { rule: 'YEAR_DIFF', year: tenure.year + years }
        : { rule: 'ANNIVERSARY_AT', date: addYears(tenure.date, years) },
  };
}

function applyMove(dossier: Json, move: Move, number: number, cutOff: string, asOf: string): void {
  switch (move.kind) {
    case 'add': {
      const list = [...((dossier[move.list] as readonly Json[] | undefined) ?? [])];
      list.push(newRecord(dossier as Dossier, move, number, cutOff, asOf));
      dossier[move.list] = list;
      return;
    }
    case 'supply':
      for (const { field, constraint } of move.needs.values()) write(dossier, move.place, field, constraint);
      return;
    case 'mend':
      write(dossier, move.place, move.field, move.constraint);
      return;
    case 'confirm': {
      const target = recordAt(dossier, move.place);
      for (const { field, constraint } of move.needs.values()) confirm(target, field, constraint);
      const said = move.qualities.map((quality) => [quality, true]);
      if (said.length > 0) target['qualities'] = { ...(target['qualities'] as object), ...Object.fromEntries(said) };
      return;
    }
    case 'judge':
      dossier['judgements'] = { ...(dossier['judgements'] as object), [move.id]: { result: 'met' } };
      return;
    case 'assess': {
      const values = Object.fromEntries(
        [...move.needs].map(([key, { constraint }]) => [
          key,
          weakestValue(constraint, leastOfField('assessments', [key])),
        ]),
      );
      dossier['assessments'] = [
        ...((dossier['assessments'] as readonly Json[] | undefined) ?? []),
        ...move.years.map((year) => ({ year, ...values })),
      ];
      return;
    }
    case 'wait':
      return;
    default:
      move satisfies never;
  }
}

/** A copy of the record in its place, to be written to. */
function recordAt(dossier: Json, place: Place): Json {
  if (place === null) return dossier;
  const records = [...((dossier[place.list] as readonly Json[] | undefined) ?? [])];
  const record = { ...records[place.index] };
  records[place.index] = record;
  dossier[place.list] = records;
  return record;
}

function write(dossier: Json, place: Place, field: FieldRef, constraint: Constraint): void {
  let target = recordAt(dossier, place);
  for (const key of field.path.slice(0, -1)) {
    const inner = { ...(target[key] as object) };
    target[key] = inner;
    target = inner;
  }
  const last = field.path.at(-1) ?? '';
  target[last] = valueFor(place?.list ?? 'dossier', field.path, constraint, target[last]);
}

/** Raises the confirmed degree to what is needed and leaves the claim as it is. */
function confirm(record: Json, field: FieldRef, constraint: Constraint): void {
  const last = field.path.at(-1) ?? '';
  const claim = readClaim(record[last]);
  if (!claim || constraint.form !== 'claim') return;
  const most = Math.min(rankOn(constraint.scale, claim.claimed), constraint.most);
  record[last] = { claimed: claim.claimed, confirmed: VALUES[constraint.scale][most] };
}

function valueFor(subject: Subject, path: readonly string[], constraint: Constraint, before: unknown): unknown {
  if (constraint.form !== 'experts') return weakestValue(constraint, leastOfField(subject, path));
  const experts = [...((before as readonly RecordData[] | undefined) ?? [])];
  for (const need of constraint.needs) {
    const more = lacking(need, experts);
    for (let index = 0; index < more; index += 1) experts.push(newExpert(need.where, experts.length));
  }
  return experts;
}

function newExpert(where: Predicate, number: number): RecordData {
  const [way] = waysOf(where);
  return { ...valuesOf('experts', way ?? new Map()), name: `拟请专家 ${number + 1}` };
}

const valuesOf = (subject: Subject, needs: Conjunct): Json =>
  Object.fromEntries(
    [...needs].map(([key, { field, constraint }]) => [key, valueFor(subject, field.path, constraint, undefined)]),
  );

function newRecord(
  dossier: Dossier,
  move: Extract<Move, { kind: 'add' }>,
  number: number,
  cutOff: string,
  asOf: string,
): Json {
  const values = valuesOf(move.list, move.needs);
  switch (move.list) {
    case 'achievements': {
      const qualities = Object.fromEntries(move.qualities.map((quality) => [quality, true]));
      return {
        // Where the condition takes any kind, one stands for all.
        kind: 'project',
        ...values,
        id: `拟增业绩 ${number + 1}`,
        effectiveOn: effectiveDay(move.needs, dossier, cutOff),
        ...(move.qualities.length > 0 ? { qualities } : {}),
      };
    }
    case 'recommendations':
      return { ...values, name: `拟请专家 ${number + 1}` };
    case 'titles':
      return { obtainedOn: asOf, appointedOn: asOf, ...values };
    case 'workPeriods':
      return { from: asOf, ...values };
    case 'educations':
    case 'degrees':
    case 'assessments':
    case 'skills':
    case 'examinations':
    case 'learning':
      return values;
    default:
      return move.list satisfies never;
  }
}

/** The last day that counts, within what the condition itself says of the date. */
function effectiveDay(needs: Conjunct, dossier: Dossier, cutOff: string): string {
  const written = needs.get('effectiveOn')?.constraint ?? { form: 'date', first: FIRST_DAY, last: LAST_DAY };
  const limited = intersect(written, { form: 'date', first: FIRST_DAY, last: cutOff });
  return limited?.form === 'date' ? limited.last : (titleDay(dossier) ?? cutOff);
}

/** The last day on which the current title may have been obtained; null without one. */
export function titleDay(dossier: Dossier): string | null {
  const title = currentTitle(dossier);
  if (title.known !== 'titles') return null;
  return obtainedRange(title.possible)?.last ?? null;
}
