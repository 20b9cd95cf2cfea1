import type { RecordLine } from '@zhiping/contract';
import type { EventDocument } from '@zhiping/core';
import { sql } from 'kysely';
import { asPlatform, type Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import type { Installation } from '../../../installation.ts';

export interface RecordAsked {
  readonly before?: number | undefined;
  readonly subjectId?: string | undefined;
  readonly limit: number;
}

/** Entries the caller may see, newest first: an auditor all, a supervisor those of the own organiser. */
export async function listEntries(ctx: Ctx, scope: Scope, asked: RecordAsked): Promise<RecordLine[]> {
  let query = ctx.tx
    .selectFrom('record_entry as n')
    .innerJoin('record_event as e', 'e.id', 'n.event_id')
    .select(['n.seq', 'n.leaf', 'e.document'])
    .where(scopeWhere(scope, { supervisor: 'e.organiser_id', 'audit-admin': () => sql`true` }))
    .orderBy('n.seq', 'desc')
    .limit(asked.limit);
  if (asked.before !== undefined) query = query.where('n.seq', '<', BigInt(asked.before));
  if (asked.subjectId !== undefined) query = query.where('e.subject_id', '=', asked.subjectId);
  const rows = await query.execute();
  return rows.map(({ seq, leaf, document }) => {
    const { id, at, action, actor, subject, data } = JSON.parse(document) as EventDocument;
    const { noun: subjectNoun, id: subjectId } = subject;
    const inPlace = actor.inPlaceOf !== undefined;
    return {
      seq: Number(seq),
      eventId: id,
      at,
      action,
      relation: actor.relation,
      inPlace,
      subjectNoun,
      subjectId,
      data,
      leaf,
    };
  });
}

/** Entries read at once for an export. */
const PORTION = 2000;

/**
 * The whole record as JSON lines, as `zhiping-verify record` reads it, a portion after the other as they are taken. Personal
 * values are in it as salted hashes only.
 */
export async function* exportEntries(installation: Installation): AsyncGenerator<string> {
  for (let after = -1n; ; ) {
    const rows = await asPlatform(installation, 'record.export', ({ tx }) =>
      tx
        .selectFrom('record_entry as n')
        .innerJoin('record_event as e', 'e.id', 'n.event_id')
        .select(['n.seq', 'n.leaf', 'n.link', 'e.document'])
        .where('n.seq', '>', after)
        .orderBy('n.seq')
        .limit(PORTION)
        .execute(),
    );
    yield rows
      .map(
        ({ seq, leaf, link, document }) => `{"seq":${seq},"leaf":"${leaf}","link":"${link}","document":${document}}\n`,
      )
      .join('');
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PORTION) return;
  }
}
