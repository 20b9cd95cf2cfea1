import type { Ctx } from '../../../context.ts';
import { open, unwrapKey } from '../../../security/columns.ts';

export interface Numbers {
  readonly idNumber: string | null;
  readonly phone: string | null;
}
/** What `openNumbers` needs of a person. */
export interface SealedNumbers {
  readonly id: string;
  readonly id_number_sealed: Buffer | null;
  readonly phone_sealed: Buffer | null;
  readonly wrapped_key: Buffer;
}

/** The identity number and phone of a person in the clear; only for documents and for the person. */
export async function readNumbers(ctx: Ctx, personId: string): Promise<Numbers> {
  const row = await ctx.tx
    .selectFrom('person')
    .select(['id', 'id_number_sealed', 'phone_sealed', 'wrapped_key'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return openNumbers(ctx, row);
}

/** The same of a row at hand, for lists; mask them unless showing was asked for and recorded. */
export function openNumbers(ctx: Ctx, person: SealedNumbers): Numbers {
  const key = unwrapKey(ctx.installation.keys, person.id, person.wrapped_key);
  const opened = (column: string, sealed: Buffer | null): string | null =>
    sealed === null ? null : open(key, sealed, { table: 'person', column, row: person.id }).toString();
  return { idNumber: opened('id_number', person.id_number_sealed), phone: opened('phone', person.phone_sealed) };
}

/** Where a person can be reached, in the clear; only at the moment of sending, and never written down. */
export async function readContacts(
  ctx: Ctx,
  personId: string,
): Promise<{ readonly phone: string | null; readonly email: string | null }> {
  const row = await ctx.tx
    .selectFrom('person')
    .select(['phone_sealed', 'email_sealed', 'wrapped_key'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const key = unwrapKey(ctx.installation.keys, personId, row.wrapped_key);
  const opened = (column: string, sealed: Buffer | null): string | null =>
    sealed === null ? null : open(key, sealed, { table: 'person', column, row: personId }).toString();
  return { phone: opened('phone', row.phone_sealed), email: opened('email', row.email_sealed) };
}

/** `210***********1234`: enough to recognise, not to use. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 3)}${'*'.repeat(Math.max(0, idNumber.length - 7))}${idNumber.slice(-4)}`;
}
