import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import { hashToken } from '../../http/session-cookie.ts';
import type { MembershipTables } from './tables.ts';

export type StoredRegistration = Selectable<MembershipTables['unit_registration']>;
export type StoredInvitation = Selectable<MembershipTables['unit_invitation']>;
export type StoredJoining = Selectable<MembershipTables['joining']>;

export interface UnitTarget extends TargetFacts {
  readonly unitId: string;
}

/** A unit and its staff. */
export async function loadUnit(ctx: Ctx, { unitId }: { readonly unitId: string }): Promise<UnitTarget | null> {
  const unit = await ctx.tx.selectFrom('unit').select('id').where('id', '=', unitId).executeTakeFirst();
  return unit === undefined ? null : { stage: 'any', unitId };
}

/** A person as a member of the unit of the address; stage `member` while they belong to it. */
export async function loadMemberOf(
  ctx: Ctx,
  { unitId, personId }: { readonly unitId: string; readonly personId: string },
): Promise<(UnitTarget & { readonly personId: string }) | null> {
  const member = await ctx.tx
    .selectFrom('unit_member')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return member === undefined ? null : { stage: 'member', unitId, personId };
}

export interface RegistrationTarget extends TargetFacts {
  readonly registration: StoredRegistration;
}

/** A registration of a unit; its stage is its state, `waiting-platform` where no authority has the area. */
export async function loadRegistration(
  ctx: Ctx,
  { registrationId }: { readonly registrationId: string },
): Promise<RegistrationTarget | null> {
  const registration = await ctx.tx
    .selectFrom('unit_registration')
    .selectAll()
    .where('id', '=', registrationId)
    .executeTakeFirst();
  if (registration === undefined) return null;
  const undelegated = registration.state === 'waiting' && registration.authority_id === null;
  return {
    stage: undelegated ? 'waiting-platform' : registration.state,
    applicantPersonId: registration.person_id,
    authorityId: registration.authority_id,
    registration,
  };
}

export interface InvitationTarget extends TargetFacts {
  readonly invitation: StoredInvitation;
}

export async function loadInvitation(
  ctx: Ctx,
  { invitationId }: { readonly invitationId: string },
): Promise<InvitationTarget | null> {
  const invitation = await ctx.tx
    .selectFrom('unit_invitation')
    .selectAll()
    .where('id', '=', invitationId)
    .executeTakeFirst();
  return invitation === undefined
    ? null
    : { stage: invitationState(invitation, ctx.systemNow), unitId: invitation.unit_id, invitation };
}

/** An invitation by the secret of its link: whoever holds it may see it. */
export async function loadByToken(ctx: Ctx, { token }: { readonly token: string }): Promise<InvitationTarget | null> {
  const invitation = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('unit_invitation')
      .selectAll()
      .where('token_hash', '=', Buffer.from(hashToken(token), 'hex'))
      .executeTakeFirst(),
  );
  return invitation === undefined ? null : { stage: invitationState(invitation, ctx.systemNow), invitation };
}

export function invitationState(
  invitation: Pick<StoredInvitation, 'used_at' | 'revoked_at' | 'expires_at'>,
  now: string,
): 'open' | 'used' | 'expired' | 'revoked' {
  if (invitation.used_at !== null) return 'used';
  if (invitation.revoked_at !== null) return 'revoked';
  return invitation.expires_at <= now ? 'expired' : 'open';
}

export interface JoiningTarget extends TargetFacts {
  readonly joining: StoredJoining;
}

/** A request to join, for the person and for the unit. */
export async function loadJoining(
  ctx: Ctx,
  { requestId }: { readonly requestId: string },
): Promise<JoiningTarget | null> {
  const joining = await ctx.tx.selectFrom('joining').selectAll().where('id', '=', requestId).executeTakeFirst();
  if (joining === undefined) return null;
  return { stage: joining.state, applicantPersonId: joining.person_id, unitId: joining.unit_id, joining };
}
