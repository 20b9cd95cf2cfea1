import {
  associationApprove,
  associationRefuse,
  associationReturn,
  authorityApprove,
  authorityRefuse,
  authorityReturn,
  listSealing,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication, readWorklist } from '../application/index.ts';
import { decideSeal } from './commands/decide-seal.ts';

export const authorityRoutes: readonly AnyRoute[] = [
  defineRoute(listSealing, {
    target: 'list',
    handle: (ctx, { scope, query }) => readWorklist(ctx, { scope, ...query }),
  }),
  defineRoute(authorityApprove, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'authority-approve', body),
  }),
  defineRoute(authorityReturn, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'authority-return', body),
  }),
  defineRoute(authorityRefuse, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'authority-refuse', body),
  }),
  defineRoute(associationApprove, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'association-approve', body),
  }),
  defineRoute(associationReturn, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'association-return', body),
  }),
  defineRoute(associationRefuse, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'association-refuse', body),
  }),
];
