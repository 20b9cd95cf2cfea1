import * as contract from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { dateInShanghai } from '../../time/clocks.ts';
import { changeCode, importCodes } from './commands/change-codes.ts';
import { codeHistory, codeOn, listCodes, listImports } from './queries/codes.ts';
import { codeTableTarget } from './target.ts';

export const codeRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listCodes, {
    target: codeTableTarget,
    handle: (ctx, { params, query }) => listCodes(ctx, { ...query, table: params.table }),
  }),
  defineRoute(contract.readCode, {
    target: codeTableTarget,
    handle: async (ctx, { params: { table }, query: { code, on = dateInShanghai(ctx.businessNow) } }) => {
      const entry = await codeOn(ctx, table, code, on);
      const next = entry?.successorCode ?? null;
      return {
        entry,
        successor: next === null ? null : await codeOn(ctx, table, next, on),
        history: await codeHistory(ctx, table, code),
      };
    },
  }),
  defineRoute(contract.changeCode, {
    target: codeTableTarget,
    handle: async (ctx, { params: { table }, body: { source, reason, ...line } }) => {
      await changeCode(ctx, table, line, { source, reason });
      return { history: await codeHistory(ctx, table, line.code) };
    },
  }),
  defineRoute(contract.importCodes, {
    target: codeTableTarget,
    handle: (ctx, { params, body }) => importCodes(ctx, params.table, body),
  }),
  defineRoute(contract.listCodeImports, {
    target: codeTableTarget,
    handle: (ctx, { params, query }) => listImports(ctx, { ...query, table: params.table }),
  }),
];
