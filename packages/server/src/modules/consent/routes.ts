import { answerConsent, askConsent, listConsents, readConsent, readConsentFile, readConsents } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import { answerConsent as answer } from './commands/answer-consent.ts';
import { askConsent as ask } from './commands/ask-consent.ts';
import { readCaseConsents } from './queries/read-consents.ts';
import { openConsentFile, readConsentPapers, readConsentWork } from './queries/worklist.ts';
import { loadConsent } from './target.ts';

export const consentRoutes: readonly AnyRoute[] = [
  defineRoute(readConsents, {
    target: loadApplication,
    handle: (ctx, { target }) => readCaseConsents(ctx, target.row),
  }),
  defineRoute(askConsent, { target: loadApplication, handle: (ctx, { target, body }) => ask(ctx, target.row, body) }),
  defineRoute(listConsents, {
    target: 'list',
    handle: (ctx, { scope, query }) => readConsentWork(ctx, { scope, ...query }),
  }),
  defineRoute(readConsent, { target: loadConsent, handle: (ctx, { target }) => readConsentPapers(ctx, target.row) }),
  defineRoute(readConsentFile, {
    target: loadConsent,
    handle: (ctx, { target, params }) => openConsentFile(ctx, target.row, params.fileId),
  }),
  defineRoute(answerConsent, { target: loadConsent, handle: (ctx, { target, body }) => answer(ctx, target.row, body) }),
];
