import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { MergeTables } from './tables.ts';

export type StoredMerge = Selectable<MergeTables['account_merge']>;
export interface MergeTarget extends TargetFacts {
  readonly merge: StoredMerge;
}

/** A merge as it is acted on from the account that stays. Held to the end. */
export async function loadOwnMerge(ctx: Ctx, { id }: { readonly id: string }): Promise<MergeTarget | null> {
  const merge = await ctx.tx
    .selectFrom('account_merge')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return merge === undefined ? null : { stage: 'any', applicantPersonId: merge.into_person, merge };
}

/** The same from either account: whoever is joined without wanting it takes it back. */
export async function loadEitherMerge(ctx: Ctx, { id }: { readonly id: string }): Promise<MergeTarget | null> {
  const target = await loadOwnMerge(ctx, { id });
  if (target === null || ctx.actor.personId !== target.merge.from_person || !isProved(target.merge)) return target;
  return { ...target, applicantPersonId: target.merge.from_person };
}

/** As the administrator sees it, to whom row level security shows none. */
export function loadMerge(ctx: Ctx, { id }: { readonly id: string }): Promise<MergeTarget | null> {
  return ctx.asPlatform(async () => {
    const merge = await ctx.tx
      .selectFrom('account_merge')
      .selectAll()
      .where('id', '=', id)
      .where('asked_at', 'is not', null)
      .forUpdate()
      .executeTakeFirst();
    return merge === undefined ? null : { stage: 'any', merge };
  });
}

/** Whether it has been shown that both accounts are one person's to use. */
export const isProved = ({ state, asked_at: asked }: StoredMerge): boolean => state === 'proved' || asked !== null;

/** Where a merge stands now: one that waits past its time has lapsed. */
export function stateOf(ctx: Ctx, merge: StoredMerge): StoredMerge['state'] {
  const pending = merge.state === 'code' || merge.state === 'proved' || merge.state === 'waiting';
  return pending && merge.expires_at <= ctx.systemNow ? 'lapsed' : merge.state;
}
