import * as contract from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { importList } from './commands/import-list.ts';
import { previewOf, readList } from './commands/read-file.ts';
import { listResultLists, unmatchedLines } from './queries/lists.ts';
import { listTarget, organiserTarget } from './target.ts';

export const examinationRoutes: readonly AnyRoute[] = [
  defineRoute(contract.previewResultList, {
    target: organiserTarget,
    noEvent: 'a preview writes nothing',
    handle: (ctx, { params, body }) =>
      ctx.asPlatform(async () => previewOf(await readList(ctx, params.organiserId, body.kind, body.content))),
  }),
  defineRoute(contract.importResultList, {
    target: organiserTarget,
    handle: (ctx, { params, body }) => ctx.asPlatform(() => importList(ctx, params.organiserId, body)),
  }),
  defineRoute(contract.listResultLists, {
    target: organiserTarget,
    handle: (ctx, { params, query }) => listResultLists(ctx, params.organiserId, query),
  }),
  defineRoute(contract.listUnmatchedResults, {
    target: listTarget,
    handle: (ctx, { params, query }) => unmatchedLines(ctx, params.id, query),
  }),
];
