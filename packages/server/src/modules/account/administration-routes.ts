import * as contract from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { addAssociation, addAuthority, addOrganiser, addUnit } from './commands/add-organisation.ts';
import { endRelation, grantRelation } from './commands/change-relations.ts';
import { createAccount } from './commands/create-account.ts';
import { resetPassword, resetSecondFactor, unlockAccount } from './commands/reset-password.ts';
import { listAccounts } from './queries/list-accounts.ts';
import { listOrganisations } from './queries/list-organisations.ts';

/** Accounts are nobody's but the platform's: row level security lets administrators through by permission only. */
export const administrationRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listAccounts, {
    target: 'none',
    handle: (ctx, { query }) => ctx.asPlatform(() => listAccounts(ctx, query)),
  }),
  defineRoute(contract.createAccount, {
    target: 'none',
    handle: (ctx, { body }) => ctx.asPlatform(() => createAccount(ctx, body)),
  }),
  defineRoute(contract.grantRelation, {
    target: 'none',
    handle: async (ctx, { params, body }) => {
      await ctx.asPlatform(() => grantRelation(ctx, params.personId, body));
      return contract.DONE;
    },
  }),
  defineRoute(contract.endRelation, {
    target: 'none',
    handle: async (ctx, { params }) => {
      await ctx.asPlatform(() => endRelation(ctx, params.personId, params.relationId));
      return contract.DONE;
    },
  }),
  defineRoute(contract.resetPassword, {
    target: 'none',
    handle: (ctx, { params }) => ctx.asPlatform(() => resetPassword(ctx, params.personId)),
  }),
  defineRoute(contract.resetSecondFactor, {
    target: 'none',
    handle: async (ctx, { params }) => {
      await ctx.asPlatform(() => resetSecondFactor(ctx, params.personId));
      return contract.DONE;
    },
  }),
  defineRoute(contract.unlockAccount, {
    target: 'none',
    handle: async (ctx, { params }) => {
      await ctx.asPlatform(() => unlockAccount(ctx, params.personId));
      return contract.DONE;
    },
  }),
  defineRoute(contract.listOrganisations, {
    target: 'none',
    handle: async (ctx) => ({ items: await listOrganisations(ctx) }),
  }),
  defineRoute(contract.addUnit, {
    target: 'none',
    handle: async (ctx, { body }) => {
      const { creditCode, authorityId, associationId, ...unit } = body;
      const row = { ...unit, credit_code: creditCode, authority_id: authorityId, association_id: associationId };
      return { id: await ctx.asPlatform(() => addUnit(ctx, row)) };
    },
  }),
  defineRoute(contract.addAuthority, {
    target: 'none',
    handle: async (ctx, { body }) => ({ id: await ctx.asPlatform(() => addAuthority(ctx, body)) }),
  }),
  defineRoute(contract.addAssociation, {
    target: 'none',
    handle: async (ctx, { body }) => ({ id: await ctx.asPlatform(() => addAssociation(ctx, body)) }),
  }),
  defineRoute(contract.addOrganiser, {
    target: 'none',
    handle: async (ctx, { body }) => ({ id: await ctx.asPlatform(() => addOrganiser(ctx, body)) }),
  }),
];
