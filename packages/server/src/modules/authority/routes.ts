import {
  assignAuthority,
  associationApprove,
  associationRefuse,
  associationReturn,
  authorityApprove,
  authorityRefuse,
  authorityReturn,
  exportRoster,
  findAuthorities,
  listRoster,
  listRosterPlans,
  listSealing,
  listSealingDeadlines,
  listUnassigned,
  printEntrustLetter,
  printRoster,
  readSealing,
  redirectSeal,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication, readWorklist } from '../application/index.ts';
import { assignAuthority as assign, redirectSeal as redirect } from './commands/assign-seal.ts';
import { decideSeal } from './commands/decide-seal.ts';
import { sealingDeadlines } from './queries/deadlines.ts';
import { findAuthorities as find } from './queries/find-authorities.ts';
import { entrustLetter, excelRoster, pdfRoster } from './queries/print-roster.ts';
import { readRoster, rosterPlans } from './queries/roster.ts';
import { readSealing as sealingOf } from './queries/read-sealing.ts';

export const authorityRoutes: readonly AnyRoute[] = [
  defineRoute(listSealing, {
    target: 'list',
    handle: (ctx, { scope, query }) => readWorklist(ctx, { scope, ...query }),
  }),
  defineRoute(listSealingDeadlines, { target: 'list', handle: (ctx, { scope }) => sealingDeadlines(ctx, scope) }),
  defineRoute(readSealing, { target: loadApplication, handle: (ctx, { target }) => sealingOf(ctx, target.row) }),
  defineRoute(redirectSeal, {
    target: loadApplication,
    handle: (ctx, { params, body }) => redirect(ctx, params.id, body.version, body.reason),
  }),
  defineRoute(listUnassigned, {
    target: 'list',
    handle: (ctx, { scope, query }) => readWorklist(ctx, { scope, ...query, unassigned: true }),
  }),
  defineRoute(assignAuthority, {
    target: loadApplication,
    handle: (ctx, { params, body }) => assign(ctx, params.id, body),
  }),
  defineRoute(listRosterPlans, {
    target: 'list',
    handle: async (ctx, { scope }) => ({ items: await rosterPlans(ctx, scope) }),
  }),
  defineRoute(listRoster, {
    target: 'list',
    handle: async (ctx, { scope, query }) => {
      const { people, next } = await readRoster(ctx, { scope, ...query });
      return { items: people.map(({ line }) => line), next };
    },
  }),
  defineRoute(exportRoster, { target: 'list', handle: (ctx, { scope, body }) => excelRoster(ctx, scope, body.planId) }),
  defineRoute(printRoster, { target: 'list', handle: (ctx, { scope, body }) => pdfRoster(ctx, scope, body) }),
  defineRoute(printEntrustLetter, {
    target: 'list',
    handle: (ctx, { scope, body }) => entrustLetter(ctx, scope, body),
  }),
  defineRoute(findAuthorities, {
    target: 'none',
    handle: async (ctx, { query }) => ({ items: await find(ctx, query) }),
  }),
  defineRoute(authorityApprove, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'authority', 'approve', body),
  }),
  defineRoute(authorityReturn, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'authority', 'return', body),
  }),
  defineRoute(authorityRefuse, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'authority', 'refuse', body),
  }),
  defineRoute(associationApprove, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'association', 'approve', body),
  }),
  defineRoute(associationReturn, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'association', 'return', body),
  }),
  defineRoute(associationRefuse, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decideSeal(ctx, params.id, 'association', 'refuse', body),
  }),
];
