import type { ApplicationSnapshot } from '@zhiping/contract';
import { dateAt, type PhotoProblem, photoProblems, type Plan } from '@zhiping/core';
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '../../../context.ts';
import { openUnlessDestroyed } from '../../../files/index.ts';
import { photoForPrint } from '../measure.ts';
import { currentPhoto, factsOfPhoto } from './current-photo.ts';

interface Whose {
  readonly person_id: string;
  readonly organiser_id: string;
}
type Submitted = NonNullable<ApplicationSnapshot['photo']>;

/** What a plan that requires a photo finds wrong with the applicant's today; nothing where it does not require one. */
export async function photoFindings(ctx: Ctx, plan: Plan, whose: Whose): Promise<readonly PhotoProblem[]> {
  const rule = plan.documents.photo;
  if (rule?.uploaded !== 'required') return [];
  const photo = await currentPhoto(ctx, whose.person_id);
  return photoProblems(rule, photo && factsOfPhoto(photo), dateAt(ctx.businessNowOf(whose.organiser_id)));
}

/** The applicant's photo, where the plan asks for one and finds nothing wrong with it; it is frozen with a submission. */
export async function fittingPhoto(ctx: Ctx, plan: Plan, whose: Whose): Promise<Submitted | null> {
  const rule = plan.documents.photo;
  if (rule === undefined) return null;
  const photo = await currentPhoto(ctx, whose.person_id);
  if (photo === null) return null;
  const problems = photoProblems(rule, factsOfPhoto(photo), dateAt(ctx.businessNowOf(whose.organiser_id)));
  return problems.length > 0 ? null : { photoId: photo.id, fileId: photo.blob_id, mediaType: photo.media_type };
}

/** The submitted photo for the place of a form, null where none was submitted or its time is over. Who may print was decided before. */
export async function printedPhoto(ctx: Ctx, submitted: Submitted | undefined): Promise<Buffer | null> {
  if (submitted === undefined) return null;
  const file = await openUnlessDestroyed(ctx, submitted.fileId);
  return file === null ? null : photoForPrint(await buffer(file.content));
}
