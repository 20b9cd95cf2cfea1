import {
  AppError,
  concludeUnitPublicity,
  DONE,
  downloadUnitNotice,
  downloadUnitProof,
  invalidateUnitPublicity,
  listUnitPublicities,
  proveUnitPublicity,
  readApplicationPublicity,
  removeUnitProof,
  startPublicity,
} from '@zhiping/contract';
import { openFile } from '../../files/index.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import {
  concludeUnitPublicity as conclude,
  invalidateUnitPublicity as invalidate,
} from './commands/close-unit-publicity.ts';
import { provePublicity, removeProof } from './commands/prove-publicity.ts';
import { startUnitPublicity } from './commands/start-unit-publicity.ts';
import { printNotice } from './queries/print-notice.ts';
import {
  listUnitPublicities as lines,
  proofsOf,
  readApplicationPublicity as read,
  unitPublicityView,
} from './queries/read-unit-publicity.ts';
import { publicityById } from './target.ts';

/** What the unit does with its publicities, and the office with those that are not in order. */
export const unitPublicityRoutes: readonly AnyRoute[] = [
  defineRoute(listUnitPublicities, {
    target: 'list',
    handle: (ctx, { scope, query }) => lines(ctx, scope, query),
  }),
  defineRoute(readApplicationPublicity, {
    target: loadApplication,
    handle: (ctx, { target }) => read(ctx, target.row),
  }),
  defineRoute(startPublicity, {
    target: loadApplication,
    handle: async (ctx, { target, body }) => {
      const { publicity, receipt } = await startUnitPublicity(ctx, target.row, body);
      return { publicity: await unitPublicityView(ctx, publicity), receipt };
    },
  }),
  defineRoute(proveUnitPublicity, {
    target: publicityById,
    handle: async (ctx, { target, body, http }) => {
      await provePublicity(ctx, target.row, { kind: body.kind, takenOn: body.takenOn ?? null }, http.file);
      return DONE;
    },
  }),
  defineRoute(removeUnitProof, {
    target: publicityById,
    handle: async (ctx, { target, params }) => {
      await removeProof(ctx, target.row, params.proofId);
      return DONE;
    },
  }),
  defineRoute(downloadUnitNotice, { target: publicityById, handle: (_ctx, { target }) => printNotice(target.row) }),
  defineRoute(downloadUnitProof, {
    target: publicityById,
    handle: async (ctx, { target, params }) => {
      const proof = (await proofsOf(ctx, target.row.id)).find(({ id }) => id === params.proofId);
      if (proof === undefined) throw new AppError('NOT_FOUND');
      const file = await openFile(ctx, proof.file_id);
      return { ...file, fileName: `公示证明-${target.row.number}`, disposition: 'inline' };
    },
  }),
  defineRoute(concludeUnitPublicity, {
    target: publicityById,
    handle: async (ctx, { target, body }) => {
      const { publicity, receipt } = await conclude(ctx, target.row, body.version);
      return { publicity: await unitPublicityView(ctx, publicity), receipt };
    },
  }),
  defineRoute(invalidateUnitPublicity, {
    target: publicityById,
    handle: async (ctx, { target, body }) => {
      const { publicity, receipt } = await invalidate(ctx, target.row, body.version, body.reason);
      return { publicity: await unitPublicityView(ctx, publicity), receipt };
    },
  }),
];
