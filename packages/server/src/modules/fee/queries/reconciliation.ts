import type { BankEntryView, Reconciliation } from '@zhiping/contract';
import { FEE_STATE_NAMES, FEE_STATES } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { orderSums } from '../online/queries.ts';
import { chargingPlans } from './list-fees.ts';

const STATEMENTS = 50;
interface Sum {
  readonly count: number;
  readonly fen: number;
}
const NOTHING: Sum = { count: 0, fen: 0 };

/** What should have come in, what came in and by which way, and what the bank says: one query each, for all plans. */
export async function readReconciliation(ctx: Ctx, scope: Scope): Promise<Reconciliation> {
  const charging = await chargingPlans(ctx, scope);
  const ids = charging.map(({ row }) => row.id);
  const stages = [...new Set(charging.map(({ stage }) => stage))];
  if (ids.length === 0) return { plans: [] };
  const { tx } = ctx;
  const { rows: waiting } = await sql<{ plan: string; state: string; count: bigint }>`
    select a.plan_id as plan, coalesce(f.state, 'due') as state, count(*) as count
    from application a left join fee f on f.application_id = a.id
    where a.plan_id = any(${ids}::uuid[]) and a.stage = any(${stages}::text[]) group by 1, 2`.execute(tx);
  const { rows: settled } = await sql<{ plan: string; state: string; way: string; count: bigint; fen: bigint }>`
    select plan_id as plan, state, way, count(*) as count, sum(amount_fen)::bigint as fen from fee
    where plan_id = any(${ids}::uuid[]) and state in ('paid', 'waived', 'refunded') group by 1, 2, 3`.execute(tx);
  const { rows: entries } = await sql<{ plan: string; state: string; count: bigint; fen: bigint }>`
    select plan_id as plan, state, count(*) as count, sum(amount_fen)::bigint as fen from bank_entry
    where plan_id = any(${ids}::uuid[]) group by 1, 2`.execute(tx);
  const orders = await orderSums(ctx, ids);
  const statements = await tx
    .selectFrom('bank_statement')
    .selectAll()
    .where(sql<boolean>`plan_id = any(${ids}::uuid[])`)
    .orderBy('id', 'desc')
    .limit(STATEMENTS)
    .execute();
  return {
    plans: charging.map(({ row, process }) => {
      const amountFen = process.plan.fee?.amountFen ?? 0;
      const own = settled.filter(({ plan }) => plan === row.id);
      const total = (fits: (one: (typeof own)[number]) => boolean): Sum => added(own.filter(fits));
      const bank = (state: string): Sum => added(entries.filter((one) => one.plan === row.id && one.state === state));
      const shelf = (name: string): Sum => added(orders.filter((one) => one.plan === row.id && one.shelf === name));
      const byStatement = total(({ way }) => way === 'statement');
      const matched = bank('matched');
      return {
        id: row.id,
        name: row.name,
        amountFen,
        states: FEE_STATES.map((state) => {
          const open = waiting.find((one) => one.plan === row.id && one.state === state);
          const count = Number(open?.count ?? 0);
          const sum =
            state === 'due' || state === 'slip'
              ? { count, fen: count * amountFen }
              : total((one) => one.state === state);
          return { state, name: FEE_STATE_NAMES[state], ...sum };
        }),
        byStatement,
        byHand: total(({ way }) => way === 'hand'),
        byOnline: total(({ way }) => way === 'online'),
        orders: { attention: shelf('attention'), refunding: shelf('refunding'), refunded: shelf('refunded') },
        entries: { open: bank('open'), matched, setAside: bank('set-aside') },
        differenceFen: matched.fen - byStatement.fen,
        statements: statements
          .filter(({ plan_id }) => plan_id === row.id)
          .map((one) => ({
            id: one.id,
            name: one.name,
            importedAt: one.imported_at,
            entries: one.entries,
            firstDay: one.first_day,
            lastDay: one.last_day,
          })),
      };
    }),
  };
}

function added(rows: readonly { readonly count: bigint; readonly fen: bigint }[]): Sum {
  return rows.reduce<Sum>(
    (sum, { count, fen }) => ({ count: sum.count + Number(count), fen: sum.fen + Number(fen) }),
    NOTHING,
  );
}

/** One page of the bookings of a plan in a state, the oldest import first. */
export async function listEntries(
  ctx: Ctx,
  asked: {
    readonly scope: Scope;
    readonly plan: string;
    readonly state: 'open' | 'matched' | 'set-aside';
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: BankEntryView[]; next: string | null }> {
  const { scope, plan, state, after, limit } = asked;
  const rows = await ctx.tx
    .selectFrom('bank_entry as e')
    .leftJoin('application as a', 'a.id', 'e.application_id')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'e.id',
      'e.booked_on',
      'e.amount_fen',
      'e.payer',
      'e.remark',
      'e.serial',
      'e.state',
      'e.matched_by',
      'e.note',
    ])
    .select(['a.id as application', 'a.number', 'p.name as applicantName'])
    .where(scopeWhere(scope, { office: 'e.organiser_id', supervisor: 'e.organiser_id' }))
    .where('e.plan_id', '=', plan)
    .where('e.state', '=', state)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`e.id > ${after}`))
    .orderBy('e.id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(
    (row): BankEntryView => ({
      id: row.id,
      bookedOn: row.booked_on,
      amountFen: row.amount_fen,
      payer: row.payer,
      remark: row.remark,
      serial: row.serial,
      state: row.state,
      matchedBy: row.matched_by,
      application:
        row.application === null || row.number === null
          ? null
          : { id: row.application, number: row.number, applicantName: row.applicantName ?? '' },
      note: row.note,
    }),
  );
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
