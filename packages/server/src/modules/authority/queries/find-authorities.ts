import type { AuthorityKind } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';

const SHOWN = 20;

/** Registered authorities whose name contains `name`, in the order of their names. */
export function findAuthorities(
  ctx: Ctx,
  { name, kind }: { readonly name: string; readonly kind?: AuthorityKind | undefined },
): Promise<{ id: string; name: string; area: string; kind: AuthorityKind }[]> {
  return ctx.tx
    .selectFrom('authority')
    .select(['id', 'name', 'area', 'kind'])
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'hr'))
    .$if(name !== '', (query) => query.where('name', 'like', `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`))
    .orderBy('name')
    .orderBy('id')
    .limit(SHOWN)
    .execute();
}
