import {
  addConsultationPaper,
  answerConsultation,
  AppError,
  askConsultation,
  listOfficeConsultations,
  listOwnConsultations,
  readConsultation,
  readConsultationPaper,
} from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { addPaper } from './commands/add-paper.ts';
import { answer } from './commands/answer.ts';
import { ask } from './commands/ask.ts';
import { listConsultations, openPaper, readConsultation as read } from './queries/read.ts';
import { loadConsultation } from './target.ts';

const now = async (ctx: Ctx, id: string) => {
  const target = await loadConsultation(ctx, { id });
  if (!target) throw new AppError('NOT_FOUND');
  return read(ctx, target.row);
};

export const consultationRoutes: readonly AnyRoute[] = [
  defineRoute(askConsultation, { target: 'own', handle: (ctx, { body }) => ask(ctx, body) }),
  defineRoute(listOwnConsultations, {
    target: 'list',
    handle: (ctx, { scope, query }) => listConsultations(ctx, { scope, ...query }),
  }),
  defineRoute(listOfficeConsultations, {
    target: 'list',
    handle: (ctx, { scope, query }) => listConsultations(ctx, { scope, ...query }),
  }),
  defineRoute(readConsultation, { target: loadConsultation, handle: (ctx, { target }) => read(ctx, target.row) }),
  defineRoute(addConsultationPaper, {
    target: loadConsultation,
    handle: async (ctx, { target, params, body, http }) => {
      await addPaper(ctx, target, body, http.file);
      return now(ctx, params.id);
    },
  }),
  defineRoute(readConsultationPaper, {
    target: loadConsultation,
    handle: (ctx, { target, params }) => openPaper(ctx, target.row, params.paperId),
  }),
  defineRoute(answerConsultation, {
    target: loadConsultation,
    handle: async (ctx, { params, body }) => {
      await answer(ctx, params.id, body);
      return now(ctx, params.id);
    },
  }),
];
