import {
  appoint,
  assessAppointment,
  endAppointment,
  listAppointments,
  listSelfAppointments,
  readCasePost,
  readPosts,
  recordCasePost,
  selfAppoint,
  setPostQuota,
} from '@zhiping/contract';
import type { PlanLevel } from '@zhiping/core';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { linkedPosts, loadApplication, recordedPost } from '../application/index.ts';
import { appoint as appointOne, assessAppointment as assess, endAppointment as end } from './commands/appoint.ts';
import {
  recordCasePost as recordPost,
  selfAppoint as appointSelf,
  setPostQuota as setQuota,
} from './commands/record-posts.ts';
import {
  listAppointments as appointmentsOf,
  listSelfAppointments as selfAppointmentsOf,
} from './queries/list-appointments.ts';
import { postsAt, readPosts as postsOf } from './queries/read-posts.ts';
import { loadUnit } from './target.ts';

export const postRoutes: readonly AnyRoute[] = [
  defineRoute(readPosts, { target: loadUnit, handle: (ctx, { params }) => postsOf(ctx, params.unitId) }),
  defineRoute(setPostQuota, {
    target: loadUnit,
    handle: (ctx, { params, body }) => setQuota(ctx, params.unitId, params.grade, body.quota),
  }),
  defineRoute(listAppointments, {
    target: loadUnit,
    handle: (ctx, { params, query }) => appointmentsOf(ctx, params.unitId, query),
  }),
  defineRoute(appoint, {
    target: loadUnit,
    handle: (ctx, { params, body }) => appointOne(ctx, params.unitId, body),
  }),
  defineRoute(endAppointment, {
    target: loadUnit,
    handle: (ctx, { params, body }) => end(ctx, params.unitId, params.id, body),
  }),
  defineRoute(assessAppointment, {
    target: loadUnit,
    handle: (ctx, { params, body }) => assess(ctx, params.unitId, params, body),
  }),
  defineRoute(listSelfAppointments, {
    target: loadUnit,
    handle: (ctx, { params, query }) => selfAppointmentsOf(ctx, params.unitId, query),
  }),
  defineRoute(selfAppoint, { target: loadUnit, handle: (ctx, { target, body }) => appointSelf(ctx, target, body) }),
  defineRoute(readCasePost, {
    target: loadApplication,
    handle: async (ctx, { target: { row } }) => {
      const linked = await linkedPosts(ctx, row);
      return {
        needed: linked !== null,
        label: linked?.label ?? null,
        // Past row level security: how many posts a unit has says nothing about a person.
        posts: await ctx.asPlatform(() => postsAt(ctx, row.unit_id, row.level as PlanLevel, row.id)),
        recorded: await recordedPost(ctx, row.id),
      };
    },
  }),
  defineRoute(recordCasePost, {
    target: loadApplication,
    handle: (ctx, { target, body }) => recordPost(ctx, target.row, body),
  }),
];
