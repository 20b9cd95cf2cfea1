import * as contract from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { changeUnit } from './commands/change-unit.ts';
import { listUnits } from './queries/list-units.ts';
import { readUnitEntry } from './queries/read-unit-entry.ts';
import { loadUnitEntry } from './target.ts';

export const organisationRoutes: readonly AnyRoute[] = [
  defineRoute(contract.listUnits, {
    target: 'list',
    handle: (ctx, { scope, query }) => listUnits(ctx, { ...query, scope }),
  }),
  defineRoute(contract.readUnitEntry, {
    target: loadUnitEntry,
    handle: (ctx, { target, query }) => readUnitEntry(ctx, target.entryId, query.on),
  }),
  defineRoute(contract.changeUnitEntry, {
    target: loadUnitEntry,
    handle: async (ctx, { target, body }) => {
      await changeUnit(ctx, target.entryId, body);
      return readUnitEntry(ctx, target.entryId);
    },
  }),
];
