import { AppError, type ApplicationContent } from '@zhiping/contract';
import { applyAction, type ContentLack, mergePatch, refusalWords } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { contentOf } from '../content.ts';
import { lacksOf } from '../lacks.ts';
import { processOf } from '../process-of.ts';
import { loadApplication } from '../target.ts';

export interface Saved {
  readonly version: number;
  readonly savedAt: string;
  readonly content: ApplicationContent;
  readonly lacks: readonly ContentLack[];
}

/**
 * Autosave, product F4: keeps the touched fields typed on `version`. Others' changes to other fields merge; to the same
 * field they answer `FIELD_CONFLICT` with both values. A draft is no event.
 */
export async function editApplication(
  ctx: Ctx,
  applicationId: string,
  { version, fields }: { readonly version: number; readonly fields: Partial<ApplicationContent> },
): Promise<Saved> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  const { row } = target;
  const process = await processOf(ctx, row);
  const allowed = applyAction(process, row.state, {
    action: 'edit',
    actors: new Set(['applicant']),
    now: ctx.receivedAt,
  });
  if (!allowed.ok) {
    throw new AppError(allowed.refusal.code, { details: { words: refusalWords(allowed.refusal) } });
  }
  const changedSince = new Set(
    Object.entries(row.content_versions).flatMap(([field, at]) => (at > version ? [field] : [])),
  );
  const before = contentOf(row);
  const merge = mergePatch<unknown>(before, withoutUndefined(fields), changedSince);
  if (!merge.ok)
    throw new AppError('FIELD_CONFLICT', { details: { conflicts: merge.conflicts, version: row.version } });

  const content = contentOf({ content: merge.fields });
  if (content.rows.some((id) => row.disputed_rows.includes(id))) throw new AppError('ROW_DISPUTED');
  const savedAt = ctx.businessNowOf(row.organiser_id);
  if (merge.changed.length === 0) {
    return { version: row.version, savedAt, content, lacks: await lacksOf(ctx, process, row, content) };
  }
  const next = row.version + 1;
  const versions = { ...row.content_versions, ...Object.fromEntries(merge.changed.map((field) => [field, next])) };
  await ctx.tx
    .updateTable('application')
    .set({
      content: sql<never>`${JSON.stringify(content)}::jsonb`,
      content_versions: sql<never>`${JSON.stringify(versions)}::jsonb`,
      version: next,
      changed_at: savedAt,
    })
    .where('id', '=', row.id)
    .execute();
  return { version: next, savedAt, content, lacks: await lacksOf(ctx, process, row, content) };
}

function withoutUndefined(fields: Partial<ApplicationContent>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
