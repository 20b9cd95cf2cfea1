import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** The kinds of proof uploaded for the concluded publicity of each application; those without one are left out. */
export async function concludedProofs(
  ctx: Ctx,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly kind: string }[]>> {
  const rows = await ctx.tx
    .selectFrom('publicity as p')
    .leftJoin('publicity_proof as f', (on) => on.onRef('f.publicity_id', '=', 'p.id').on('f.removed_at', 'is', null))
    .select(['p.application_id', 'f.kind'])
    .where(sql<boolean>`p.application_id = any(${[...applicationIds]}::uuid[])`)
    .where('p.closed', '=', 'concluded')
    // The unique index of what stands is by these very words.
    .where(sql<boolean>`p.kind = 'unit' and p.closed is distinct from 'invalid'`)
    .execute();
  const proofs = new Map<string, { kind: string }[]>();
  for (const { application_id: id, kind } of rows) {
    if (id === null) continue;
    const given = proofs.get(id) ?? [];
    proofs.set(id, kind === null ? given : [...given, { kind }]);
  }
  return proofs;
}
