import { readUpload, sendChunk, startUpload } from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { beginUpload, stateOf, takeChunk, uploadTarget } from './uploads.ts';

const ON_THE_WAY = 'a file on its way up changes nothing until an operation takes it';

export const uploadRoutes: readonly AnyRoute[] = [
  defineRoute(startUpload, { target: 'none', noEvent: ON_THE_WAY, handle: (ctx, { body }) => beginUpload(ctx, body) }),
  defineRoute(readUpload, { target: uploadTarget, handle: async (_ctx, { target }) => stateOf(target.upload) }),
  defineRoute(sendChunk, {
    target: uploadTarget,
    noEvent: ON_THE_WAY,
    handle: (ctx, { params, http }) => takeChunk(ctx, params.id, params.offset, http.chunk),
  }),
];
