import type { Ctx } from '../../context.ts';
import { saveFile } from '../../files/index.ts';
import { keepPhoto } from '../../modules/photo/index.ts';
import { dateInShanghai, type Instant } from '../../time/clocks.ts';
import { drawPortrait } from './portrait.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Gives an invented person a drawn photo, taken a month before `at`, as everybody has who fills in an application. */
export async function seedPhoto(ctx: Ctx, personId: string, name: string, at: Instant): Promise<void> {
  const file = await saveFile(ctx, {
    content: await drawPortrait(name),
    name: '证件照.jpg',
    mediaType: 'image/jpeg',
    ownerPersonId: personId,
  });
  const takenOn = dateInShanghai(new Date(Date.parse(at) - 30 * DAY_MS).toISOString());
  await keepPhoto(ctx, personId, file, { takenOn, uploadedAt: at });
}
