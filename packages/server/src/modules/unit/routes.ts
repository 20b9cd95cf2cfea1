import { listUnitApplications, readAppraisal, recordAppraisal, unitAccept, unitReturn } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication, readWorklist } from '../application/index.ts';
import { recordAppraisal as record } from './commands/record-appraisal.ts';
import { acceptApplication, returnApplication } from './commands/review-application.ts';
import { readAppraisal as appraisalOf } from './queries/appraisal.ts';

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
];
