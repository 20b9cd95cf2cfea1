import { AppError, type UnitRegistration } from '@zhiping/contract';
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';

const PLATFORM = '平台系统管理员';

function registrations(ctx: Ctx) {
  return ctx.tx
    .selectFrom('unit_registration as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .leftJoin('authority as a', 'a.id', 'r.authority_id')
    .select(['r.id', 'r.state', 'r.name', 'r.credit_code as creditCode', 'r.kind', 'r.category', 'r.affiliation'])
    .select(['r.area', 'r.second_level_names as secondLevelNames', 'r.agency', 'r.contact_name as contactName'])
    .select(['r.contact_phone as contactPhone', 'p.name as applicantName', 'r.letter_name as letterName', 'r.reason'])
    .select(['r.created_at as createdAt', 'r.decided_at as decidedAt', 'r.unit_id as unitId'])
    .select(
      sql<boolean>`r.state = 'waiting' and exists (select from unit u where u.credit_code = r.credit_code)`.as(
        'takesOver',
      ),
    )
    .select(sql<string>`coalesce(a.name, ${PLATFORM})`.as('decider'));
}

export async function viewRegistration(ctx: Ctx, id: string): Promise<UnitRegistration> {
  const found = await registrations(ctx).where('r.id', '=', id).executeTakeFirst();
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

/** What the caller asked for themselves, latest first, at most 50. */
export function ownRegistrations(ctx: Ctx, personId: string): Promise<UnitRegistration[]> {
  return registrations(ctx).where('r.person_id', '=', personId).orderBy('r.id', 'desc').limit(50).execute();
}

export interface RegistrationsAsked {
  readonly scope: Scope;
  readonly state: 'waiting' | 'done';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Registrations the caller decides, oldest first while they wait, latest first once done. */
export async function listRegistrations(
  ctx: Ctx,
  { scope, state, after, limit }: RegistrationsAsked,
): Promise<{ items: UnitRegistration[]; next: string | null }> {
  const undelegated = (): Expression<SqlBool> => sql<SqlBool>`r.authority_id is null`;
  const waiting = state === 'waiting';
  const items = await registrations(ctx)
    .where(scopeWhere(scope, { authority: 'r.authority_id', 'system-admin': undelegated }))
    .where('r.state', waiting ? '=' : '!=', 'waiting')
    .$if(after !== undefined, (query) => query.where('r.id', waiting ? '>' : '<', after ?? ''))
    .orderBy('r.id', waiting ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();
  const page = items.slice(0, limit);
  return { items: page, next: items.length > limit ? (page.at(-1)?.id ?? null) : null };
}
