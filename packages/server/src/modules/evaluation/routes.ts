import { evaluateDossier } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { evaluateOnPublished } from './evaluate-dossier.ts';

export const evaluationRoutes: readonly AnyRoute[] = [
  defineRoute(evaluateDossier, {
    target: 'none',
    stateless: true,
    noEvent: '只计算，不保存',
    handle: (ctx, { body }) => evaluateOnPublished(ctx, body),
  }),
];
