import type { Ctx } from '../../../context.ts';
import { open, unwrapKey } from '../../../security/columns.ts';

/** The identity number and phone of a person in the clear; only for documents and for the person. */
export async function readNumbers(
  ctx: Ctx,
  personId: string,
): Promise<{ readonly idNumber: string | null; readonly phone: string | null }> {
  const row = await ctx.tx
    .selectFrom('person')
    .select(['id_number_sealed', 'phone_sealed', 'wrapped_key'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const key = unwrapKey(ctx.installation.keys, personId, row.wrapped_key);
  const opened = (column: string, sealed: Buffer | null): string | null =>
    sealed === null ? null : open(key, sealed, { table: 'person', column, row: personId }).toString();
  return { idNumber: opened('id_number', row.id_number_sealed), phone: opened('phone', row.phone_sealed) };
}

/** `210***********1234`: enough to recognise, not to use. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 3)}${'*'.repeat(Math.max(0, idNumber.length - 7))}${idNumber.slice(-4)}`;
}
