import {
  AppError,
  concludeResult,
  confirmResults,
  downloadResultNotice,
  downloadResultSlip,
  holdResult,
  listConfirmations,
  listResults,
  publishResult,
  readResult,
  readResultSlip,
  refuseConfirmation,
  releaseResult,
} from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { type ApplicationTarget, loadApplication } from '../application/index.ts';
import { meetingTarget } from '../meeting/index.ts';
import { printNotice } from '../publicity/index.ts';
import { concludeResult as conclude } from './commands/conclude-result.ts';
import { confirmResults as confirm } from './commands/confirm-results.ts';
import { holdResult as hold, releaseResult as release } from './commands/hold-result.ts';
import { publishResult as publish } from './commands/publish-result.ts';
import { refuseConfirmation as refuse } from './commands/refuse-confirmation.ts';
import { listConfirmations as confirmations, listResults as results } from './queries/list-results.ts';
import { mustResultPublicity, readMeetingResult } from './queries/read-result.ts';
import { printSlip, readSlip } from './queries/read-slip.ts';

/** A result that is not published yet is not there for its applicant. */
async function publishedResult(ctx: Ctx, params: { readonly id: string }): Promise<ApplicationTarget | null> {
  const target = await loadApplication(ctx, params);
  if (target === null) return null;
  const unpublished = target.stage === 'result-publicity' && target.row.state.period === null;
  return unpublished ? { ...target, stage: 'in-meeting' } : target;
}

export const resultRoutes: readonly AnyRoute[] = [
  defineRoute(listResults, {
    target: 'list',
    handle: async (ctx, { scope }) => ({ items: await results(ctx, scope) }),
  }),
  defineRoute(readResult, { target: meetingTarget, handle: (ctx, { target }) => readMeetingResult(ctx, target) }),
  defineRoute(publishResult, {
    target: meetingTarget,
    handle: async (ctx, { target, body }) => {
      const { publicity, people, receipt } = await publish(ctx, target, body);
      return { token: publicity.token, lastDay: publicity.last_day, people, receipt };
    },
  }),
  defineRoute(downloadResultNotice, {
    target: meetingTarget,
    handle: async (ctx, { target }) => printNotice(await mustResultPublicity(ctx, target.meetingId)),
  }),
  defineRoute(holdResult, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => ({ receipt: await hold(ctx, params.id, body.reason) }),
  }),
  defineRoute(releaseResult, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => ({ receipt: await release(ctx, params.id, body.reason) }),
  }),
  defineRoute(concludeResult, {
    target: meetingTarget,
    handle: async (ctx, { target, body }) => {
      const publicity = await mustResultPublicity(ctx, target.meetingId);
      if (publicity.version !== body.version) throw new AppError('STALE');
      return conclude(ctx, publicity);
    },
  }),
  defineRoute(listConfirmations, {
    target: 'list',
    handle: async (ctx, { scope }) => ({ items: await confirmations(ctx, scope) }),
  }),
  defineRoute(confirmResults, {
    target: 'list',
    handle: (ctx, { body }) => confirm(ctx, body.applicationIds, body.approvalNumber),
  }),
  defineRoute(refuseConfirmation, {
    target: loadApplication,
    handle: async (ctx, { target, body }) => ({ receipt: await refuse(ctx, target, body.reason) }),
  }),
  defineRoute(readResultSlip, { target: publishedResult, handle: (ctx, { target }) => readSlip(ctx, target.row) }),
  defineRoute(downloadResultSlip, { target: publishedResult, handle: (ctx, { target }) => printSlip(ctx, target.row) }),
];
