import {
  dateAt,
  makeCalendar,
  makeProcess,
  type OpeningCheck,
  openingChecks,
  parseCalendarYear,
  parsePlan,
  type Plan,
} from '@zhiping/core';
import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { standardObstacle } from '../application/index.ts';
import { findPolicy, listPublished, type StoredPolicy } from '../policy/index.ts';

export interface Opening {
  readonly stored: StoredPolicy;
  readonly plan: Plan;
  readonly checks: readonly OpeningCheck[];
}

interface Asked {
  readonly organiser: { readonly id: string; readonly name: string };
  readonly pack: string;
  readonly confirmerId: string | null;
}

/**
 * A published plan and what speaks for and against opening it now for an organiser.
 * @throws AppError `NOT_FOUND` where no version of the plan is published
 */
export async function openingOf(ctx: Ctx, { organiser, pack, confirmerId }: Asked): Promise<Opening> {
  const stored = await findPolicy(ctx, { by: 'latest', pack });
  if (!stored || stored.kind !== 'plan') throw new AppError('NOT_FOUND');
  const plan = parsePlan(stored.content);
  const running = await ctx.tx
    .selectFrom('plan')
    .select('id')
    .where('organiser_id', '=', organiser.id)
    .where('pack', '=', pack)
    .executeTakeFirst();
  const confirmer =
    confirmerId === null
      ? null
      : await ctx.tx
          .selectFrom('authority')
          .select(['name', 'kind', 'area'])
          .where('id', '=', confirmerId)
          .executeTakeFirst();
  const checks = openingChecks(plan, {
    today: dateAt(ctx.businessNowOf(organiser.id)),
    organiserName: organiser.name,
    filings: await filingsOf(ctx, organiser.id),
    standards: await standardsOf(ctx, plan, organiser.id),
    calendarYears: await calendarYears(ctx),
    confirmer: confirmer ?? null,
    running: running !== undefined,
  });
  return { stored, plan, checks };
}

async function filingsOf(ctx: Ctx, organiserId: string) {
  return ctx.tx
    .selectFrom('committee_filing')
    .select(['name', 'number', 'filed_on as filedOn', 'valid_until as validUntil', 'levels', 'specialties'])
    .where('organiser_id', '=', organiserId)
    .orderBy('valid_until', 'desc')
    .execute();
}

/** Why a standard of the plan cannot be used, by pack; those that are not published are left out. */
async function standardsOf(ctx: Ctx, plan: Plan, organiserId: string): Promise<Map<string, string | null>> {
  const process = makeProcess(plan, makeCalendar([]));
  const standards = new Map<string, string | null>();
  for (const specialty of plan.specialties) {
    const { pack } = specialty.standard;
    if (pack === undefined || standards.has(pack)) continue;
    const stored = await findPolicy(ctx, { by: 'latest', pack });
    if (stored) standards.set(pack, await standardObstacle(ctx, process, specialty, organiserId));
  }
  return standards;
}

async function calendarYears(ctx: Ctx): Promise<Set<number>> {
  const years = new Set<number>();
  for (const { kind, hash } of await listPublished(ctx)) {
    if (kind !== 'calendar') continue;
    const stored = await findPolicy(ctx, { by: 'hash', hash });
    if (stored) years.add(parseCalendarYear(stored.content).year);
  }
  return years;
}
