import {
  type CalendarYear,
  makeCalendar,
  makeProcess,
  parseCalendarYear,
  parsePlan,
  type Process,
  withClosings,
} from '@zhiping/core';
import type { PolicySummary } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/transaction.ts';
import { findPolicy, listPublished } from '../policy/index.ts';

const READY = new WeakMap<object, Map<string, Process>>();
/** What is published, asked once a transaction: a list reads the processes of all its lines. */
const EXTENDED = new WeakMap<Tx, Promise<readonly Closing[]>>();
const PUBLISHED = new WeakMap<Tx, Promise<readonly PolicySummary[]>>();

/** What an application or a running plan is judged by: one version of a pack, as one organiser runs it. */
export interface Pinned {
  readonly pack: string;
  readonly pack_number: number;
  readonly organiser_id: string;
}

/**
 * The process of one version of a plan, with the calendars published now and the windows as this organiser extended them:
 * another organiser that runs the same pack keeps its own. Versions never change, so a process is made once per
 * installation, set of calendars and set of extensions.
 */
export async function processOf(
  ctx: Ctx,
  { pack, pack_number: number, organiser_id: organiserId }: Pinned,
): Promise<Process> {
  const published = await publishedNow(ctx);
  const calendars = published.filter(({ kind }) => kind === 'calendar');
  const closings = (await extendedNow(ctx)).filter((one) => one.pack === pack && one.organiserId === organiserId);
  const key = [
    pack,
    number,
    ...calendars.map(({ hash }) => hash),
    ...closings.map(({ window, to }) => `${window}=${to}`),
  ].join(' ');
  const ready = READY.get(ctx.installation) ?? new Map<string, Process>();
  READY.set(ctx.installation, ready);
  const known = ready.get(key);
  if (known) return known;

  const stored = await findPolicy(ctx, { by: 'number', pack, number });
  if (!stored) throw new Error(`plan ${pack} ${number} is pinned but not stored`);
  const years: CalendarYear[] = [];
  for (const { hash } of calendars) {
    const calendar = await findPolicy(ctx, { by: 'hash', hash });
    if (calendar) years.push(parseCalendarYear(calendar.content));
  }
  const process = makeProcess(
    withClosings(parsePlan(stored.content), new Map(closings.map(({ window, to }) => [window, to]))),
    makeCalendar(years),
  );
  ready.set(key, process);
  return process;
}

interface Closing {
  readonly pack: string;
  readonly organiserId: string;
  readonly window: string;
  readonly to: string;
}

/** Windows that were extended for everybody, the last extension of each last; asked once a transaction. */
function extendedNow(ctx: Ctx): Promise<readonly Closing[]> {
  const known = EXTENDED.get(ctx.tx);
  if (known) return known;
  const asked = ctx.tx
    .selectFrom('window_extension')
    .select(['pack', 'organiser_id as organiserId', 'window_id as window', 'to_closes_on as to'])
    .where('state', '=', 'approved')
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  EXTENDED.set(ctx.tx, asked);
  return asked;
}

function publishedNow(ctx: Ctx): Promise<readonly PolicySummary[]> {
  const known = PUBLISHED.get(ctx.tx);
  if (known) return known;
  const asked = listPublished(ctx);
  PUBLISHED.set(ctx.tx, asked);
  return asked;
}
