import type { PhotoFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { PhotoTables } from '../tables.ts';

export type StoredPhoto = Selectable<PhotoTables['archive_photo']>;

/** The photo a person has now; null without one. */
export async function currentPhoto(ctx: Ctx, personId: string): Promise<StoredPhoto | null> {
  const photo = await ctx.tx
    .selectFrom('archive_photo')
    .selectAll()
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return photo ?? null;
}

/** What the rule of a plan looks at. */
export function factsOfPhoto(photo: StoredPhoto): PhotoFacts {
  const { media_type: mediaType, bytes, width, height, edge, taken_on: takenOn } = photo;
  return { mediaType, bytes, width, height, edge, takenOn };
}
