import { type AnswerOf, type CandidateFacts, type listUnitCandidates, MOST_CANDIDATES } from '@zhiping/contract';
import { kindSpec, levelNameOf, noticeContent, type PlanLevel, type Process } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type ApplicationRow, chosenRowIds, processOf } from '../../application/index.ts';
import { factsOf, readRowsOf, type RowWithFiles } from '../../archive/index.ts';

type Listed = AnswerOf<typeof listUnitCandidates>;
type Group = Listed['groups'][number];

const LAST_RANKINGS = 20;
const LAST_ASSESSMENTS = 3;

/** One group that is ranked together. */
export interface GroupKey {
  readonly planId: string;
  readonly specialty: string;
  readonly level: string;
}

/**
 * Applications of one group that wait for the unit's appraisal, in the order they were begun. They are locked, in one order: of
 * two rankings sent at once the second waits and finds nobody left.
 */
export async function waitingCandidates(ctx: Ctx, unitId: string, group: GroupKey): Promise<readonly ApplicationRow[]> {
  return ctx.tx
    .selectFrom('application')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('stage', '=', 'unit-appraisal')
    .where('plan_id', '=', group.planId)
    .where('specialty', '=', group.specialty)
    .where('level', '=', group.level)
    .orderBy('id')
    .limit(MOST_CANDIDATES)
    .forUpdate()
    .execute();
}

const HEAD = ['id', 'number', 'version', 'person_id', 'plan_id', 'pack', 'pack_number', 'organiser_id'] as const;

/** Who waits for the appraisal of a unit, by plan, specialty and level, and the last rankings. What is said of them is asked apart. */
export async function readCandidates(ctx: Ctx, unitId: string): Promise<Listed> {
  const waiting = await ctx.tx
    .selectFrom((eb) =>
      eb
        .selectFrom('application as a')
        .innerJoin('person as p', 'p.id', 'a.person_id')
        .select(HEAD.map((column) => `a.${column}` as const))
        .select(['a.specialty', 'a.level', 'a.route', 'p.name'])
        .select(sql<number>`row_number() over (partition by a.plan_id, a.specialty, a.level order by a.id)`.as('at'))
        .where('a.unit_id', '=', unitId)
        .where('a.stage', '=', 'unit-appraisal')
        .as('w'),
    )
    .selectAll()
    .where('at', '<=', MOST_CANDIDATES)
    .orderBy('id')
    .execute();
  const groups = new Map<string, Group>();
  for (const row of waiting) {
    const process = await processOf(ctx, row);
    const key = `${row.plan_id} ${row.specialty} ${row.level}`;
    const group = groups.get(key) ?? { ...headOf(process, row), candidates: [] };
    group.candidates.push({
      applicationId: row.id,
      number: row.number,
      name: row.name,
      version: row.version,
      route: process.plan.routes.find(({ id }) => id === row.route)?.name ?? row.route,
      own: row.person_id === ctx.actor.personId,
    });
    groups.set(key, group);
  }
  return { groups: [...groups.values()], rankings: await lastRankings(ctx, unitId) };
}

/** What is laid side by side of those of `applicationIds` that wait for the appraisal of the unit. */
export async function factsOfCandidates(
  ctx: Ctx,
  unitId: string,
  applicationIds: readonly string[],
): Promise<CandidateFacts[]> {
  const waiting = await ctx.tx
    .selectFrom('application')
    .selectAll()
    .where('id', 'in', applicationIds)
    .where('unit_id', '=', unitId)
    .where('stage', '=', 'unit-appraisal')
    .orderBy('id')
    .execute();
  const people = waiting.map((row) => row.person_id);
  const byPerson = Map.groupBy(await readRowsOf(ctx, people, 'masked'), ({ stored }) => stored.person_id);
  return waiting.map((row) => candidateFacts(row, byPerson.get(row.person_id) ?? []));
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

function candidateFacts(row: ApplicationRow, rows: readonly RowWithFiles[]): CandidateFacts {
  const facts = rows.map(factsOf);
  const { person, achievements } = noticeContent(facts, new Set(chosenRowIds(row)));
  const assessments = facts
    .filter(({ kind, state }) => kind === 'assessment' && state === 'verified')
    .map(({ fields }) => ({ year: Number(fields.year), result: resultWord(fields.result) }))
    .toSorted((a, b) => b.year - a.year)
    .slice(0, LAST_ASSESSMENTS);
  return { applicationId: row.id, person, achievements: [...achievements], assessments };
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
