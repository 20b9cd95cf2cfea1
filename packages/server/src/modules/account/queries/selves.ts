import type { Ctx } from '../../../context.ts';

/** All the accounts that are one person's: the one that stays and those joined into it. For what needs two people. */
export async function selvesOf(ctx: Ctx, personId: string): Promise<ReadonlySet<string>> {
  const merged = await ctx.asPlatform(() =>
    ctx.tx.selectFrom('account').select('person_id').where('merged_into', '=', personId).execute(),
  );
  return new Set([personId, ...merged.map(({ person_id: id }) => id)]);
}
