import { AppError } from '@zhiping/contract';
import { type Fields, kindSpec, patchProblems, type RowKind } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { unitOf } from '../queries/unit-of.ts';
import { closeFields } from '../personal.ts';

/**
 * Adds a draft row to the archive of `personId`, under the id it has in an imported file where there is one. Answers its
 * id. Throws `INVALID` or `ARCHIVE_KIND_ONCE`.
 */
export async function createRow(
  ctx: Ctx,
  personId: string,
  kind: RowKind,
  fields: Fields,
  id: string = ctx.newId(),
): Promise<string> {
  assertPatch(kind, fields);
  if (kindSpec(kind).single === true) await assertFirst(ctx, personId, kind);
  const closed = await closeFields(ctx, { id, personId, kind }, fields);
  await ctx.tx
    .insertInto('archive_row')
    .values({
      id,
      person_id: personId,
      unit_id: (await unitOf(ctx, personId))?.id ?? null,
      kind,
      state: 'draft',
      fields: JSON.stringify(closed.open),
      sealed: closed.sealed,
      field_versions: JSON.stringify(Object.fromEntries(Object.keys(fields).map((name) => [name, 0]))),
      created_at: ctx.businessNow,
      updated_at: ctx.businessNow,
    })
    .execute();
  return id;
}

/** Refuses fields that the kind does not have and values of the wrong form, each by its name. */
export function assertPatch(kind: RowKind, patch: Fields): void {
  const problems = patchProblems(kind, patch);
  if (problems.length === 0) return;
  throw new AppError('INVALID', {
    fields: problems.map(({ field, message }) => ({ path: `fields.${field}`, message })),
  });
}

async function assertFirst(ctx: Ctx, personId: string, kind: RowKind): Promise<void> {
  const earlier = await ctx.tx
    .selectFrom('archive_row')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('state', '!=', 'recycled')
    .executeTakeFirst();
  if (earlier) throw new AppError('ARCHIVE_KIND_ONCE');
}
