import type { RegisteredUnit } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { containing } from '../../../db/like.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';

export interface UnitsAsked {
  readonly scope: Scope;
  /** Part of the present or a former name, or a whole credit code; empty: all. */
  readonly search: string;
  /** Last unit of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Units of the caller's register by name, a page by key. */
export async function listUnits(
  ctx: Ctx,
  { scope, search, after, limit }: UnitsAsked,
): Promise<{ items: RegisteredUnit[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('unit as u')
    .leftJoin('authority as a', 'a.id', 'u.authority_id')
    .select(['u.id', 'u.name', 'u.credit_code as creditCode', 'u.area', 'u.agency', 'a.name as authorityName'])
    .select('u.ended_on as endedOn')
    .where(scopeWhere(scope, { authority: 'u.authority_id', 'system-admin': () => sql`true` }))
    .$if(search !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('u.name', 'like', containing(search)),
          eb('u.credit_code', '=', search.toUpperCase()),
          eb(
            'u.id',
            'in',
            eb.selectFrom('unit_change').select('unit_id').where('old_name', 'like', containing(search)),
          ),
        ]),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(u.name, u.id) > (select name, id from unit where id = ${after})`),
    )
    .orderBy('u.name')
    .orderBy('u.id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
