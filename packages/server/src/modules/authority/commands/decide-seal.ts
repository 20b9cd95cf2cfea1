import type { ActionInput, Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance, openSeals } from '../../application/index.ts';

export interface SealDecision {
  readonly version: number;
  readonly batch?: string | undefined;
  readonly document?: { readonly number: string; readonly date: string } | undefined;
  readonly items?: ActionInput['items'] | undefined;
  readonly reason?: string | undefined;
  /** Committee chosen by a submitting authority. */
  readonly committee?: string | undefined;
}

const DECISIONS = { approve: 'approved', return: 'returned', refuse: 'refused' } as const;
type Verb = keyof typeof DECISIONS;

/**
 * One decision of an authority or the association on one application, LN-2024 五(六), ZJ 六(三), TJ 二(三)2: approve, return
 * with items, or refuse with grounds. After an approval the next body of the chain has its turn; when all have approved the
 * application goes on, and stays with the body that reports it. Bulk is this command once per application with a common batch.
 */
export async function decideSeal(
  ctx: Ctx,
  applicationId: string,
  by: 'authority' | 'association',
  verb: Verb,
  { version, batch, document, items, reason, committee }: SealDecision,
): Promise<{ id: string; stage: string; version: number; receipt: Receipt }> {
  const open = by === 'authority' ? await openSeals(ctx, applicationId) : [];
  const { after, receipt } = await advance(
    ctx,
    applicationId,
    `${by}-${verb}`,
    {
      ...(items === undefined ? {} : { items }),
      ...(reason === undefined ? {} : { reason }),
      ...(committee === undefined ? {} : { committee }),
    },
    {
      version,
      data: {
        ...(batch === undefined ? {} : { batch }),
        ...(document === undefined ? {} : { documentNumber: document.number, documentDate: document.date }),
        ...(committee === undefined ? {} : { committee }),
      },
    },
  );
  const [mine, next] = open;
  if (mine !== undefined) {
    await ctx.tx
      .updateTable('application_seal')
      .set({
        decision: DECISIONS[verb],
        decided_at: ctx.businessNowOf(after.organiser_id),
        decided_by: ctx.actor.personId,
        document_number: document?.number ?? null,
        document_date: document?.date ?? null,
        committee: committee ?? null,
        reason: reason ?? '',
      })
      .where('id', '=', mine.id)
      .execute();
    if (verb === 'approve')
      await handOn(ctx, after.id, next === undefined ? null : next.authority_id, next === undefined);
  }
  return { id: after.id, stage: after.stage, version: after.version, receipt };
}

/** Gives the application to the next body, or after the last to the one that reports it to the committee. */
async function handOn(ctx: Ctx, applicationId: string, next: string | null, last: boolean): Promise<void> {
  // The present authority loses sight of it by this very step: past row level security.
  await ctx.asPlatform(async () => {
    const leading = last
      ? await ctx.tx
          .selectFrom('application_seal')
          .select('authority_id')
          .where('application_id', '=', applicationId)
          .where('decision', '=', 'approved')
          .orderBy('round', 'desc')
          .orderBy('leads', 'desc')
          .orderBy('position', 'desc')
          .executeTakeFirst()
      : undefined;
    const authorityId = last ? (leading?.authority_id ?? null) : next;
    await ctx.tx
      .updateTable('application')
      .set({ authority_id: authorityId })
      .where('id', '=', applicationId)
      .execute();
  });
}
