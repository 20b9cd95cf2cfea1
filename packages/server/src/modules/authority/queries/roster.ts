import { AppError, type RosterLine } from '@zhiping/contract';
import {
  type Fields,
  kindSpec,
  levelNameOf,
  type Plan,
  type PlanLevel,
  type PlanRoute,
  type Process,
  specialtyOf,
  stageOf,
} from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { APPLICATION_COLUMNS, processOf } from '../../application/index.ts';
import { type Basics, readBasics } from '../../archive/index.ts';

const SHOWN_PLANS = 50;

/** Plans in which the caller's unit or authority has people, newest first. */
export async function rosterPlans(ctx: Ctx, scope: Scope): Promise<{ id: string; name: string; year: number }[]> {
  return ctx.tx
    .selectFrom('plan as p')
    .select(['p.id', 'p.name', 'p.year'])
    .where((is) =>
      is.exists(
        is
          .selectFrom('application as a')
          .select('a.id')
          .whereRef('a.plan_id', '=', 'p.id')
          .where(scopeWhere(scope, APPLICATION_COLUMNS, 'a.stage')),
      ),
    )
    .orderBy('p.year', 'desc')
    .orderBy('p.id')
    .limit(SHOWN_PLANS)
    .execute();
}

export interface RosterPerson {
  readonly line: RosterLine;
  readonly basics: Basics;
  readonly levelName: string;
  /** The plan the case is pinned to, and its route there. */
  readonly plan: Plan;
  readonly route: PlanRoute;
}

export interface RosterAsked {
  readonly scope: Scope;
  readonly planId: string;
  readonly after?: string | undefined;
  readonly limit: number;
  /** With ID number and phone, for the official list. */
  readonly personal?: boolean;
  /** Only what the authority the case stands with has approved in the present round. */
  readonly passedOn?: boolean;
  /** Only these applications. */
  readonly among?: readonly string[];
}

