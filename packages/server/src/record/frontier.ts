import { EMPTY_FRONTIER, extend, type Frontier } from '@zhiping/core';
import { asPlatform, type Ctx } from '../context.ts';
import type { Installation } from '../installation.ts';

/** Entries read at once where a record written before frontiers were kept is gone through. */
const PORTION = 10_000;

/**
 * The frontier of all entries: the one kept with the last batch, and what was linked behind it. Reads the whole record only
 * where no batch kept one yet.
 */
export async function readFrontier(tx: Ctx['tx']): Promise<Frontier> {
  const kept = await tx
    .selectFrom('record_entry')
    .select(['seq', 'frontier'])
    .where('frontier', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  let frontier: Frontier = kept?.frontier ? { size: Number(kept.seq) + 1, roots: kept.frontier } : EMPTY_FRONTIER;
  for (;;) {
    const rows = await tx
      .selectFrom('record_entry')
      .select('leaf')
      .where('seq', '>=', BigInt(frontier.size))
      .orderBy('seq')
      .limit(PORTION)
      .execute();
    frontier = rows.reduce((grown, { leaf }) => extend(grown, leaf), frontier);
    if (rows.length < PORTION) return frontier;
  }
}

/**
 * A record written before frontiers were kept gets one entry more, with which the sequencer keeps its first: else everybody
 * who asks for a checkpoint would have it read from its beginning. Does nothing where one is kept or nothing is recorded.
 */
export function beginFrontiers(installation: Installation): Promise<void> {
  return asPlatform(installation, 'system.keep-frontier', async (ctx) => {
    const kept = await ctx.tx
      .selectFrom('record_entry')
      .select('seq')
      .where('frontier', 'is not', null)
      .limit(1)
      .executeTakeFirst();
    const last = await ctx.tx
      .selectFrom('record_entry')
      .select('seq')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (kept !== undefined || last === undefined) return;
    const data = { entries: Number(last.seq) + 1 };
    await ctx.record({ organiserId: null, subject: { noun: 'record', id: ctx.newId() }, data });
  });
}
