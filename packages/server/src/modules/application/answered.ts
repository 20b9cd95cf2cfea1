import type { ApplicationCase, ApplicationContent, ApplicationSnapshot } from '@zhiping/contract';
import {
  canonicalJson,
  type Checked,
  FORM_TITLES,
  headingOf,
  type Process,
  stageOf,
  unchangedSince,
} from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { factsOf } from '../archive/index.ts';
import { readMaterial } from './material.ts';
import { snapshotFor } from './snapshot-for.ts';
import type { ApplicationRow } from './target.ts';

type Returned = NonNullable<ApplicationCase['returned']>;

/**
 * The last return with what has become of each item: an item ticks off when what stands at its place is no longer what
 * was submitted, or, before any submission, when the archive row was changed after the return. `unchanged` warns that a
 * resubmission would be the same as the last one (product F5).
 */
export async function returnedOf(
  ctx: Ctx,
  process: Process,
  row: ApplicationRow,
  content: ApplicationContent,
  /** Only the applicant, who owns the archive, is told what has been answered so far. */
  own: boolean,
): Promise<Returned | null> {
  const { returned } = row.state;
  if (returned === null) return null;
  const material = own ? await readMaterial(ctx, row.person_id) : [];
  const last = own ? await lastSnapshot(ctx, row.id) : null;
  const now = last === null ? null : await snapshotFor(ctx, process, row, content, material);
  const answered = (place: string): boolean => {
    if (last !== null && now !== null) return !unchangedSince(place, checkedOf(last), checkedOf(now));
    const changed = material.find(({ stored }) => place === `rows.${stored.id}`)?.stored.updated_at;
    return changed !== undefined && changed > returned.at;
  };
  const titles = new Map([
    ...FORM_TITLES,
    ...(process.plan.selfScore?.blocks ?? []).flatMap((block) =>
      block.lines.map(({ id, name }) => [`selfScore.${id}`, `自评分：${name}`] as const),
    ),
    ...material.map((one) => [`rows.${one.stored.id}`, headingOf(factsOf(one))] as const),
  ]);
  return {
    from: stageOf(process, returned.from).name,
    at: returned.at,
    items: returned.items.map((item) => ({
      ...item,
      title: titles.get(item.place) ?? (item.place.startsWith('conditions.') ? '申报条件' : '申报材料'),
      answered: answered(item.place),
    })),
    unchanged: last !== null && now !== null && canonicalJson(last) === canonicalJson(now),
  };
}

async function lastSnapshot(ctx: Ctx, applicationId: string): Promise<ApplicationSnapshot | null> {
  const row = await ctx.tx
    .selectFrom('application_submission')
    .select('snapshot')
    .where('application_id', '=', applicationId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : (row.snapshot as ApplicationSnapshot);
}

function checkedOf({ rows, selfReport, dossier, selfScore, photo }: ApplicationSnapshot): Checked {
  const score = selfScore === undefined ? {} : { selfScore: selfScore.lines };
  const picture = photo === undefined ? {} : { photo: photo.photoId };
  return { rows, selfReport, dossier, conditions: [], ...score, ...picture };
}
