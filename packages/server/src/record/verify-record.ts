import { type Json, recordFaults, type RecordFault, type StoredEntry, type Witnessed } from '@zhiping/core';
import { asPlatform, type Ctx } from '../context.ts';
import type { Installation } from '../installation.ts';
import { makeCheckpoint } from './checkpoint.ts';
import { linkRecord } from './sequencer.ts';

export interface RecordReport {
  readonly size: number;
  readonly faults: readonly RecordFault[];
  /** Events without an entry after linking: committed while we looked, or removed from the chain. */
  readonly unlinked: number;
  /** Signed note of size, root and last link, to be kept elsewhere and compared next time. */
  readonly checkpoint: string;
}

/**
 * Recomputes the whole record from its documents: numbers, links, leaves, salted values, and that it still contains
 * every checkpoint in `witnessed`. A fault found is named with the number of its entry.
 */
export async function verifyRecord(
  installation: Installation,
  witnessed: readonly Witnessed[] = [],
): Promise<RecordReport> {
  await linkRecord(installation);
  return asPlatform(installation, 'system.verify-record', async (ctx) => {
    const entries = await readEntries(ctx);
    const { count } = await ctx.tx
      .selectFrom('record_event as e')
      .leftJoin('record_entry as n', 'n.event_id', 'e.id')
      .where('n.event_id', 'is', null)
      .select((eb) => eb.fn.countAll<bigint>().as('count'))
      .executeTakeFirstOrThrow();
    return {
      size: entries.length,
      faults: recordFaults(entries, witnessed),
      unlinked: Number(count),
      checkpoint: await makeCheckpoint(ctx),
    };
  });
}

async function readEntries(ctx: Ctx): Promise<readonly StoredEntry[]> {
  const rows = await ctx.tx
    .selectFrom('record_entry as n')
    .leftJoin('record_event as e', 'e.id', 'n.event_id')
    .select(['n.seq', 'n.event_id', 'n.leaf', 'n.link', 'e.document'])
    .orderBy('n.seq')
    .execute();
  const salts = await ctx.tx.selectFrom('record_salt').select(['event_id', 'name', 'salt', 'value']).execute();
  const byEvent = Map.groupBy(salts, ({ event_id }) => event_id);
  return rows.map(({ seq, event_id, leaf, link, document }) => ({
    seq: Number(seq),
    leaf,
    link,
    document: document === null ? null : (JSON.parse(document) as Json),
    personal: (byEvent.get(event_id) ?? []).map(({ name, salt, value }) => ({
      name,
      salt,
      value: JSON.parse(value) as Json,
    })),
  }));
}
