import {
  abandonDraw,
  admitCases,
  announceDraw,
  answerSeat,
  AppError,
  commitDraw,
  completeDraw,
  createMeeting,
  DONE,
  getPublicDraw,
  getTranscript,
  leaveSeat,
  listCandidates,
  listMeetings,
  listMySeats,
  listPublicDraws,
  nameForDefence,
  nextDraw,
  recheckDefences,
  recordDefence,
  revealDraw,
  scheduleDefences,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { dateInShanghai } from '../../time/clocks.ts';
import { organiserTarget } from '../pool/index.ts';
import { admitCases as admit } from './commands/admit-cases.ts';
import { announceDraw as announce, nextDrawNumber } from './commands/announce-draw.ts';
import { answerSeat as answer, leaveSeat as leave } from './commands/answer-seat.ts';
import {
  abandonDraw as abandon,
  commitDraw as commit,
  completeDraw as complete,
  revealDraw as reveal,
} from './commands/complete-draw.ts';
import { createMeeting as create } from './commands/create-meeting.ts';
import { recordDefence as recordPresence, scheduleDefences as schedule } from './commands/defences.ts';
import { nameForDefence as name } from './commands/name-for-defence.ts';
import { recheckDefences as recheck } from './commands/recheck-defences.ts';
import { assertDrawable, drawGround, eligible } from './commands/prepare-draw.ts';
import { candidates } from './queries/candidates.ts';
import { listMeetings as list, listMySeats as mySeats } from './queries/list-meetings.ts';
import { publicDraws, transcriptText } from './queries/public-draws.ts';
import { drawTarget, meetingTarget, seatTarget } from './target.ts';

export const meetingRoutes: readonly AnyRoute[] = [
  defineRoute(listMeetings, {
    target: 'list',
    handle: async (ctx, { scope }) => ({ meetings: await list(ctx, scope) }),
  }),
  defineRoute(createMeeting, {
    target: organiserTarget,
    handle: (ctx, { params, body }) => create(ctx, params.organiserId, body),
  }),
  defineRoute(listCandidates, {
    target: meetingTarget,
    handle: async (ctx, { target }) => ({ candidates: await candidates(ctx, target) }),
  }),
  defineRoute(admitCases, {
    target: meetingTarget,
    handle: async (ctx, { target, body }) => ({ admitted: await admit(ctx, target, body.applicationIds) }),
  }),
  defineRoute(nextDraw, {
    target: meetingTarget,
    handle: async (ctx, { target }) => {
      const ground = await drawGround(ctx, target);
      const free = eligible(ground, { heldOn: target.heldOn, levels: ground.levels });
      const bySpecialty = Map.groupBy(free, ({ specialty }) => specialty);
      return {
        number: await nextDrawNumber(ctx, target),
        seats: target.members - 1,
        pool: ground.pool.length,
        eligible: free.length,
        recused: ground.recused.map(({ member, kinds }) => ({ name: member.name, kinds: [...kinds] })),
        specialties: [...bySpecialty].map(([specialty, group]) => ({ specialty, eligible: group.length })),
        obstacle: obstacleOf(() => assertDrawable(target, ground, dateInShanghai(ctx.businessNow))),
      };
    },
  }),
  defineRoute(announceDraw, {
    target: meetingTarget,
    handle: (ctx, { target, body }) => announce(ctx, target, body),
  }),
  defineRoute(commitDraw, {
    target: drawTarget,
    handle: (ctx, { target, body }) => commit(ctx, target, body.supervisorCommitment),
  }),
  defineRoute(revealDraw, {
    target: drawTarget,
    handle: (ctx, { target, body }) => reveal(ctx, target, body.secret),
  }),
  defineRoute(completeDraw, { target: drawTarget, handle: (ctx, { target, body }) => complete(ctx, target, body) }),
  defineRoute(abandonDraw, {
    target: drawTarget,
    handle: (ctx, { target, body }) => abandon(ctx, target, body.reason),
  }),
  defineRoute(listPublicDraws, { target: 'none', handle: async (ctx) => ({ draws: await publicDraws(ctx) }) }),
  defineRoute(getPublicDraw, {
    target: drawTarget,
    handle: async (ctx, { params }) => {
      const [draw] = await publicDraws(ctx, params.id);
      if (!draw) throw new AppError('NOT_FOUND');
      return draw;
    },
  }),
  defineRoute(getTranscript, {
    target: drawTarget,
    handle: async (ctx, { params }) => {
      const text = await transcriptText(ctx, params.id);
      if (text === null) throw new AppError('NOT_FOUND');
      return { fileName: `抽取记录-${params.id}.json`, mediaType: 'application/json', content: Buffer.from(text) };
    },
  }),
  defineRoute(scheduleDefences, {
    target: meetingTarget,
    handle: async (ctx, { target, body }) => {
      await schedule(ctx, target, body.defences);
      return DONE;
    },
  }),
  defineRoute(nameForDefence, {
    target: meetingTarget,
    handle: (ctx, { target, params, body }) => name(ctx, target, { applicationId: params.applicationId, ...body }),
  }),
  defineRoute(recheckDefences, {
    target: meetingTarget,
    handle: async (ctx, { target }) => ({ changed: await recheck(ctx, target) }),
  }),
  defineRoute(recordDefence, {
    target: meetingTarget,
    handle: (ctx, { target, params, body }) => recordPresence(ctx, target, params.applicationId, body.present),
  }),
  defineRoute(listMySeats, {
    target: 'list',
    handle: async (ctx, { scope }) => ({ seats: await mySeats(ctx, scope) }),
  }),
  defineRoute(answerSeat, { target: seatTarget, handle: (ctx, { target, body }) => answer(ctx, target, body) }),
  defineRoute(leaveSeat, {
    target: seatTarget,
    handle: async (ctx, { target, body }) => {
      await leave(ctx, target, body);
      return DONE;
    },
  }),
];

/** The Chinese words of a refusal, for a page that shows it before anybody tries. */
function obstacleOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
