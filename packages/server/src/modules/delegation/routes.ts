import * as contract from '@zhiping/contract';
import { AppError, DONE } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { offer } from './offer.ts';
import { listDelegations, offerOf } from './queries.ts';
import { type Delegation, take } from './take.ts';

export const delegationRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listDelegations, {
    target: 'own',
    handle: (ctx, { query }) => listDelegations(ctx, ownId(ctx), query),
  }),
  defineRoute(contract.offerDelegation, {
    target: 'own',
    perMinute: 20,
    handle: async (ctx, { body }) => {
      const { id, link } = await offer(ctx, ownId(ctx), body);
      const delegation = (await listDelegations(ctx, ownId(ctx), { limit: 5 })).items.find((one) => one.id === id);
      if (!delegation) throw new Error('a delegation was offered but is not there');
      return { delegation, link };
    },
  }),
  defineRoute(contract.endDelegation, {
    target: loadDelegation,
    handle: async (ctx, { target }) => {
      await end(ctx, target.delegation);
      return DONE;
    },
  }),
  defineRoute(contract.readDelegationOffer, {
    target: loadOffer,
    perMinute: 30,
    handle: (ctx, { target: { offer: found } }) => {
      if (found.taken_at !== null || found.ended_at !== null || found.offer_expires_at <= ctx.systemNow) {
        throw new AppError('DELEGATION_OVER');
      }
      return Promise.resolve({
        kind: found.kind,
        relation: found.relation,
        subjectName: found.subjectName,
        from: found.giverName,
        name: found.name,
        firstDay: found.first_day,
        lastDay: found.last_day,
        reason: found.reason,
        expiresAt: found.offer_expires_at,
      });
    },
  }),
  defineRoute(contract.takeDelegation, {
    target: loadOffer,
    perMinute: 30,
    handle: async (ctx, { target: { offer: found } }) => {
      const moved = await take(ctx, ownId(ctx), found.id);
      return { kind: found.kind, subjectName: found.subjectName, ...moved };
    },
  }),
];

/** Ends a delegation at once, or takes an offer back. @throws AppError `DELEGATION_ENDED` */
async function end(ctx: Ctx, delegation: Delegation): Promise<void> {
  const done = delegation.kind === 'handover' && delegation.taken_at !== null;
  if (delegation.ended_at !== null || done) throw new AppError('DELEGATION_ENDED');
  await ctx.tx
    .updateTable('delegation')
    .set({ ended_at: ctx.systemNow, ended_by: ownId(ctx) })
    .where('id', '=', delegation.id)
    .execute();
  await ctx.record({
    organiserId: delegation.organiser_id,
    subject: { noun: 'delegation', id: delegation.id },
    data: { kind: delegation.kind },
  });
}

/** A delegation is of the two people it binds. */
async function loadDelegation(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<(TargetFacts & { readonly delegation: Delegation }) | null> {
  const row = await ctx.tx.selectFrom('delegation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const { personId } = ctx.actor;
  const bound = personId !== null && (row.from_person === personId || row.to_person === personId);
  return { stage: 'any', applicantPersonId: bound ? personId : row.from_person, delegation: row };
}

type Offer = NonNullable<Awaited<ReturnType<typeof offerOf>>>;
async function loadOffer(
  ctx: Ctx,
  { token }: { readonly token: string },
): Promise<(TargetFacts & { readonly offer: Offer }) | null> {
  // Whoever holds the secret may see what it offers, before they are anything to it.
  const found = await ctx.asPlatform(() => offerOf(ctx, token));
  return found === null ? null : { stage: 'any', offer: found };
}

function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
