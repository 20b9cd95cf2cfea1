import type { DrawStage } from '../tables.ts';
import type { DrawTranscript } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';

export interface PublicDraw {
  readonly id: string;
  readonly number: string;
  readonly stage: DrawStage;
  readonly committedAt: string;
  readonly completedAt: string | null;
  readonly organiser: string;
  readonly poolSize: number;
  readonly members: number;
  readonly hash: string | null;
  readonly abandonedReason: string | null;
}

/** Draws as anybody may see them, the latest first; those never completed stay in the list. */
export async function publicDraws(ctx: Ctx, id?: string): Promise<PublicDraw[]> {
  let query = ctx.tx
    .selectFrom('draw as d')
    .innerJoin('organiser as o', 'o.id', 'd.organiser_id')
    .selectAll('d')
    .select('o.name as organiser')
    .where('d.committed_at', 'is not', null)
    .orderBy('d.committed_at', 'desc')
    .limit(200);
  if (id !== undefined) query = query.where('d.id', '=', id);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    stage: row.stage,
    committedAt: row.committed_at ?? row.announced_at,
    completedAt: row.completed_at,
    organiser: row.organiser,
    poolSize: row.input.pool.length,
    members: row.input.rules.members,
    hash: row.transcript === null ? null : (JSON.parse(row.transcript) as DrawTranscript).hash,
    abandonedReason: row.abandoned_reason,
  }));
}

/** The canonical text of a completed draw, exactly as hashed. */
export async function transcriptText(ctx: Ctx, id: string): Promise<string | null> {
  const row = await ctx.tx.selectFrom('draw').select('transcript').where('id', '=', id).executeTakeFirst();
  return row?.transcript ?? null;
}
