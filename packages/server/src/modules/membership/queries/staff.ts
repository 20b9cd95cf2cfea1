import { AppError, type Invitation, type UnitSettings } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { invitationState, type StoredInvitation } from '../target.ts';

/** Named staff of a unit, the longest serving first. */
export async function readStaff(
  ctx: Ctx,
  unitId: string,
): Promise<{ personId: string; name: string; since: string; self: boolean }[]> {
  const rows = await ctx.tx
    .selectFrom('relation as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(['p.id as personId', 'p.name', 'r.created_at as since'])
    .where('r.subject_id', '=', unitId)
    .where('r.relation', '=', 'unit')
    .where('r.ended_at', 'is', null)
    .orderBy('r.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, self: row.personId === ctx.actor.personId }));
}

/** The last fifty invitations of a unit, or the one named. */
export async function readInvitations(ctx: Ctx, unitId: string, only?: string): Promise<Invitation[]> {
  const rows = await ctx.tx
    .selectFrom('unit_invitation as i')
    .innerJoin('person as p', 'p.id', 'i.invited_by')
    .select(['i.id', 'i.kind', 'i.name', 'i.post', 'p.name as invitedBy', 'i.created_at as createdAt'])
    .select(['i.expires_at', 'i.used_at', 'i.revoked_at'])
    .where('i.unit_id', '=', unitId)
    .$if(only !== undefined, (query) => query.where('i.id', '=', only ?? ''))
    .orderBy('i.id', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ expires_at, used_at, revoked_at, ...row }) => ({
    ...row,
    expiresAt: expires_at,
    state: invitationState({ expires_at, used_at, revoked_at }, ctx.systemNow),
  }));
}

export async function readUnit(ctx: Ctx, unitId: string): Promise<UnitSettings> {
  const unit = await ctx.tx
    .selectFrom('unit as u')
    .leftJoin('authority as a', 'a.id', 'u.authority_id')
    .leftJoin('association as s', 's.id', 'u.association_id')
    .select(['u.id', 'u.name', 'u.credit_code as creditCode', 'u.kind', 'u.category', 'u.affiliation', 'u.area'])
    .select(['a.name as authorityName', 's.name as associationName', 'u.second_level_names as secondLevelNames'])
    .select(['u.agency', 'u.contact_name as contactName', 'u.contact_phone as contactPhone'])
    .select(sql<string>`to_char(u.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`.as('registeredOn'))
    .where('u.id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw new AppError('NOT_FOUND');
  return unit;
}

export interface ShownInvitation extends Pick<Invitation, 'kind' | 'name' | 'post' | 'invitedBy' | 'expiresAt'> {
  readonly unitName: string;
}

/** An invitation as the holder of its link sees it. Throws `INVITATION_OVER` where it is of no use any more. */
export async function showInvitation(ctx: Ctx, invitation: StoredInvitation): Promise<ShownInvitation> {
  if (invitationState(invitation, ctx.systemNow) !== 'open') throw new AppError('INVITATION_OVER');
  const { kind, name, post, expires_at: expiresAt } = invitation;
  const [unit, inviter] = [
    await ctx.tx.selectFrom('unit').select('name').where('id', '=', invitation.unit_id).executeTakeFirstOrThrow(),
    await ctx.tx.selectFrom('person').select('name').where('id', '=', invitation.invited_by).executeTakeFirstOrThrow(),
  ];
  return { kind, name, post, expiresAt, unitName: unit.name, invitedBy: inviter.name };
}
