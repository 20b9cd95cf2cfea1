import type { OfficeBoard } from '@zhiping/contract';
import { ACTOR_NAMES, addDays, type Plan, type Stage, windowTimes } from '@zhiping/core';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { APPLICATION_COLUMNS, dueSoon, processOf } from '../../application/index.ts';

/** Days drawn before the closing of the applicants' window, that day included. */
const DAYS = 21;

/** Counts of all plans the caller runs: where applications stand, what is late or due soon, the load by day. */
export async function readBoard(ctx: Ctx, scope: Scope): Promise<OfficeBoard> {
  const plans = await ctx.tx
    .selectFrom('plan')
    .selectAll()
    .where(scopeWhere(scope, { office: 'organiser_id', supervisor: 'organiser_id' }))
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute();
  const mine = scopeWhere(scope, APPLICATION_COLUMNS, 'a.stage');
  const processes = await Promise.all(plans.map((plan) => processOf(ctx, plan)));
  const spans = processes.map(({ plan }) => loadSpan(plan));
  const counts = await countBy(ctx, mine, sql`true`);
  const soon = await countBy(ctx, mine, await dueSoon(ctx));
  const slow = processes.flatMap(({ plan }) => plan.stages.filter(notesOverdue).map(({ id }) => id));
  const late = await countBy(ctx, mine, sql`a.stage = any(${slow}::text[]) and a.state ->> 'overdueSince' is not null`);
  const organisers = [...new Set(plans.map((plan) => plan.organiser_id))];
  const days = await submissionsByDay(ctx, mine, organisers, spans.map(({ from }) => from).toSorted()[0]);
  return {
    now: ctx.businessNow,
    plans: plans.flatMap((plan, index) => {
      const [process, span] = [processes[index], spans[index]];
      if (!process || !span) return [];
      const of = (rows: readonly Counted[], stage: string): number =>
        Number(rows.find((row) => row.plan === plan.id && row.stage === stage)?.count ?? 0);
      const daily = new Map(days.filter((day) => day.plan === plan.id).map(({ date, count }) => [date, Number(count)]));
      return [
        {
          id: plan.id,
          name: plan.name,
          windows: process.plan.windows.map((window) => ({
            name: window.name,
            actor: ACTOR_NAMES[window.actor],
            ...windowTimes(window),
          })),
          stages: process.plan.stages.map(({ id, name, end, waitsFor }) => ({
            stage: id,
            name,
            end: end !== undefined,
            waitsFor: ACTOR_NAMES[waitsFor],
            count: of(counts, id),
            soon: end === undefined ? of(soon, id) : 0,
            late: end === undefined ? of(late, id) : 0,
          })),
          load: {
            window: span.name,
            closesOn: span.to,
            days: datesOf(span).map((date) => ({ date, count: daily.get(date) ?? 0 })),
          },
        },
      ];
    }),
  };
}

interface Counted {
  readonly plan: string;
  readonly stage: string;
  readonly count: bigint;
}

async function countBy(ctx: Ctx, mine: Expression<SqlBool>, when: Expression<unknown>): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`select a.plan_id as plan, a.stage, count(*) as count from application a
    where ${mine} and ${when} group by a.plan_id, a.stage`.execute(ctx.tx);
  return rows;
}

/** Online submissions from a day on; the organisers lead to them by the index of their days. */
async function submissionsByDay(
  ctx: Ctx,
  mine: Expression<SqlBool>,
  organisers: readonly string[],
  from: string | undefined,
) {
  if (from === undefined) return [];
  const { rows } = await sql<{ plan: string; date: string; count: bigint }>`
    select a.plan_id as plan, to_char(s.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as date, count(*) as count
    from application_submission s join application a on a.id = s.application_id
    where ${mine} and s.organiser_id = any(${organisers}::uuid[]) and s.received_at >= ${`${from}T00:00:00+08:00`}::timestamptz
    group by 1, 2`.execute(ctx.tx);
  return rows;
}

/** Whether a stage goes on after its deadline, marked as late. */
const notesOverdue = ({ actions }: Stage): boolean => actions.some((action) => action.do.includes('note-overdue'));

interface Span {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** The last days of the window in which people apply: there the load is. */
function loadSpan(plan: Plan): Span {
  const window = plan.windows.find(({ actor }) => actor === 'applicant') ?? plan.windows[0];
  const to = window?.closesOn ?? plan.cutOff.date;
  return { name: window?.name ?? '', from: addDays(to, 1 - DAYS), to };
}

function datesOf({ from, to }: Span): readonly string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}
