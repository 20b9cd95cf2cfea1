import { AppError, type Invitation } from '@zhiping/contract';
import { hashToken } from '../../../http/session-cookie.ts';
import { secretText } from '../../../security/random.ts';
import { after } from '../../../time/clocks.ts';
import type { Ctx } from '../../../context.ts';
import { addRelation } from '../../account/index.ts';
import { readInvitations } from '../queries/staff.ts';
import { invitationState, type StoredInvitation } from '../target.ts';
import { beginJoining, takeIn } from './join.ts';

const VALID_MS = 7 * 24 * 60 * 60_000;

/** Makes a link for one named person, shown this once: only the hash of its secret is kept. */
export async function invite(
  ctx: Ctx,
  unitId: string,
  wanted: { readonly kind: 'staff' | 'member'; readonly name: string; readonly post: string },
): Promise<{ invitation: Invitation; link: string }> {
  const id = ctx.newId();
  const token = secretText();
  await ctx.tx
    .insertInto('unit_invitation')
    .values({
      id,
      unit_id: unitId,
      ...wanted,
      token_hash: Buffer.from(hashToken(token), 'hex'),
      invited_by: self(ctx),
      created_at: ctx.systemNow,
      expires_at: after(ctx.systemNow, VALID_MS),
      used_at: null,
      used_by: null,
      revoked_at: null,
    })
    .execute();
  await ctx.record({
    organiserId: null,
    subject: { noun: 'unit', id: unitId },
    data: { invitation: id, kind: wanted.kind },
  });
  const [invitation] = await readInvitations(ctx, unitId, id);
  if (!invitation) throw new AppError('NOT_FOUND');
  return { invitation, link: `${ctx.installation.settings.publicUrl}/app/invitations/${token}` };
}

export async function revokeInvitation(ctx: Ctx, invitation: StoredInvitation): Promise<void> {
  await ctx.tx
    .updateTable('unit_invitation')
    .set({ revoked_at: ctx.systemNow })
    .where('id', '=', invitation.id)
    .execute();
  await ctx.record({
    organiserId: null,
    subject: { noun: 'unit', id: invitation.unit_id },
    data: { revoked: invitation.id },
  });
}

/**
 * Takes the invitation up, once. Staff may act for the unit from the next request on; a person belongs to it at once where
 * the identity is confirmed, else when the unit has compared the document.
 * @throws AppError `INVITATION_OVER`, `INVITATION_OTHER_NAME`, `ALREADY_MEMBER`, `JOINING_WAITING`, `RELATION_EXISTS`
 */
export async function acceptInvitation(
  ctx: Ctx,
  invitation: StoredInvitation,
): Promise<{ outcome: 'staff' | 'member' | 'waiting'; unitName: string }> {
  if (invitationState(invitation, ctx.systemNow) !== 'open') throw new AppError('INVITATION_OVER');
  const personId = self(ctx);
  return ctx.asPlatform(async () => {
    const person = await ctx.tx
      .selectFrom('person')
      .select(['name', 'identity'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    if (person.name !== invitation.name) throw new AppError('INVITATION_OTHER_NAME');
    const { numUpdatedRows: used } = await ctx.tx
      .updateTable('unit_invitation')
      .set({ used_at: ctx.systemNow, used_by: personId })
      .where('id', '=', invitation.id)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (used !== 1n) throw new AppError('INVITATION_OVER');
    const unit = await ctx.tx
      .selectFrom('unit')
      .select('name')
      .where('id', '=', invitation.unit_id)
      .executeTakeFirstOrThrow();
    const outcome = await takeUp(ctx, invitation, personId, person.identity === 'confirmed');
    return { outcome, unitName: unit.name };
  });
}

async function takeUp(
  ctx: Ctx,
  invitation: StoredInvitation,
  personId: string,
  confirmed: boolean,
): Promise<'staff' | 'member' | 'waiting'> {
  const { unit_id: unitId, kind, post } = invitation;
  if (kind === 'staff') {
    await addRelation(ctx, personId, { relation: 'unit', subjectId: unitId });
    await ctx.record({ organiserId: null, subject: { noun: 'unit', id: unitId }, data: { staff: invitation.id } });
    return 'staff';
  }
  const joining = await beginJoining(ctx, personId, { unitId, post, employerName: '', by: 'unit' });
  if (!confirmed) return 'waiting';
  await takeIn(ctx, joining);
  return 'member';
}

function self(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
