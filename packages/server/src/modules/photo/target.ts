import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import type { StoredPhoto } from './queries/current-photo.ts';

export interface PhotoTarget extends TargetFacts {
  readonly photo: StoredPhoto;
}

/** A photo with whose it is and the unit its person belongs to now; null where there is none within the caller's reach. */
export async function loadPhoto(ctx: Ctx, { photoId }: { readonly photoId: string }): Promise<PhotoTarget | null> {
  const photo = await ctx.tx.selectFrom('archive_photo').selectAll().where('id', '=', photoId).executeTakeFirst();
  if (photo === undefined) return null;
  const member = await ctx.tx
    .selectFrom('unit_member')
    .select('unit_id')
    .where('person_id', '=', photo.person_id)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return {
    stage: photo.replaced_at === null ? 'current' : 'replaced',
    applicantPersonId: photo.person_id,
    unitId: member?.unit_id ?? null,
    photo,
  };
}
