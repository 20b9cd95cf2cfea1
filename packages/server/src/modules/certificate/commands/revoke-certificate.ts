import { AppError, type Certificate } from '@zhiping/contract';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { assertAnotherPerson } from '../../delegation/index.ts';
import { readCertificates } from '../queries/read-certificates.ts';

interface Revoked {
  readonly certificate: Certificate;
  readonly receipt: Receipt;
}

/** First of two people: states why a certificate is to be revoked, LN-2024 五(一). Nothing changes for the holder yet. */
export async function askRevocation(ctx: Ctx, id: string, version: number, reason: string): Promise<Revoked> {
  const row = await lock(ctx, id, version);
  const open = await ctx.tx
    .selectFrom('certificate_revocation')
    .select('id')
    .where('certificate_id', '=', id)
    .where('decided_by', 'is', null)
    .executeTakeFirst();
  if (open) throw new AppError('REVOCATION_ASKED');
  await ctx.tx
    .insertInto('certificate_revocation')
    .values({
      id: ctx.newId(),
      organiser_id: row.organiser_id,
      confirmer_id: row.confirmer_id,
      certificate_id: id,
      reason,
      asked_by: actorId(ctx),
      asked_at: ctx.businessNow,
      decided_by: null,
      decided_at: null,
      agreed: null,
    })
    .execute();
  await ctx.tx
    .updateTable('certificate')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
  return done(ctx, id, row.organiser_id, row.person_id, { reason });
}

/** Second person, never the first one: agrees, and the certificate is revoked, or does not, and it stays valid. */
export async function decideRevocation(ctx: Ctx, id: string, version: number, agree: boolean): Promise<Revoked> {
  const row = await lock(ctx, id, version);
  const open = await ctx.tx
    .selectFrom('certificate_revocation')
    .selectAll()
    .where('certificate_id', '=', id)
    .where('decided_by', 'is', null)
    .executeTakeFirst();
  if (!open) throw new AppError('REVOCATION_NOT_ASKED');
  await assertAnotherPerson(ctx, open.asked_by, open.asked_at, 'REVOCATION_SAME_PERSON');
  await ctx.tx
    .updateTable('certificate_revocation')
    .set({ decided_by: actorId(ctx), decided_at: ctx.businessNow, agreed: agree })
    .where('id', '=', open.id)
    .execute();
  await ctx.tx
    .updateTable('certificate')
    .set({
      version: version + 1,
      ...(agree
        ? { state: 'revoked' as const, revoked_on: dateInShanghai(ctx.businessNow), revoke_reason: open.reason }
        : {}),
    })
    .where('id', '=', id)
    .execute();
  return done(ctx, id, row.organiser_id, row.person_id, { agree });
}

async function lock(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<{ organiser_id: string; confirmer_id: string; person_id: string }> {
  const row = await ctx.tx
    .selectFrom('certificate')
    .select(['organiser_id', 'confirmer_id', 'person_id', 'version', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND');
  if (row.version !== version || row.state !== 'valid') throw new AppError('STALE');
  return row;
}

async function done(
  ctx: Ctx,
  id: string,
  organiserId: string,
  personId: string,
  what: { reason: string } | { agree: boolean },
): Promise<Revoked> {
  const receipt = await ctx.record({
    organiserId,
    subject: { noun: 'certificate', id },
    data: 'agree' in what ? { agreed: what.agree } : {},
    ...('reason' in what ? { personal: { of: personId, values: { reason: what.reason } } } : {}),
  });
  const [certificate] = await readCertificates(ctx, (eb) => eb('id', '=', id));
  if (!certificate) throw new AppError('NOT_FOUND');
  return { certificate, receipt };
}

function actorId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
