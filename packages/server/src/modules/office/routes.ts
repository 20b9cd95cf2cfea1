import {
  AppError,
  approveStampedPage,
  cancelApplication,
  DONE,
  downloadCorrectionNotice,
  downloadSubmittedFile,
  listCatalogueMisses,
  listOfficeWork,
  officePass,
  officeRefuse,
  officeReturn,
  openCheck,
  readCheck,
  readOfficeBoard,
  readSubmission,
  receivePaper,
  returnStampedPage,
  saveCheckItems,
  saveOfficeJudgement,
  unlockSubmission,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { describeApplication, loadApplication, readWorklist } from '../application/index.ts';
import { refuseIncompletePaper } from '../paper/index.ts';
import { decide } from './commands/decide.ts';
import { passCheck, returnCheck } from './commands/decide-check.ts';
import { saveCheckItems as save } from './commands/save-check-items.ts';
import { reviewedView, saveJudgement } from './judgements.ts';
import { catalogueMisses, loadRunPlan } from './queries/catalogue-misses.ts';
import { printCorrectionNotice } from './queries/print-notice.ts';
import { readBoard } from './queries/read-board.ts';
import { openSubmittedFile } from './queries/open-submitted-file.ts';
import { noteCaseAccess } from '../privacy/index.ts';
import { readCheck as read } from './queries/read-check.ts';
import { currentSubmission, findSubmission, rulesOf } from './submission.ts';

export const officeRoutes: readonly AnyRoute[] = [
  defineRoute(listOfficeWork, {
    target: 'list',
    handle: (ctx, { scope, query: { stage, ...asked } }) =>
      readWorklist(ctx, {
        scope,
        ...asked,
        ...(stage === undefined ? {} : { stages: [stage] }),
      }),
  }),
  defineRoute(listCatalogueMisses, {
    target: loadRunPlan,
    handle: (ctx, { target, query }) => catalogueMisses(ctx, target.plan, query),
  }),
  defineRoute(readOfficeBoard, { target: 'list', handle: (ctx, { scope }) => readBoard(ctx, scope) }),
  defineRoute(readCheck, {
    target: loadApplication,
    handle: async (ctx, { target }) => {
      await noteCaseAccess(ctx, target.row);
      return read(ctx, target);
    },
  }),
  defineRoute(readSubmission, {
    target: loadApplication,
    handle: async (ctx, { target }) => {
      const line = await describeApplication(ctx, target.row);
      if (!line) throw new AppError('NOT_FOUND');
      const submission = await findSubmission(ctx, target.row.id);
      const { labels } = await rulesOf(ctx, target.row);
      return { line, submission, overstated: labels['self-score'] };
    },
  }),
  defineRoute(downloadSubmittedFile, {
    target: loadApplication,
    handle: (ctx, { target, params }) => openSubmittedFile(ctx, target.row.id, params.fileId),
  }),
  defineRoute(saveCheckItems, {
    target: loadApplication,
    noEvent: 'a decision is kept while the check goes on; the notice or the pass is the change of state',
    handle: async (ctx, { target, body }) => {
      await save(ctx, target.row, body.submission, body.items);
      return DONE;
    },
  }),
  defineRoute(saveOfficeJudgement, {
    target: loadApplication,
    noEvent: 'a decision is kept while the check goes on; the notice or the pass is the change of state',
    handle: async (ctx, { target, body }) => {
      const submission = await currentSubmission(ctx, target.row);
      return reviewedView(await saveJudgement(ctx, target.row, submission, body));
    },
  }),
  defineRoute(openCheck, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decide(ctx, params.id, 'open-check', body.version),
  }),
  defineRoute(officePass, {
    target: loadApplication,
    handle: (ctx, { target, body }) => passCheck(ctx, target.row, body.version),
  }),
  defineRoute(officeReturn, {
    target: loadApplication,
    handle: (ctx, { target, body }) => returnCheck(ctx, target.row, body.version),
  }),
  defineRoute(officeRefuse, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decide(ctx, params.id, 'office-refuse', body.version, { reason: body.reason }),
  }),
  defineRoute(approveStampedPage, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decide(ctx, params.id, 'approve-stamped-page', body.version),
  }),
  defineRoute(returnStampedPage, {
    target: loadApplication,
    handle: (ctx, { params, body }) =>
      decide(ctx, params.id, 'return-stamped-page', body.version, { items: body.items }),
  }),
  defineRoute(receivePaper, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => {
      await refuseIncompletePaper(ctx, params.id);
      return decide(
        ctx,
        params.id,
        'receive-paper',
        body.version,
        body.reason === undefined ? {} : { reason: body.reason },
      );
    },
  }),
  defineRoute(unlockSubmission, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decide(ctx, params.id, 'unlock', body.version, { reason: body.reason }),
  }),
  defineRoute(cancelApplication, {
    target: loadApplication,
    handle: (ctx, { params, body }) => decide(ctx, params.id, 'cancel', body.version, { reason: body.reason }),
  }),
  defineRoute(downloadCorrectionNotice, {
    target: loadApplication,
    handle: (ctx, { params, target }) => printCorrectionNotice(ctx, target.row, params.ordinal),
  }),
];
