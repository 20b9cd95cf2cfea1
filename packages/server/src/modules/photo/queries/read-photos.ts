import type { Photo, Photos, PhotoVerdict } from '@zhiping/contract';
import { dateAt, parsePlan, photoProblems } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { findPolicy } from '../../policy/index.ts';
import { currentPhoto, factsOfPhoto, type StoredPhoto } from './current-photo.ts';

const MOST_EARLIER = 20;
const MOST_PLANS = 30;

/** A person's photo, those before it, and what every plan that still takes applications says about it. */
export async function readPhotosOf(ctx: Ctx, personId: string): Promise<Photos> {
  const current = await currentPhoto(ctx, personId);
  const earlier = await ctx.tx
    .selectFrom('archive_photo')
    .selectAll()
    .where('person_id', '=', personId)
    .where('replaced_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(MOST_EARLIER)
    .execute();
  return {
    current: current === null ? null : viewOfPhoto(current),
    earlier: earlier.map(viewOfPhoto),
    plans: await verdictsOn(ctx, personId, current),
  };
}

function viewOfPhoto(photo: StoredPhoto): Photo {
  return { id: photo.id, uploadedAt: photo.uploaded_at, ...factsOfPhoto(photo), edge: [...photo.edge] };
}

/** Where the person works by the own archive; null where it does not say. */
async function regionOf(ctx: Ctx, personId: string): Promise<string | null> {
  const basic = await ctx.tx
    .selectFrom('archive_row')
    .select('fields')
    .where('person_id', '=', personId)
    .where('kind', '=', 'basic')
    .where('state', '!=', 'recycled')
    .executeTakeFirst();
  const region = basic?.fields['region'];
  return typeof region === 'string' ? region : null;
}

async function appliedIn(ctx: Ctx, personId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('application')
    .select('plan_id')
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(MOST_PLANS)
    .execute();
  return new Set(rows.map((row) => row.plan_id));
}

/** Plans of the person's own region and those applied in; all of them where there is none such. */
async function verdictsOn(ctx: Ctx, personId: string, photo: StoredPhoto | null): Promise<PhotoVerdict[]> {
  const region = await regionOf(ctx, personId);
  const plans = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'name', 'organiser_id', 'pack', 'pack_number'])
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_PLANS)
    .execute();
  const verdicts: PhotoVerdict[] = [];
  const own = new Set<string>();
  const applied = await appliedIn(ctx, personId);
  for (const { id, name, organiser_id: organiserId, pack, pack_number: number } of plans) {
    const stored = await findPolicy(ctx, { by: 'number', pack, number });
    const plan = stored && parsePlan(stored.content);
    const rule = plan?.documents.photo;
    const today = dateAt(ctx.businessNowOf(organiserId));
    if (!plan || rule === undefined || plan.windows.every(({ closesOn }) => closesOn < today)) continue;
    if (region === plan.jurisdiction || applied.has(id)) own.add(id);
    verdicts.push({
      planId: id,
      planName: name,
      label: rule.label,
      required: rule.uploaded === 'required',
      rule: { ...rule } as PhotoVerdict['rule'],
      problems: photoProblems(rule, photo && factsOfPhoto(photo), today).map(({ words }) => words),
    });
  }
  return own.size === 0 ? verdicts : verdicts.filter(({ planId }) => own.has(planId));
}
