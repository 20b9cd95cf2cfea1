import {
  AppError,
  DONE,
  freezePackets,
  getPacket,
  getPacketFile,
  getScores,
  listPackets,
  recuseFromPacket,
  saveScore,
  signOpinion,
  writeOpinion,
} from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { openFile } from '../../files/index.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { meetingTarget, recuse } from '../meeting/index.ts';
import { freezePackets as freeze } from './commands/freeze-packets.ts';
import { signOpinion as sign, writeOpinion as write } from './commands/opinion.ts';
import { saveScore as save } from './commands/save-score.ts';
import { listPackets as list, packetFile, readPacket } from './queries/read-packet.ts';
import { scoreSummaries } from './queries/score-summary.ts';
import { packetTarget } from './target.ts';

export const packetRoutes: readonly AnyRoute[] = [
  defineRoute(freezePackets, { target: meetingTarget, handle: (ctx, { target }) => freeze(ctx, target) }),
  defineRoute(listPackets, {
    target: 'list',
    handle: async (ctx) => ({ packets: await list(ctx, callerOf(ctx)) }),
  }),
  defineRoute(getPacket, {
    target: packetTarget,
    role: 'expert',
    handle: (ctx, { target }) => readPacket(ctx, target, callerOf(ctx)),
  }),
  defineRoute(getPacketFile, {
    target: packetTarget,
    role: 'expert',
    handle: async (ctx, { target, params }) => {
      const file = await packetFile(ctx, target.packetId, params.fileId);
      if (!file) throw new AppError('NOT_FOUND');
      const { content, mediaType } = await openFile(ctx, file.blobId);
      return { fileName: file.name, mediaType, content, disposition: 'inline' };
    },
  }),
  defineRoute(recuseFromPacket, {
    target: packetTarget,
    handle: async (ctx, { target, body }) => {
      await recuse(ctx, { ...target, personId: callerOf(ctx) }, target.packetId, body.reason);
      return DONE;
    },
  }),
  defineRoute(saveScore, {
    target: packetTarget,
    role: 'expert',
    handle: (ctx, { target, params, body }) => save(ctx, target, callerOf(ctx), params.kind, body),
  }),
  defineRoute(writeOpinion, {
    target: packetTarget,
    role: 'expert',
    handle: (ctx, { target, body }) => write(ctx, target, callerOf(ctx), body),
  }),
  defineRoute(signOpinion, {
    target: packetTarget,
    role: 'expert',
    handle: (ctx, { target, body }) => sign(ctx, target, callerOf(ctx), body.version),
  }),
  defineRoute(getScores, {
    target: meetingTarget,
    handle: async (ctx, { target }) => ({ packets: await ctx.asPlatform(() => scoreSummaries(ctx, target)) }),
  }),
];

/** Behind the relation `expert` there is always a person. */
function callerOf(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
