import { EMPTY_HEAD, extend, linkLeaves } from '@zhiping/core';
import { sql } from 'kysely';
import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';
import { readFrontier } from './frontier.ts';

const BATCH = 500;
/** Any constant: one sequencer at a time, also with several servers on one database. */
export const SEQUENCER_LOCK = 7_121_934_002;

/** Numbers and links committed events that have no entry yet. Returns how many. */
export async function linkRecord(installation: Installation): Promise<number> {
  let total = 0;
  for (;;) {
    const linked = await linkBatch(installation);
    total += linked;
    if (linked < BATCH) return total;
  }
}

function linkBatch(installation: Installation): Promise<number> {
  return asPlatform(installation, 'system.link-record', async ({ tx }) => {
    await sql`select pg_advisory_xact_lock(${SEQUENCER_LOCK})`.execute(tx);
    const last = await tx.selectFrom('record_entry').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
    const head = last ? { size: Number(last.seq) + 1, link: last.link } : EMPTY_HEAD;
    const events = await tx
      .selectFrom('record_pending as p')
      .innerJoin('record_event as e', 'e.id', 'p.event_id')
      .select(['e.id', 'e.leaf'])
      .orderBy('p.event_id')
      .limit(BATCH)
      .execute();
    if (events.length === 0) return 0;
    const before = await readFrontier(tx);
    const { roots } = events.reduce((frontier, { leaf }) => extend(frontier, leaf), before);
    const entries = linkLeaves(
      head,
      events.map(({ leaf }) => leaf),
    );
    await tx
      .insertInto('record_entry')
      .values(
        entries.map(({ seq, leaf, link }, index) => ({
          seq: BigInt(seq),
          event_id: events[index]?.id ?? '',
          leaf,
          link,
          frontier: index === entries.length - 1 ? [...roots] : null,
        })),
      )
      .execute();
    const ids = events.map(({ id }) => id);
    await tx.deleteFrom('record_pending').where('event_id', 'in', ids).execute();
    return events.length;
  });
}
