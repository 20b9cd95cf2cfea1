import type { AnswerOf, readPeriods, readRetention, RetentionChange } from '@zhiping/contract';
import {
  classSpec,
  DEFAULT_PERIODS,
  DOCUMENT_CLASS_IDS,
  type DocumentClass,
  KEPT_FOR_EVER,
  type Periods,
} from '@zhiping/core';
import type { Ctx } from '../../context.ts';

/** Changes with the names of those who proposed and decided them. Runs as the platform. */
function changes(ctx: Ctx) {
  return ctx.tx
    .selectFrom('retention_change as c')
    .innerJoin('person as p', 'p.id', 'c.proposed_by')
    .leftJoin('person as d', 'd.id', 'c.decided_by')
    .select(['c.id', 'c.class', 'c.months', 'c.reason', 'c.state', 'c.proposed_by', 'p.name as proposedBy'])
    .select(['c.proposed_at as proposedAt', 'd.name as decidedBy', 'c.decided_at as decidedAt']);
}
type Found = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number];

function viewOf(ctx: Ctx, { proposed_by: by, ...change }: Found): RetentionChange {
  return { ...change, yours: by === ctx.actor.personId };
}

/** The change in force of each class: the last one approved. Runs as the platform. */
async function inForce(ctx: Ctx): Promise<ReadonlyMap<DocumentClass, Found>> {
  const rows = await changes(ctx)
    .where('c.state', '=', 'approved')
    .distinctOn('c.class')
    .orderBy('c.class')
    .orderBy('c.decided_at', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.class, row]));
}

/** Months each class is kept now: as two people agreed, else as the platform came. Runs as the platform. */
export async function periodsInForce(ctx: Ctx): Promise<Periods> {
  const changed = await inForce(ctx);
  const periods: Record<DocumentClass, number | null> = { ...DEFAULT_PERIODS };
  for (const [id, { months }] of changed) periods[id] = months;
  return periods;
}

/** Every class as it is in force and as it is proposed, with who, when and why. Runs as the platform. */
export async function readClasses(ctx: Ctx): Promise<Pick<AnswerOf<typeof readRetention>, 'classes'>> {
  const standing = await inForce(ctx);
  const open = new Map((await changes(ctx).where('c.state', '=', 'proposed').execute()).map((row) => [row.class, row]));
  return {
    classes: DOCUMENT_CLASS_IDS.map((id) => {
      const [since, proposed] = [standing.get(id), open.get(id)];
      return {
        class: id,
        months: since === undefined ? DEFAULT_PERIODS[id] : since.months,
        since: since === undefined ? null : viewOf(ctx, since),
        proposed: proposed === undefined ? null : viewOf(ctx, proposed),
      };
    }),
  };
}

/** All changes, the latest first. Runs as the platform. */
export async function listChanges(
  ctx: Ctx,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: RetentionChange[]; next: string | null }> {
  const rows = await changes(ctx)
    .$if(after !== undefined, (query) => query.where('c.id', '<', after ?? ''))
    .orderBy('c.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((row) => viewOf(ctx, row));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** What anybody may know: what is kept, and for how long. Runs as the platform. */
export async function publicPeriods(ctx: Ctx): Promise<AnswerOf<typeof readPeriods>> {
  const periods = await periodsInForce(ctx);
  return {
    classes: DOCUMENT_CLASS_IDS.map((id) => {
      const { name, holds, from } = classSpec(id);
      return { class: id, name, holds, from, months: periods[id] };
    }),
    kept: Object.entries(KEPT_FOR_EVER).map(([id, words]) => ({ id: id as keyof typeof KEPT_FOR_EVER, ...words })),
  };
}
