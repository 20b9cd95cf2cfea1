import { AppError, type ResultList } from '@zhiping/contract';
import { isAchieved, type ResultKind } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { readResultList } from '../queries/lists.ts';
import { MATCH_LIST } from './match.ts';
import { readList } from './read-file.ts';

export interface NewList {
  readonly kind: ResultKind;
  readonly fileName: string;
  readonly content: string;
  readonly source: string;
  readonly publishedOn: string;
  readonly digest: string;
  /** Whether those on it hear of it. */
  readonly tell: boolean;
}
/** Unreadable lines kept of one list: more of them mean that the file is another one. */
const KEPT = 1000;

/**
 * Keeps a list as it was previewed; a job gives it out and tells those on it, if the office wants that. A result that is known already and says the same is left
 * alone, one that says something else is taken anew. Runs as the platform.
 * @throws AppError `RESULT_LIST_CHANGED`, `RESULT_LIST_EMPTY`
 */
export async function importList(ctx: Ctx, organiserId: string, given: NewList): Promise<ResultList> {
  const { lines, problems, digest } = await readList(ctx, organiserId, given.kind, given.content);
  if (lines.length === 0) throw new AppError('RESULT_LIST_EMPTY');
  if (digest !== given.digest) throw new AppError('RESULT_LIST_CHANGED');
  const fresh = lines.filter(({ state }) => state !== 'known');
  const counts = { added: fresh.length, unchanged: lines.length - fresh.length };
  const id = ctx.newId();
  await ctx.tx
    .insertInto('result_list')
    .values({
      id,
      organiser_id: organiserId,
      kind: given.kind,
      file_name: given.fileName,
      source: given.source,
      published_on: given.publishedOn,
      tells: given.tell,
      ...counts,
      failures: JSON.stringify(problems.slice(0, KEPT)),
      imported_by: ctx.actor.personId,
      imported_at: ctx.systemNow,
    })
    .execute();
  const rows = fresh.map(({ line, key, idIndex, nameIndex, fields }) => ({
    id: ctx.newId(),
    line,
    key,
    idIndex,
    nameIndex,
    fields,
    achieved: isAchieved(given.kind, fields),
  }));
  // What was not passed waits for nobody, unless it corrects what stands in an archive already.
  await sql`insert into result_line as l (id, organiser_id, list_id, line, kind, result_key, id_index, name_index, fields, state)
    select n.id, ${organiserId}::uuid, ${id}::uuid, n.line, ${given.kind}, n.key, decode(n."idIndex", 'hex'),
      decode(n."nameIndex", 'hex'), n.fields, case when n.achieved then 'waiting' else 'not-passed' end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, line int, key text, "idIndex" text,
      "nameIndex" text, fields jsonb, achieved boolean)
    on conflict (organiser_id, id_index, result_key) do update set list_id = excluded.list_id, line = excluded.line,
      name_index = excluded.name_index, fields = excluded.fields,
      state = case when l.person_id is not null then 'waiting' else excluded.state end`.execute(ctx.tx);
  await ctx.record({
    organiserId,
    subject: { noun: 'result-list', id },
    data: {
      kind: given.kind,
      source: given.source,
      publishedOn: given.publishedOn,
      tells: given.tell,
      ...counts,
      unread: problems.length,
    },
  });
  if (fresh.length > 0) await ctx.enqueue({ task: MATCH_LIST, payload: { id, after: null } });
  return readResultList(ctx, organiserId, id);
}
