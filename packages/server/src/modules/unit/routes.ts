import {
  listUnitCandidates,
  listUnitApplications,
  rankCandidates,
  readCandidateFacts,
  readAppraisal,
  recordAppraisal,
  unitAccept,
  unitReturn,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication, readWorklist } from '../application/index.ts';
import { loadUnit } from '../membership/index.ts';
import { rankCandidates as rank } from './commands/rank-candidates.ts';
import { recordAppraisal as record } from './commands/record-appraisal.ts';
import { acceptApplication, returnApplication } from './commands/review-application.ts';
import { readAppraisal as appraisalOf } from './queries/appraisal.ts';
import { factsOfCandidates, readCandidates } from './queries/candidates.ts';

export const unitRoutes: readonly AnyRoute[] = [
  defineRoute(listUnitApplications, {
    target: 'list',
    handle: (ctx, { scope, query }) => readWorklist(ctx, { scope, ...query }),
  }),
  defineRoute(unitAccept, {
    target: loadApplication,
    handle: (ctx, { target, body }) => acceptApplication(ctx, target.row, body.version),
  }),
  defineRoute(unitReturn, {
    target: loadApplication,
    handle: (ctx, { target, body }) => returnApplication(ctx, target.row, body.version, body.items),
  }),
  defineRoute(readAppraisal, {
    target: loadApplication,
    handle: async (ctx, { params }) => ({ appraisal: await appraisalOf(ctx, params.id) }),
  }),
  defineRoute(recordAppraisal, {
    target: loadApplication,
    handle: (ctx, { target, body }) => record(ctx, target.row, body.version, body.appraisal),
  }),
  defineRoute(listUnitCandidates, {
    target: loadUnit,
    handle: (ctx, { params }) => readCandidates(ctx, params.unitId),
  }),
  defineRoute(readCandidateFacts, {
    target: loadUnit,
    handle: async (ctx, { params, query }) => ({
      items: await factsOfCandidates(ctx, params.unitId, query.of.split(',')),
    }),
  }),
  defineRoute(rankCandidates, {
    target: loadUnit,
    handle: async (ctx, { params, body }) => {
      const { decided, ...ranked } = await rank(ctx, params.unitId, body);
      return { ...ranked, decided: [...decided] };
    },
  }),
];
