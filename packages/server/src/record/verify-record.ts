import { checkRecord, type Json, type RecordFault, type StoredEntry, type Witnessed } from '@zhiping/core';
import { sql } from 'kysely';
import { asPlatform, type Ctx } from '../context.ts';
import type { Installation } from '../installation.ts';
import { signedNote } from './checkpoint.ts';
import { linkRecord } from './sequencer.ts';

/** Entries looked at together. */
const PORTION = 5000;

export interface RecordReport {
  readonly size: number;
  readonly faults: readonly RecordFault[];
  /** Events without an entry after linking: committed while we looked, or removed from the chain. */
  readonly unlinked: number;
  /** Signed note of size, root and last link, to be kept elsewhere and compared next time. */
  readonly checkpoint: string;
}

/**
 * Recomputes the whole record from its documents, a portion after the other: numbers, links, leaves, salted values, and that
 * it still contains every checkpoint in `witnessed`. A fault found is named with the number of its entry. What is appended
 * meanwhile may be looked at too.
 */
export async function verifyRecord(
  installation: Installation,
  witnessed: readonly Witnessed[] = [],
): Promise<RecordReport> {
  await linkRecord(installation);
  const check = checkRecord(witnessed);
  const faults: RecordFault[] = [];
  for (let after = -1n; ; ) {
    const entries = await asPlatform(installation, 'system.verify-record', (ctx) => readEntries(ctx, after));
    for (const fault of check.take(entries)) faults.push(fault);
    after = BigInt(entries.at(-1)?.seq ?? 0);
    if (entries.length < PORTION) break;
  }
  const { faults: rest, frontier, link } = check.end();
  return {
    size: frontier.size,
    faults: [...faults, ...rest],
    unlinked: await asPlatform(installation, 'system.verify-record', countUnlinked),
    checkpoint: signedNote(installation, frontier, link),
  };
}

async function countUnlinked({ tx }: Ctx): Promise<number> {
  const { count } = await tx
    .selectFrom('record_event as e')
    .leftJoin('record_entry as n', 'n.event_id', 'e.id')
    .where('n.event_id', 'is', null)
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function readEntries({ tx }: Ctx, after: bigint): Promise<readonly StoredEntry[]> {
  const rows = await tx
    .selectFrom('record_entry as n')
    .leftJoin('record_event as e', 'e.id', 'n.event_id')
    .select(['n.seq', 'n.event_id', 'n.leaf', 'n.link', 'n.frontier', 'e.document'])
    .where('n.seq', '>', after)
    .orderBy('n.seq')
    .limit(PORTION)
    .execute();
  const salts = await tx
    .selectFrom('record_salt')
    .select(['event_id', 'name', 'salt', 'value'])
    .where(sql<boolean>`event_id = any(${rows.map(({ event_id }) => event_id)}::uuid[])`)
    .execute();
  const byEvent = Map.groupBy(salts, ({ event_id }) => event_id);
  return rows.map(({ seq, event_id, leaf, link, frontier, document }) => ({
    seq: Number(seq),
    leaf,
    link,
    document: document === null ? null : (JSON.parse(document) as Json),
    personal: (byEvent.get(event_id) ?? []).map(({ name, salt, value }) => ({
      name,
      salt,
      value: JSON.parse(value) as Json,
    })),
    ...(frontier === null ? {} : { frontier }),
  }));
}
