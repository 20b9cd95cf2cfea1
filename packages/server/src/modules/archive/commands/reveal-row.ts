import { type Fields, personalFieldsOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { noteAccess } from '../../privacy/index.ts';
import { openFields } from '../personal.ts';
import type { StoredRow } from '../target.ts';

/** Shows the personal fields of a row to the unit, and keeps in the record that it was done. */
export async function revealRow(ctx: Ctx, row: StoredRow): Promise<Fields> {
  const fields = await openFields(ctx, row);
  await noteAccess(ctx, { personId: row.person_id, what: 'archive-numbers', subjectId: row.unit_id });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'archive-row', id: row.id },
    data: { kind: row.kind, fields: [...personalFieldsOf(row.kind)] },
  });
  return Object.fromEntries(personalFieldsOf(row.kind).map((name) => [name, fields[name] ?? null]));
}
