import { AppError, downloadPhoto, readPhotos, replacePhoto } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { openFile } from '../../files/index.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { noteAccess } from '../privacy/index.ts';
import { replacePhotoOf } from './commands/replace-photo.ts';
import { readPhotosOf } from './queries/read-photos.ts';
import { loadPhoto } from './target.ts';

const MAX_BYTES = 5 * 1024 * 1024;

export const photoRoutes: readonly AnyRoute[] = [
  defineRoute(readPhotos, { target: 'own', handle: (ctx) => readPhotosOf(ctx, ownId(ctx)) }),
  defineRoute(replacePhoto, {
    target: 'own',
    maxFileBytes: MAX_BYTES,
    handle: async (ctx, { body, http }) => {
      if (http.file === null) throw new AppError('FILE_MISSING');
      await replacePhotoOf(ctx, ownId(ctx), http.file, body.takenOn);
      return readPhotosOf(ctx, ownId(ctx));
    },
  }),
  defineRoute(downloadPhoto, {
    target: loadPhoto,
    handle: async (ctx, { target: { photo, unitId } }) => {
      await noteAccess(ctx, { personId: photo.person_id, what: 'archive', subjectId: unitId ?? null });
      return { ...(await openFile(ctx, photo.blob_id)), fileName: '证件照', disposition: 'inline' };
    },
  }),
];

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
