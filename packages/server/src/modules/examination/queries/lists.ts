import { AppError, type ResultList } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { resultText } from '../commands/read-file.ts';

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Lists of an organiser, the latest first, a page by key, each with what became of its lines. */
export async function listResultLists(
  ctx: Ctx,
  organiserId: string,
  { after, limit }: Page,
): Promise<{ items: ResultList[]; next: string | null }> {
  const rows = await selectLists(ctx, organiserId)
    .$if(after !== undefined, (query) => query.where('s.id', '<', after ?? ''))
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** @throws AppError `NOT_FOUND` */
export async function readResultList(ctx: Ctx, organiserId: string, id: string): Promise<ResultList> {
  const list = await selectLists(ctx, organiserId).where('s.id', '=', id).executeTakeFirst();
  if (list === undefined) throw new AppError('NOT_FOUND');
  return list;
}

function selectLists(ctx: Ctx, organiserId: string) {
  const counted = (state: string) =>
    sql<number>`(select count(*)::int from result_line l where l.list_id = s.id and l.state = ${state})`;
  return ctx.tx
    .selectFrom('result_list as s')
    .leftJoin('person as p', 'p.id', 's.imported_by')
    .select(['s.id', 's.kind', 's.file_name as fileName', 's.source', 's.published_on as publishedOn', 's.added'])
    .select(['s.unchanged', 's.failures', 'p.name as importedBy', 's.imported_at as importedAt'])
    .select([counted('taken').as('taken'), counted('waiting').as('waiting')])
    .select([counted('name-differs').as('nameDiffers'), counted('not-passed').as('notPassed')])
    .where('s.organiser_id', '=', organiserId);
}

/** Lines of a list that stand in nobody's archive, by line. They name nobody: the office has the file. */
export async function unmatchedLines(
  ctx: Ctx,
  listId: string,
  { after, limit }: { readonly after?: number | undefined; readonly limit: number },
) {
  const rows = await ctx.tx
    .selectFrom('result_line')
    .select(['line', 'fields', 'state'])
    .where('list_id', '=', listId)
    .where('state', '!=', 'taken')
    .$if(after !== undefined, (query) => query.where('line', '>', after ?? 0))
    .orderBy('line')
    .limit(limit + 1)
    .execute();
  const items = rows
    .slice(0, limit)
    .flatMap(({ line, fields, state }) => (state === 'taken' ? [] : [{ line, state, result: resultText(fields) }]));
  return { items, next: rows.length > limit ? (items.at(-1)?.line ?? null) : null };
}
