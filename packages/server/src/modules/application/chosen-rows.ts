import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { ApplicationRow } from './target.ts';

/** Ids of the archive rows chosen for an application: the field `rows` of its content. */
export function chosenRowIds(row: Pick<ApplicationRow, 'content'>): readonly string[] {
  const { rows } = row.content;
  return Array.isArray(rows) ? rows.filter((id) => typeof id === 'string') : [];
}

/**
 * Takes achievements out of an application whose publicity brought an objection that holds, LN-2024 五(四). Its content
 * moves on by a version, so that an open page of the applicant does not put them back, and they cannot be chosen again.
 */
export async function removeRows(ctx: Ctx, applicationId: string, rowIds: readonly string[]): Promise<void> {
  const row = await ctx.tx
    .selectFrom('application')
    .select(['content', 'content_versions', 'disputed_rows', 'version'])
    .where('id', '=', applicationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const rows = chosenRowIds(row).filter((id) => !rowIds.includes(id));
  const { content } = row;
  const next = row.version + 1;
  const lost = typeof content.representative === 'string' && rowIds.includes(content.representative);
  const touched = lost ? ['rows', 'representative'] : ['rows'];
  const versions = Object.fromEntries(touched.map((field) => [field, next]));
  const changed = { ...content, rows, ...(lost ? { representative: null } : {}) };
  await ctx.tx
    .updateTable('application')
    .set({
      content: sql<never>`${JSON.stringify(changed)}::jsonb`,
      content_versions: sql<never>`${JSON.stringify({ ...row.content_versions, ...versions })}::jsonb`,
      disputed_rows: [...new Set([...row.disputed_rows, ...rowIds])],
      version: next,
    })
    .where('id', '=', applicationId)
    .execute();
}
