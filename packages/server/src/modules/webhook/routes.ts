import * as contract from '@zhiping/contract';
import { AppError, DONE } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { createWebhook, endWebhook, resend } from './commands.ts';
import { listDeliveries, listWebhooks } from './queries.ts';

export const webhookRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listWebhooks, {
    target: 'own',
    handle: (ctx, { query }) => listWebhooks(ctx, ownId(ctx), query),
  }),
  defineRoute(contract.createWebhook, {
    target: 'own',
    perMinute: 20,
    handle: async (ctx, { body }) => {
      const { id, secret } = await createWebhook(ctx, ownId(ctx), body);
      const webhook = (await listWebhooks(ctx, ownId(ctx), { limit: 20 })).items.find((one) => one.id === id);
      if (!webhook) throw new Error('a webhook was made but is not there');
      return { webhook, secret };
    },
  }),
  defineRoute(contract.endWebhook, {
    target: loadWebhook,
    handle: async (ctx, { params }) => {
      await endWebhook(ctx, params.webhookId, ownId(ctx));
      return DONE;
    },
  }),
  defineRoute(contract.listWebhookDeliveries, {
    target: loadWebhook,
    handle: (ctx, { params, query }) => listDeliveries(ctx, params.webhookId, query),
  }),
  defineRoute(contract.resendWebhookDelivery, {
    target: loadWebhook,
    handle: async (ctx, { params }) => {
      await resend(ctx, params.webhookId, params.deliveryId);
      return DONE;
    },
  }),
];

/** A webhook is its maker's. */
async function loadWebhook(ctx: Ctx, { webhookId }: { readonly webhookId: string }): Promise<TargetFacts | null> {
  const row = await ctx.tx.selectFrom('webhook').select('person_id').where('id', '=', webhookId).executeTakeFirst();
  return row === undefined ? null : { stage: 'any', applicantPersonId: row.person_id };
}

function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