/** One page of the roster with what it rests on, by the ids of the applications; a fixed number of statements a page. */
export async function readRoster(
  ctx: Ctx,
  { scope, planId, after, limit, personal = false, passedOn = false, among }: RosterAsked,
): Promise<{ people: RosterPerson[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select([
      'a.id',
      'a.organiser_id',
      'a.number',
      'a.person_id',
      'a.specialty',
      'a.level',
      'a.route',
      'a.stage',
      'a.version',
    ])
    .select(['a.pack', 'a.pack_number', 'p.name as person', 'u.name as unit'])
    .where('a.plan_id', '=', planId)
    .where(scopeWhere(scope, APPLICATION_COLUMNS, 'a.stage'))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`a.id > ${after}`))
    .$if(passedOn, (query) => query.where(approvedByItsAuthority))
    .$if(among !== undefined, (query) => query.where(sql<boolean>`a.id = any(${[...(among ?? [])]}::uuid[])`))
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const ids = page.map(({ id }) => id);
  // An authority sees the application, not the archive behind it: the columns of the official list are read for it.
  const basics = await ctx.asPlatform(() =>
    readBasics(
      ctx,
      page.map(({ person_id }) => person_id),
      { personal },
    ),
  );
  const scores = await selfScores(ctx, ids);
  const unsealed = await sealLacks(ctx, ids);
  const people: RosterPerson[] = [];
  for (const row of page) {
    const process = await processOf(ctx, row);
    const known = basics.get(row.person_id) ?? { basic: null, education: null, title: null };
    const line = lineOf(process, row, known, scores.get(row.id) ?? null);
    people.push({
      line: { ...line, lacks: [...line.lacks, ...(unsealed.get(row.id) ?? [])] },
      basics: known,
      levelName: levelNameOf(process.plan, row.level as PlanLevel),
      plan: process.plan,
      route: row.route as PlanRoute,
    });
  }
  return { people, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Whether the authority an application `a` stands with approved it in the last round of its seals. */
const approvedByItsAuthority = sql<boolean>`exists (
  select from application_seal s
  where s.application_id = a.id and s.authority_id = a.authority_id and s.decision = 'approved'
    and s.round = (select max(r.round) from application_seal r where r.application_id = a.id))`;

/** Ids of the cases the caller's authorities passed on for a plan, by id, at most `limit`, with the authority of each. */
export function passedOnBy(
  ctx: Ctx,
  scope: Scope,
  planId: string,
  limit: number,
): Promise<{ id: string; authorityId: string | null; planName: string }[]> {
  return ctx.tx
    .selectFrom('application as a')
    .innerJoin('plan as p', 'p.id', 'a.plan_id')
    .select(['a.id', 'a.authority_id as authorityId', 'p.name as planName'])
    .where('a.plan_id', '=', planId)
    .where(scopeWhere(scope, APPLICATION_COLUMNS, 'a.stage'))
    .where(approvedByItsAuthority)
    .orderBy('a.id')
    .limit(limit)
    .execute();
}

export interface WholeRoster {
  readonly plan: Plan;
  readonly organiserId: string;
  readonly people: readonly RosterPerson[];
}

/** The whole roster of a plan, page by page. Throws `PLAN_UNKNOWN` where nobody of the caller's stands in it. */
export async function wholeRoster(
  ctx: Ctx,
  scope: Scope,
  planId: string,
  { personal, ...only }: Pick<RosterAsked, 'personal' | 'passedOn' | 'among'>,
): Promise<WholeRoster> {
  const stored = await ctx.tx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst();
  if (!stored) throw new AppError('PLAN_UNKNOWN');
  const { plan } = await processOf(ctx, stored);
  const people: RosterPerson[] = [];
  for (let after: string | undefined; ; ) {
    const page = await readRoster(ctx, { scope, planId, after, limit: 200, personal: personal === true, ...only });
    people.push(...page.people);
    if (page.next === null || people.length >= LARGEST) break;
    after = page.next;
  }
  if (people.length === 0) throw new AppError('PLAN_UNKNOWN');
  return { plan, organiserId: stored.organiser_id, people };
}

/** More than any city has; the printed form takes no more either. */
const LARGEST = 5000;

type Row = {
  readonly id: string;
  readonly number: string;
  readonly person: string;
  readonly unit: string;
  readonly specialty: string;
  readonly level: string;
  readonly route: string;
  readonly stage: string;
  readonly version: number;
};

function lineOf(process: Process, row: Row, { basic, education, title }: Basics, selfScore: number | null): RosterLine {
  const { plan } = process;
  const bornOn = textIn(basic, 'bornOn');
  const since = textIn(title, 'acquiredOn');
  const lacks = [
    ...(basic === null ? ['基本信息没有核验'] : []),
    ...(education === null ? ['学历没有核验'] : []),
    ...(basic !== null && textIn(basic, 'post') === '' ? ['没有填写工作岗位'] : []),
  ];
  return {
    id: row.id,
    number: row.number,
    name: row.person,
    sex: wordIn('basic', basic, 'sex'),
    bornIn: bornOn === '' ? null : bornOn.slice(0, 7),
    unit: row.unit,
    post: textIn(basic, 'post'),
    education: [wordIn('education', education, 'level'), textIn(education, 'school'), textIn(education, 'major')]
      .filter((part) => part !== '')
      .join('，'),
    specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
    currentTitle: textIn(title, 'name'),
    currentTitleSince: since === '' ? null : since.slice(0, 7),
    routeName: plan.routes.find(({ id }) => id === row.route)?.name ?? row.route,
    level: row.level,
    levelName: levelNameOf(plan, row.level as PlanLevel),
    selfScore,
    stage: row.stage,
    stageName: stageOf(process, row.stage).name,
    lacks,
    version: row.version,
  };
}

/** What a submission claimed in all, by application; hundredths of a point. */
async function selfScores(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx
    .selectFrom('application_submission')
    .distinctOn('application_id')
    .select(['application_id', sql<number | null>`(snapshot -> 'selfScore' ->> 'total')::int`.as('total')])
    .where('application_id', 'in', [...ids])
    .orderBy('application_id')
    .orderBy('ordinal', 'desc')
    .execute();
  return new Map(rows.flatMap(({ application_id: id, total }) => (total === null ? [] : [[id, total] as const])));
}

/** Bodies that have still to approve, by application. */
async function sealLacks(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (ids.length === 0) return new Map();
  const open = await ctx.tx
    .selectFrom('application_seal as s')
    .leftJoin('authority as a', 'a.id', 's.authority_id')
    .innerJoin('application as p', 'p.id', 's.application_id')
    .select(['s.application_id', 's.wanted', 'a.name'])
    .where('s.application_id', 'in', [...ids])
    .where('s.decision', 'is', null)
    .where('p.stage', '=', 'authority-review')
    .orderBy('s.position')
    .execute();
  const lacks = new Map<string, string[]>();
  for (const { application_id: id, name, wanted } of open) {
    lacks.set(id, [...(lacks.get(id) ?? []), `${name ?? wanted}还没有审核`]);
  }
  return lacks;
}

export function textIn(fields: Fields | null, name: string): string {
  const value = fields?.[name];
  return typeof value === 'string' ? value : '';
}

/** The word of a choice, e.g. 男 for `male`. */
function wordIn(kind: 'basic' | 'education', fields: Fields | null, name: string): string {
  const value = textIn(fields, name);
  const field = kindSpec(kind).fields.find((one) => one.name === name);
  if (field === undefined || !('choices' in field)) return value;
  return field.choices.find((choice) => choice.value === value)?.label ?? value;
}
