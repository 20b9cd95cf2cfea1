import { type WorklistLine } from '@zhiping/contract';
import { explainCase, levelNameOf, type PlanLevel, stageOf } from '@zhiping/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { after as later } from '../../../time/clocks.ts';
import { processOf } from '../process-of.ts';
import type { ApplicationRow } from '../target.ts';

export interface WorklistAsked {
  readonly scope: Scope;
  readonly after?: string | undefined;
  readonly limit: number;
  /** Only these stages, of those the scope allows. */
  readonly stages?: readonly string[] | undefined;
  /** Only those no authority is named for. */
  readonly unassigned?: boolean;
  readonly plan?: string | undefined;
  /** A number, or the beginning of the name of the person or unit. */
  readonly find?: string | undefined;
  /** Past a deadline that only marks, or due soon by the time of whose case it is. */
  readonly due?: 'late' | 'soon' | undefined;
}

/** How long before its deadline something is due soon. */
export const SOON_MS = 3 * 24 * 3_600_000;
/** What of the table `application` under the alias `a` is due soon: each organiser has its own time. */
export async function dueSoon(ctx: Ctx): Promise<RawBuilder<SqlBool>> {
  const organisers = await ctx.tx.selectFrom('organiser').select('id').execute();
  const soon = organisers.map(({ id }) => later(ctx.businessNowOf(id), SOON_MS));
  return sql<SqlBool>`a.due_at < (
    select o.soon from unnest(${organisers.map(({ id }) => id)}::uuid[], ${soon}::timestamptz[]) as o (id, soon)
    where o.id = a.organiser_id)`;
}

/** Where each relation's id stands in the table `application` under the alias `a`. */
export const APPLICATION_COLUMNS = {
  applicant: 'a.person_id',
  unit: 'a.unit_id',
  authority: 'a.authority_id',
  association: 'a.association_id',
  office: 'a.organiser_id',
  supervisor: 'a.organiser_id',
  confirmer: 'a.confirmer_id',
} as const;

/** One page of a worklist, in the order of the applications' ids, limited by the permission table in its WHERE clause. */
export async function readWorklist(
  ctx: Ctx,
  { scope, after, limit, stages, unassigned, plan, find, due }: WorklistAsked,
): Promise<{ items: WorklistLine[]; next: string | null }> {
  const soon = due === 'soon' ? await dueSoon(ctx) : null;
  const rows = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.number', 'a.specialty', 'a.level', 'a.route', 'a.stage', 'a.state', 'a.version'])
    .select(['a.pack', 'a.pack_number', 'a.organiser_id', 'p.name as applicantName', 'u.name as unitName'])
    .where(scopeWhere(scope, APPLICATION_COLUMNS, 'a.stage'))
    .$if(stages !== undefined, (query) => query.where('a.stage', 'in', [...(stages ?? [])]))
    .$if(unassigned === true, (query) => query.where('a.authority_id', 'is', null))
    .$if(plan !== undefined, (query) => query.where('a.plan_id', '=', plan ?? ''))
    .$if(find !== undefined && find !== '', (query) =>
      query.where(sql<boolean>`(a.number = ${find} or starts_with(p.name, ${find}) or starts_with(u.name, ${find}))`),
    )
    .$if(due === 'late', (query) => query.where(sql<boolean>`a.state ->> 'overdueSince' is not null`))
    .$if(soon !== null, (query) => query.where(soon ?? sql<SqlBool>`false`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`a.id > ${after}`))
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
  const items: WorklistLine[] = [];
  for (const row of rows.slice(0, limit)) items.push(await lineOf(ctx, row));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One application as a line, for pages about it alone; null where the person or unit is out of reach. */
export async function describeApplication(ctx: Ctx, row: ApplicationRow): Promise<WorklistLine | null> {
  const names = await ctx.tx
    .selectFrom('person as p')
    .innerJoin('unit as u', (join) => join.on('u.id', '=', row.unit_id))
    .select(['p.name as applicantName', 'u.name as unitName'])
    .where('p.id', '=', row.person_id)
    .executeTakeFirst();
  return names ? lineOf(ctx, { ...row, ...names }) : null;
}

type Named = Pick<
  ApplicationRow,
  | 'id'
  | 'number'
  | 'specialty'
  | 'level'
  | 'route'
  | 'stage'
  | 'state'
  | 'version'
  | 'pack'
  | 'pack_number'
  | 'organiser_id'
> & { readonly applicantName: string; readonly unitName: string };

async function lineOf(ctx: Ctx, row: Named): Promise<WorklistLine> {
  const process = await processOf(ctx, row);
  const told = explainCase(process, row.state, ctx.businessNowOf(row.organiser_id));
  return {
    id: row.id,
    organiserId: row.organiser_id,
    number: row.number,
    applicantName: row.applicantName,
    unitName: row.unitName,
    specialty: process.plan.specialties.find(({ id }) => id === row.specialty)?.name ?? row.specialty,
    level: row.level,
    levelName: levelNameOf(process.plan, row.level as PlanLevel),
    route: process.plan.routes.find(({ id }) => id === row.route)?.name ?? row.route,
    stage: row.stage,
    stageName: stageOf(process, row.stage).name,
    why: told.why,
    who: told.whoName,
    since: row.state.since,
    next: told.next,
    until: told.until,
    submissions: row.state.submissions,
    version: row.version,
  };
}
