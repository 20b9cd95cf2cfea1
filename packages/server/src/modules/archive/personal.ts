import { AppError } from '@zhiping/contract';
import { type Fields, personalFieldsOf, type RowKind } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { open, reseal, seal, unwrapKey } from '../../security/columns.ts';
import type { StoredRow } from './target.ts';

/** Parts `fields` into what is stored open and what is stored sealed with the person's key. */
export async function closeFields(
  ctx: Ctx,
  row: { readonly id: string; readonly personId: string; readonly kind: RowKind },
  fields: Fields,
): Promise<{ readonly open: Fields; readonly sealed: Buffer | null }> {
  const personal = new Set(personalFieldsOf(row.kind));
  const entries = Object.entries(fields);
  const hidden = entries.filter(([name, value]) => personal.has(name) && value !== null);
  const visible = Object.fromEntries(entries.filter(([name]) => !personal.has(name)));
  if (hidden.length === 0) return { open: visible, sealed: null };
  const key = await personKey(ctx, row.personId);
  const plain = Buffer.from(JSON.stringify(Object.fromEntries(hidden)));
  return { open: visible, sealed: seal(key, plain, placeOf(row.id)) };
}

/** All fields of a row in the clear. Decide first who may see them; everybody but the person gets them masked. */
export async function openFields(
  ctx: Ctx,
  row: Pick<StoredRow, 'id' | 'person_id' | 'fields' | 'sealed'>,
): Promise<Fields> {
  if (row.sealed === null) return row.fields;
  const key = await personKey(ctx, row.person_id);
  const hidden: Fields = JSON.parse(open(key, row.sealed, placeOf(row.id)).toString());
  return { ...row.fields, ...hidden };
}

/** Seals the personal fields of all rows of one person with another's key, who is to have the rows. Runs as the platform. */
export async function resealRows(ctx: Ctx, from: string, into: string): Promise<void> {
  const [before, now] = [await personKey(ctx, from), await personKey(ctx, into)];
  const rows = await ctx.tx
    .selectFrom('archive_row')
    .select(['id', 'sealed'])
    .where('person_id', '=', from)
    .where('sealed', 'is not', null)
    .execute();
  for (const { id, sealed } of rows) {
    if (sealed === null) continue;
    const changed = { sealed: reseal(before, now, sealed, placeOf(id)) };
    await ctx.tx.updateTable('archive_row').set(changed).where('id', '=', id).execute();
  }
}

function placeOf(rowId: string) {
  return { table: 'archive_row', column: 'sealed', row: rowId };
}

async function personKey(ctx: Ctx, personId: string): Promise<Buffer> {
  const { rows } = await sql<{ wrapped: Buffer | null }>`select wrapped_key_of(${personId}) as wrapped`.execute(ctx.tx);
  const wrapped = rows[0]?.wrapped;
  if (!wrapped) throw new AppError('NOT_FOUND');
  return unwrapKey(ctx.installation.keys, personId, wrapped);
}
