import { downloadCountSheet, downloadEvaluationForm, downloadMinutes, downloadStampedPage } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type DocumentKind, type DocumentData, printDocument } from '../../documents/index.ts';
import { type AnyRoute, defineRoute, type FileAnswer } from '../../http/route.ts';
import { type ApplicationTarget, loadApplication } from '../application/index.ts';
import { meetingTarget } from '../meeting/index.ts';
import { evaluationFormData, stampedPageData } from './queries/evaluation-data.ts';
import { countSheetData, minutesData } from './queries/meeting-data.ts';

async function pdf<K extends DocumentKind>(kind: K, data: DocumentData<K>, fileName: string): Promise<FileAnswer> {
  const content = Buffer.from(await printDocument(kind, data));
  return { fileName: `${fileName}.pdf`, mediaType: 'application/pdf', content, disposition: 'inline' };
}

const ofApplication = (ctx: Ctx, params: { readonly id: string }): Promise<ApplicationTarget | null> =>
  loadApplication(ctx, params);

/** Official forms as PDF, printed from what is on file each time they are asked for. */
export const formRoutes: readonly AnyRoute[] = [
  defineRoute(downloadEvaluationForm, {
    target: ofApplication,
    handle: async (ctx, { target }) => {
      const data = await ctx.asPlatform(() => evaluationFormData(ctx, target.row));
      return pdf('evaluation-form', data, `评定表-${target.row.number}`);
    },
  }),
  defineRoute(downloadStampedPage, {
    target: ofApplication,
    handle: async (ctx, { target }) => {
      const data = await ctx.asPlatform(() => stampedPageData(ctx, target.row));
      return pdf('stamped-page', data, `评定表第七部分-${target.row.number}`);
    },
  }),
  defineRoute(downloadMinutes, {
    target: meetingTarget,
    handle: async (ctx, { target }) => pdf('meeting-minutes', await minutesData(ctx, target), '评审会议纪要'),
  }),
  defineRoute(downloadCountSheet, {
    target: meetingTarget,
    handle: async (ctx, { target }) => pdf('count-sheet', await countSheetData(ctx, target), '计票单'),
  }),
];
