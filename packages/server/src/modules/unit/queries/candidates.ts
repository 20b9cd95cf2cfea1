import type { AnswerOf, Candidate, listUnitCandidates } from '@zhiping/contract';
import { kindSpec, levelNameOf, noticeContent, type PlanLevel, type Process } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type ApplicationRow, chosenRowIds, processOf } from '../../application/index.ts';
import { factsOf, readRowsOf, type RowWithFiles } from '../../archive/index.ts';

type Listed = AnswerOf<typeof listUnitCandidates>;
type Group = Listed['groups'][number];

/** Most candidates laid side by side; beyond that the unit decides on those handed in first. */
const MOST_CANDIDATES = 100;
const LAST_RANKINGS = 20;
const LAST_ASSESSMENTS = 3;

/** One group that is ranked together. */
export interface GroupKey {
  readonly planId: string;
  readonly specialty: string;
  readonly level: string;
}

/**
 * Applications of a unit that wait for its appraisal, those of one group or all, in the order they were begun. Those of one
 * group are locked, in one order: of two rankings sent at once the second waits and finds nobody left.
 */
export async function waitingCandidates(
  ctx: Ctx,
  unitId: string,
  group?: GroupKey,
): Promise<readonly ApplicationRow[]> {
  return ctx.tx
    .selectFrom('application')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('stage', '=', 'unit-appraisal')
    .$if(group !== undefined, (query) =>
      query
        .where('plan_id', '=', group?.planId ?? '')
        .where('specialty', '=', group?.specialty ?? '')
        .where('level', '=', group?.level ?? '')
        .forUpdate(),
    )
    .orderBy('id')
    .limit(MOST_CANDIDATES)
    .execute();
}

/** The candidates of a unit side by side, by plan, specialty and level, and the last rankings. */
export async function readCandidates(ctx: Ctx, unitId: string): Promise<Listed> {
  const waiting = await waitingCandidates(ctx, unitId);
  const names = await namesOf(ctx, waiting);
  const rows = await readRowsOf(
    ctx,
    waiting.map((row) => row.person_id),
    'masked',
  );
  const byPerson = Map.groupBy(rows, ({ stored }) => stored.person_id);
  const groups = new Map<string, Group>();
  for (const row of waiting) {
    const process = await processOf(ctx, row);
    const key = `${row.plan_id} ${row.specialty} ${row.level}`;
    const group = groups.get(key) ?? { ...headOf(process, row), candidates: [] };
    group.candidates.push({
      ...candidateOf(row, names.get(row.person_id) ?? '', byPerson.get(row.person_id) ?? []),
      route: process.plan.routes.find(({ id }) => id === row.route)?.name ?? row.route,
      own: row.person_id === ctx.actor.personId,
    });
    groups.set(key, group);
  }
  return { groups: [...groups.values()], rankings: await lastRankings(ctx, unitId) };
}

async function namesOf(ctx: Ctx, rows: readonly ApplicationRow[]): Promise<ReadonlyMap<string, string>> {
  const people = await ctx.tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${rows.map((row) => row.person_id)}::uuid[])`)
    .execute();
  return new Map(people.map(({ id, name }) => [id, name]));
}

const headOf = (
  process: Process,
  row: Pick<ApplicationRow, 'plan_id' | 'specialty' | 'level' | 'organiser_id'>,
): Omit<Group, 'candidates'> => ({
  planId: row.plan_id,
  planName: process.plan.title,
  specialty: row.specialty,
  specialtyName: process.plan.specialties.find(({ id }) => id === row.specialty)?.name ?? row.specialty,
  level: row.level,
  levelName: levelNameOf(process.plan, row.level as PlanLevel),
  organiserId: row.organiser_id,
});

function candidateOf(
  row: ApplicationRow,
  name: string,
  rows: readonly RowWithFiles[],
): Omit<Candidate, 'route' | 'own'> {
  const facts = rows.map(factsOf);
  const { person, achievements } = noticeContent(facts, new Set(chosenRowIds(row)));
  const assessments = facts
    .filter(({ kind, state }) => kind === 'assessment' && state === 'verified')
    .map(({ fields }) => ({ year: Number(fields.year), result: resultWord(fields.result) }))
    .toSorted((a, b) => b.year - a.year)
    .slice(0, LAST_ASSESSMENTS);
  return {
    applicationId: row.id,
    number: row.number,
    name,
    version: row.version,
    person,
    achievements: [...achievements],
    assessments,
  };
}

/** The words of the form for an assessment's result. */
function resultWord(value: unknown): string {
  const field = kindSpec('assessment').fields.find(({ name }) => name === 'result');
  const choices = field?.type === 'choice' ? field.choices : [];
  return choices.find((choice) => choice.value === value)?.label ?? '';
}

async function lastRankings(ctx: Ctx, unitId: string): Promise<Listed['rankings']> {
  const rankings = await ctx.tx
    .selectFrom('unit_ranking as r')
    .innerJoin('person as p', 'p.id', 'r.recorded_by')
    .innerJoin('plan', 'plan.id', 'r.plan_id')
    .select(['r.id', 'r.specialty', 'r.level', 'r.held_on as heldOn', 'r.meeting', 'r.recorded_at as recordedAt'])
    .select(['p.name as recordedBy', 'plan.pack', 'plan.pack_number', 'plan.organiser_id', 'r.plan_id'])
    .where('r.unit_id', '=', unitId)
    .orderBy('r.recorded_at', 'desc')
    .limit(LAST_RANKINGS)
    .execute();
  const places = await ctx.tx
    .selectFrom('unit_appraisal as a')
    .innerJoin('application', 'application.id', 'a.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'a.ranking_id',
      'a.place',
      'application.number',
      'p.name',
      'a.recommended as chosen',
      'a.opinion as reason',
    ])
    .where(sql<boolean>`a.ranking_id = any(${rankings.map(({ id }) => id)}::uuid[])`)
    .orderBy('a.place')
    .execute();
  const listed: Listed['rankings'] = [];
  for (const { id, heldOn, meeting, recordedBy, recordedAt, ...row } of rankings) {
    const { planName, specialtyName, levelName } = headOf(await processOf(ctx, row), row);
    const own = places.filter(({ ranking_id }) => ranking_id === id);
    listed.push({
      id,
      planName,
      specialtyName,
      levelName,
      heldOn,
      meeting,
      recordedBy,
      recordedAt,
      places: own.map(({ place, number, name, chosen, reason }) => ({ place, number, name, chosen, reason })),
    });
  }
  return listed;
}
