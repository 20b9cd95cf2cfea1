import { kindSpec, RESULT_LIST } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { MATCH_RESULTS } from '../../../jobs/tasks.ts';
import { takeFetched } from '../../archive/index.ts';
import { notify, type Posting } from '../../message/index.ts';
import type { ExaminationTables } from '../tables.ts';
import { nameIndexOf } from './read-file.ts';

export const MATCH_LIST = 'examination.match-list';
/** Lines matched in one transaction. */
const PORTION = 200;

interface Found extends Pick<ExaminationTables['result_line'], 'id' | 'kind' | 'name_index'> {
  readonly fields: Readonly<Record<string, string | boolean>>;
  readonly person_id: string;
  readonly name: string;
  readonly source: string;
  readonly list_id: string;
  readonly organiser_id: string;
  readonly tells: boolean;
}
const FOUND = sql`select l.id, l.kind, l.name_index, l.fields, l.list_id, l.organiser_id, p.id as person_id, p.name, s.source, s.tells
  from result_line l join result_list s on s.id = l.list_id join person p on p.id_number_index = l.id_index`;

/** Job: gives the lines of a list to the people they are of, a portion at a time, in the order of their ids. */
export async function matchList(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const id = String(payload['id']);
  const after = typeof payload['after'] === 'string' ? payload['after'] : null;
  const { rows } = await sql<Found>`${FOUND} where l.list_id = ${id}::uuid and l.state = 'waiting'
    and (${after}::uuid is null or l.id > ${after}::uuid) order by l.id limit ${PORTION} for update of l`.execute(
    ctx.tx,
  );
  const taken = await giveOut(ctx, rows);
  if (rows.length > 0) {
    const { organiser_id: organiserId } = await ctx.tx
      .selectFrom('result_list')
      .select('organiser_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await ctx.record({
      organiserId,
      action: MATCH_LIST,
      subject: { noun: 'result-list', id },
      data: { matched: taken, nameDiffers: rows.length - taken },
    });
  }
  const last = rows.at(-1);
  if (rows.length === PORTION && last !== undefined) {
    await ctx.enqueue({ task: MATCH_LIST, payload: { id, after: last.id } });
  }
}

/** Job: what lists have said before of somebody whose number was compared with the document just now, or whose name changed. */
export async function matchPerson(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const personId = String(payload['personId']);
  const { rows } = await sql<Found>`${FOUND} where p.id = ${personId}::uuid and l.state in ('waiting', 'name-differs')
    order by l.id limit ${PORTION} for update of l`.execute(ctx.tx);
  if (rows.length === 0) return;
  const taken = await giveOut(ctx, rows);
  await ctx.record({
    organiserId: null,
    action: MATCH_RESULTS,
    subject: { noun: 'person', id: personId },
    data: { matched: taken, nameDiffers: rows.length - taken },
  });
}

/** Writes each line into the archive of its person where the name agrees, and tells them once a list; answers how many. */
async function giveOut(ctx: Ctx, lines: readonly Found[]): Promise<number> {
  const taken: Found[] = [];
  for (const line of lines) {
    const { id, kind, name_index: index, fields, person_id: personId, name, source } = line;
    const same = nameIndexOf(ctx, name) === index.toString('hex');
    if (same) await takeFetched(ctx, personId, RESULT_LIST, [{ key: id, kind, fields }], source);
    if (same) taken.push(line);
    await ctx.tx
      .updateTable('result_line')
      .set(same ? { state: 'taken', person_id: personId } : { state: 'name-differs' })
      .where('id', '=', id)
      .execute();
  }
  // By the time of each organiser.
  for (const told of Map.groupBy(taken, ({ organiser_id: organiserId }) => organiserId).values()) {
    await notify(ctx, told.filter(({ tells }) => tells).map(postingOf));
  }
  return taken.length;
}

const postingOf = ({ person_id: personId, organiser_id: organiserId, list_id: id, kind, source }: Found): Posting => ({
  to: { personId },
  organiserId,
  template: 'archive.listed',
  slots: { list: kindSpec(kind).label, source },
  about: { noun: 'result-list', id },
  occasion: 'taken',
});
