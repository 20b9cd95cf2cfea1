import {
  AppError,
  downloadCaseLabel,
  downloadCountSheet,
  downloadEvaluationForm,
  downloadForm,
  downloadMinutes,
  downloadStampedPage,
  listForms,
} from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { formOf, printable } from '../../documents/index.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { type ApplicationRow, type ApplicationTarget, loadApplication, processOf } from '../application/index.ts';
import { meetingTarget } from '../meeting/index.ts';
import { stampedPageData } from './queries/evaluation-data.ts';
import { labelOf } from './queries/label-data.ts';
import { countSheetData, minutesData } from './queries/meeting-data.ts';
import { formsFor, printForm } from './queries/printed-forms.ts';
import { sourcesOf } from './queries/sources.ts';

const ofApplication = (ctx: Ctx, params: { readonly id: string }): Promise<ApplicationTarget | null> =>
  loadApplication(ctx, params);
const read = (ctx: Ctx, row: ApplicationRow) => ctx.asPlatform(() => sourcesOf(ctx, row));

/** Official forms as PDF, printed from what is on file each time they are asked for. */
export const formRoutes: readonly AnyRoute[] = [
  defineRoute(listForms, {
    target: ofApplication,
    handle: async (ctx, { target: { row } }) => {
      const { plan } = await processOf(ctx, row);
      const stamped = plan.documents.stampedPage;
      return { items: [...formsFor(plan, row)], stampedPage: stamped === undefined ? null : stamped.name };
    },
  }),
  defineRoute(downloadForm, {
    target: ofApplication,
    handle: async (ctx, { target, params }) => printForm(await read(ctx, target.row), params.ordinal),
  }),
  defineRoute(downloadEvaluationForm, {
    target: ofApplication,
    handle: async (ctx, { target }) => {
      const sources = await read(ctx, target.row);
      const form = formOf(sources.plan, 'evaluation-form', target.row.route);
      if (form === null) throw new AppError('NOT_FOUND');
      return printForm(sources, sources.plan.documents.forms.indexOf(form));
    },
  }),
  defineRoute(downloadStampedPage, {
    target: ofApplication,
    handle: async (ctx, { target }) => {
      const data = stampedPageData(await read(ctx, target.row));
      return printable('stamped-page', data, data.pageTitle);
    },
  }),
  defineRoute(downloadCaseLabel, {
    target: ofApplication,
    handle: async (ctx, { target }) => printable('case-labels', labelOf(await read(ctx, target.row))),
  }),
  defineRoute(downloadMinutes, {
    target: meetingTarget,
    handle: async (ctx, { target }) => printable('meeting-minutes', await minutesData(ctx, target)),
  }),
  defineRoute(downloadCountSheet, {
    target: meetingTarget,
    handle: async (ctx, { target }) => printable('count-sheet', await countSheetData(ctx, target)),
  }),
];
