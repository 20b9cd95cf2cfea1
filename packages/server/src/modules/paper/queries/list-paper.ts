import type { PAPER_LISTS, PaperLine } from '@zhiping/contract';
import { explainCase, paperStageOf, stageOf } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { processOf } from '../../application/index.ts';

export interface PaperAsked {
  readonly scope: Scope;
  readonly list: (typeof PAPER_LISTS)[number];
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One page of the desk's lists. Missing and late are found by the stage that waits, the others by what the desk keeps. */
export async function listPaper(ctx: Ctx, asked: PaperAsked): Promise<{ items: PaperLine[]; next: string | null }> {
  const { scope, list, after, limit } = asked;
  const plans = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'pack', 'pack_number', 'organiser_id'])
    .where(scopeWhere(scope, { office: 'organiser_id' }))
    .execute();
  const processes = new Map<string, Awaited<ReturnType<typeof processOf>>>();
  for (const plan of plans) processes.set(plan.id, await processOf(ctx, plan));
  const stages = [...new Set([...processes.values()].flatMap(({ plan }) => paperStageOf(plan) ?? []))];
  if (stages.length === 0) return { items: [], next: null };
  const waiting = list === 'expected' || list === 'late';
  const rows = await ctx.tx
    .selectFrom('application as a')
    .leftJoin('paper as d', 'd.application_id', 'a.id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.number', 'a.stage', 'a.state', 'a.plan_id', 'a.organiser_id', 'd.storage', 'd.lacks'])
    .select(['d.state as desk', 'p.name as applicantName', 'u.name as unitName'])
    .where(scopeWhere(scope, { office: waiting ? 'a.organiser_id' : 'd.organiser_id' }))
    .$if(waiting, (query) => query.where('a.stage', 'in', stages))
    .$if(list === 'expected', (query) => query.where('d.application_id', 'is', null))
    .$if(list === 'late', (query) => query.where(sql<boolean>`a.state ->> 'overdueSince' is not null`))
    .$if(!waiting, (query) => query.where('d.state', '=', list as 'partial' | 'complete' | 'returned'))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`a.id > ${after}`))
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).flatMap((row): PaperLine[] => {
    const process = processes.get(row.plan_id);
    if (!process) return [];
    const told = explainCase(process, row.state, ctx.businessNowOf(row.organiser_id));
    const open = stages.includes(row.stage);
    return [
      {
        id: row.id,
        number: row.number,
        applicantName: row.applicantName,
        unitName: row.unitName,
        stageName: stageOf(process, row.stage).name,
        state: row.desk ?? 'expected',
        since: row.state.since,
        until: open && told.until !== null ? { at: told.until.at, words: told.until.words } : null,
        late: open && row.state.overdueSince !== null,
        lacks: row.lacks ?? 0,
        storage: row.storage ?? '',
      },
    ];
  });
  return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
}
