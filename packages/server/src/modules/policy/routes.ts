import {
  AppError,
  approvePolicy,
  attachOfficialText,
  checkPolicyVersion,
  draftCalendar,
  draftReadings,
  getLatestPolicy,
  getOfficialText,
  getPolicyByHash,
  getPolicyVersion,
  getSimulation,
  getVersionEffect,
  listCalendars,
  listCalendarVersions,
  listLibrary,
  listPackVersions,
  listPolicies,
  listPolicyDrafts,
  listPolicyVersions,
  removeOfficialText,
  searchPolicies,
  startSimulation,
  tryReadings,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { approvePolicy as approve } from './commands/approve-policy.ts';
import { attachOfficialText as attach, removeOfficialText as remove } from './commands/attach-official-text.ts';
import { draftCalendar as draftYear } from './commands/draft-calendar.ts';
import { draftReadings as draft } from './commands/draft-readings.ts';
import { orderSimulation } from './commands/simulate-version.ts';
import { calendarVersions, readCalendars } from './queries/calendars.ts';
import { checkVersion, tryReadings as trial, versionEffect } from './queries/check-version.ts';
import { listLibrary as library } from './queries/library.ts';
import { readOfficialText } from './queries/official-text.ts';
import { listAll, listDrafts, listPublished, listVersions } from './queries/read-policy.ts';
import { searchPolicies as search } from './queries/search.ts';
import { simulationTarget } from './queries/simulation.ts';
import { calendarTarget, type PolicyTarget, policyTarget } from './target.ts';

const whole = async (_ctx: unknown, { target }: { readonly target: PolicyTarget }) => target.policy;

export const policyRoutes: readonly AnyRoute[] = [
  defineRoute(listPolicies, { target: 'none', handle: async (ctx) => ({ items: [...(await listPublished(ctx))] }) }),
  defineRoute(getLatestPolicy, { target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }), handle: whole }),
  defineRoute(getPolicyVersion, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: whole,
  }),
  defineRoute(getPolicyByHash, { target: (ctx, { hash }) => policyTarget(ctx, { by: 'hash', hash }), handle: whole }),
  defineRoute(listPolicyDrafts, { target: 'list', handle: async (ctx) => ({ items: [...(await listDrafts(ctx))] }) }),
  defineRoute(approvePolicy, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: async (ctx, { target, body }) => ({
      published: await approve(ctx, target.policy, ctx.actor.personId ?? '', body.hash),
    }),
  }),
  defineRoute(listLibrary, { target: 'none', handle: async (ctx) => ({ items: [...(await library(ctx))] }) }),
  defineRoute(listPolicyVersions, {
    target: 'none',
    handle: async (ctx, { params }) => ({ items: [...(await listVersions(ctx, params.pack))] }),
  }),
  defineRoute(searchPolicies, { target: 'none', handle: (ctx, { query }) => search(ctx, query) }),
  defineRoute(getOfficialText, {
    target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }),
    handle: (ctx, { params }) => readOfficialText(ctx, params.pack),
  }),
  defineRoute(attachOfficialText, {
    target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }),
    handle: (ctx, { target, body }) => attach(ctx, target.policy, body.text),
  }),
  defineRoute(removeOfficialText, {
    target: (ctx, { pack }) => policyTarget(ctx, { by: 'latest', pack }),
    handle: async (ctx, { target }) => ({ removed: await remove(ctx, target.policy) }),
  }),
  defineRoute(listPackVersions, { target: 'list', handle: async (ctx) => ({ items: [...(await listAll(ctx))] }) }),
  defineRoute(checkPolicyVersion, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: (ctx, { target }) => checkVersion(ctx, target.policy),
  }),
  defineRoute(tryReadings, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    noEvent: '只看影响，不改变任何版本',
    handle: (ctx, { target, body }) => trial(ctx, target.policy, body.choices),
  }),
  defineRoute(draftReadings, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: async (ctx, { target, body }) => {
      const drafted = await draft(ctx, target.policy, body.choices);
      return drafted.isNew ? drafted : new AppError('POLICY_ALREADY_THERE', { details: { number: drafted.number } });
    },
  }),
  defineRoute(getVersionEffect, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: (ctx, { target }) => versionEffect(ctx, target.policy),
  }),
  defineRoute(startSimulation, {
    target: (ctx, { pack, number }) => policyTarget(ctx, { by: 'number', pack, number }),
    handle: async (ctx, { target, body }) => ({ id: await orderSimulation(ctx, target.policy, body) }),
  }),
  defineRoute(listCalendars, { target: calendarTarget, handle: readCalendars }),
  defineRoute(listCalendarVersions, {
    target: calendarTarget,
    handle: async (ctx, { params }) => ({ items: await calendarVersions(ctx, params.year) }),
  }),
  defineRoute(draftCalendar, {
    target: calendarTarget,
    handle: (ctx, { params, body }) => {
      if (body.calendar.year !== params.year) throw new AppError('BAD_REQUEST');
      return draftYear(ctx, body.calendar, ctx.actor.personId ?? '', body.reason);
    },
  }),
  defineRoute(getSimulation, {
    target: (ctx, { id }) => simulationTarget(ctx, id),
    handle: async (_ctx, { target }) => target.simulation,
  }),
];
