import type { TokenRelation } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { reseal } from '../../security/columns.ts';
import { keyOf, place } from './commands.ts';

/** The webhooks of somebody who leaves go on in the successor's name, with the same keys sealed anew: those of one post, or all. Answers how many. Runs as the platform. */
export async function moveWebhooks(
  ctx: Ctx,
  move: {
    readonly from: string;
    readonly to: string;
    readonly only?: { readonly relation: TokenRelation; readonly subjectId: string };
  },
): Promise<number> {
  const rows = await ctx.tx
    .selectFrom('webhook')
    .select(['id', 'secret_sealed'])
    .where('person_id', '=', move.from)
    .$if(move.only !== undefined, (query) =>
      query
        .where('relation', '=', move.only?.relation ?? 'unit')
        .where('subject_id', '=', move.only?.subjectId ?? '')
        .where('ended_at', 'is', null),
    )
    .forUpdate()
    .execute();
  if (rows.length === 0) return 0;
  const [before, now] = [await keyOf(ctx, move.from), await keyOf(ctx, move.to)];
  for (const { id, secret_sealed } of rows) {
    const sealed = reseal(before, now, secret_sealed, place(id));
    await ctx.tx
      .updateTable('webhook')
      .set({ person_id: move.to, secret_sealed: sealed })
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
}
