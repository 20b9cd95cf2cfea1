import type { Ctx } from '../../context.ts';
import { open, reseal, unwrapKey } from '../../security/columns.ts';

const placeOf = (row: string) => ({ table: 'former_name', column: 'former', row });

/** Names a person had before legal changes of name, in the clear. Runs as the platform. */
export async function formerNamesOf(ctx: Ctx, personId: string): Promise<readonly string[]> {
  const rows = await sealedNames(ctx, personId);
  if (rows.length === 0) return [];
  const key = await keyOf(ctx, personId);
  return rows.map(({ id, former_sealed: sealed }) => open(key, sealed, placeOf(id)).toString());
}

/** Seals the former names of one person with another's key, who is to have them. Runs as the platform. */
export async function resealFormerNames(ctx: Ctx, from: string, into: string): Promise<void> {
  const rows = await sealedNames(ctx, from);
  if (rows.length === 0) return;
  const [before, now] = [await keyOf(ctx, from), await keyOf(ctx, into)];
  for (const { id, former_sealed: sealed } of rows) {
    const changed = { former_sealed: reseal(before, now, sealed, placeOf(id)) };
    await ctx.tx.updateTable('former_name').set(changed).where('id', '=', id).execute();
  }
}

function sealedNames(ctx: Ctx, personId: string) {
  return ctx.tx.selectFrom('former_name').select(['id', 'former_sealed']).where('person_id', '=', personId).execute();
}

async function keyOf(ctx: Ctx, personId: string): Promise<Buffer> {
  const { wrapped_key: wrapped } = await ctx.tx
    .selectFrom('person')
    .select('wrapped_key')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return unwrapKey(ctx.installation.keys, personId, wrapped);
}
