import type { BundleCase } from '@zhiping/contract';
import { bundleLacks, bundlePapers } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { submittedPhotos, withStampedPage } from '../../application/index.ts';
import type { RosterPerson } from '../../authority/index.ts';
import { feeStates } from '../../fee/index.ts';
import { formsFor } from '../../form/index.ts';
import { papersFound } from '../../paper/index.ts';
import { concludedProofs } from '../../publicity/index.ts';

/**
 * What each of these cases still lacks by its own plan, and what it hands in on paper; a fixed number of statements however
 * many cases. The caller has decided that they may be seen: fee, proofs and desk are read past row level security.
 */
export async function checkCases(ctx: Ctx, people: readonly RosterPerson[]): Promise<BundleCase[]> {
  const ids = people.map(({ line }) => line.id);
  if (ids.length === 0) return [];
  return ctx.asPlatform(async () => {
    const photos = await submittedPhotos(ctx, ids);
    const stamped = await withStampedPage(ctx, ids);
    const fees = await feeStates(ctx, ids);
    const papers = await papersFound(ctx, ids);
    const proofs = await concludedProofs(ctx, ids);
    return people.map(({ line, plan, route, levelName }): BundleCase => {
      const { id, number, name, unit, routeName, stage, stageName } = line;
      const lacks = bundleLacks(plan, {
        stage,
        route,
        photo: photos.has(id),
        stampedPage: stamped.has(id),
        fee: fees.get(id) ?? 'due',
        paper: papers.get(id) ?? null,
        proofs: proofs.get(id) ?? null,
      });
      const later = formsFor(plan, { route, stage }).flatMap((form) =>
        form.waitsFor === null ? [] : [`${form.name}：到“${form.waitsFor}”环节才能打印`],
      );
      return {
        id,
        number,
        name,
        unit,
        levelName,
        routeName,
        stageName,
        lacks: [...line.lacks, ...lacks, ...later],
        papers: [...bundlePapers(plan, route)],
      };
    });
  });
}
