import {
  actForExperts,
  AppError,
  castVote,
  checkIn,
  confirmVoid,
  countRound,
  createRound,
  DONE,
  getMeeting,
  getMinutes,
  getRound,
  getSupervision,
  holdKey,
  listRounds,
  openRound,
  proposeVoid,
  sealRound,
} from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { meetingTarget, readMeeting } from '../meeting/index.ts';
import { organiserTarget } from '../pool/index.ts';
import { actForExperts as act } from './commands/act-for-experts.ts';
import { castVote as cast } from './commands/cast-vote.ts';
import { countRound as count } from './commands/count-round.ts';
import { createRound as create } from './commands/create-round.ts';
import { openRound as open } from './commands/open-round.ts';
import { checkIn as attend, holdKey as hold } from './commands/prepare-round.ts';
import { sealRound as seal } from './commands/seal-round.ts';
import { confirmVoid as confirm, proposeVoid as propose } from './commands/void-round.ts';
import { readMinutes } from './queries/read-minutes.ts';
import { listRounds as list, readRound, roundsOf } from './queries/read-round.ts';
import { readSupervision } from './queries/supervision.ts';
import { roundTarget } from './target.ts';

/** A time and a name per vote would help to link; the hashes of all envelopes are recorded together at sealing. */
const NO_TIME_PER_VOTE = 'votes are recorded together when the round is sealed, never one by one';

export const ballotRoutes: readonly AnyRoute[] = [
  defineRoute(getMeeting, {
    target: meetingTarget,
    handle: async (ctx, { target }) => ({
      ...(await readMeeting(ctx, target)),
      rounds: await roundsOf(ctx, target.meetingId),
    }),
  }),
  defineRoute(createRound, { target: meetingTarget, handle: (ctx, { target }) => create(ctx, target) }),
  defineRoute(getRound, { target: roundTarget, handle: (ctx, { target }) => readRound(ctx, target) }),
  defineRoute(listRounds, { target: 'list', handle: async (ctx, { scope }) => ({ rounds: await list(ctx, scope) }) }),
  defineRoute(holdKey, {
    target: roundTarget,
    handle: (ctx, { target, params, body }) => hold(ctx, target, params.holder, body.publicKey),
  }),
  defineRoute(checkIn, { target: roundTarget, handle: (ctx, { target }) => attend(ctx, target, callerOf(ctx)) }),
  defineRoute(openRound, { target: roundTarget, handle: (ctx, { target }) => open(ctx, target) }),
  defineRoute(castVote, {
    target: roundTarget,
    role: 'expert',
    noEvent: NO_TIME_PER_VOTE,
    handle: async (ctx, { target, body }) => {
      await cast(ctx, target, callerOf(ctx), body.sealed);
      return DONE;
    },
  }),
  defineRoute(sealRound, {
    target: roundTarget,
    handle: (ctx, { target, body }) => seal(ctx, target, body.handedShare),
  }),
  defineRoute(countRound, { target: roundTarget, handle: (ctx, { target, body }) => count(ctx, target, body) }),
  defineRoute(proposeVoid, {
    target: roundTarget,
    handle: (ctx, { target, body }) => propose(ctx, target, body.reason),
  }),
  defineRoute(confirmVoid, { target: roundTarget, handle: (ctx, { target }) => confirm(ctx, target) }),
  defineRoute(getMinutes, { target: meetingTarget, handle: (ctx, { target }) => readMinutes(ctx, target) }),
  defineRoute(getSupervision, {
    target: organiserTarget,
    handle: (ctx, { params }) => readSupervision(ctx, params.organiserId),
  }),
  defineRoute(actForExperts, {
    target: meetingTarget,
    handle: async (ctx, { target, body }) => {
      const acted = await act(ctx, target, body.step, body.choice);
      if (ctx.recorded() === 0) {
        await ctx.record({
          organiserId: target.organiserId,
          subject: { noun: 'meeting', id: target.meetingId },
          data: { step: body.step, acted },
        });
      }
      return { acted };
    },
  }),
];

/** Behind the relation `expert` there is always a person. */
function callerOf(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
