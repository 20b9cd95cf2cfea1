import type { AccessKind } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';

/**
 * Keeps that the caller looked at somebody's data, for that person to see (谁看过我的信息). `subjectId` is the organisation in
 * whose name. Looking at the own data is no access; reading on within the hour is no new one.
 */
export async function noteAccess(
  ctx: Ctx,
  access: { readonly personId: string; readonly what: AccessKind; readonly subjectId: string | null },
): Promise<void> {
  const by = ctx.actor.personId;
  if (by === null || by === access.personId) return;
  await ctx.asPlatform(() =>
    ctx.tx
      .insertInto('access_log')
      .values({
        id: ctx.newId(),
        person_id: access.personId,
        what: access.what,
        by_person: by,
        subject_id: access.subjectId,
        at: ctx.systemNow,
        hour: `${ctx.systemNow.slice(0, 13)}:00:00.000Z`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** What of an application says in whose name somebody reads it. */
export interface ReadCase {
  readonly person_id: string;
  readonly unit_id: string;
  readonly organiser_id: string;
  readonly authority_id: string | null;
  readonly association_id: string | null;
  readonly confirmer_id: string | null;
}

/** Keeps that the caller opened somebody's application, in the name of the organisation through which they may. */
export function noteCaseAccess(ctx: Ctx, row: ReadCase): Promise<void> {
  const parties = [row.unit_id, row.authority_id, row.association_id, row.organiser_id, row.confirmer_id];
  const through = ctx.actor.held.find(({ subjectId }) => parties.includes(subjectId));
  return noteAccess(ctx, { personId: row.person_id, what: 'application', subjectId: through?.subjectId ?? null });
}
