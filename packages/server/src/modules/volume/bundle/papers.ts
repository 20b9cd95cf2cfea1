import { AppError, type VolumeOrder } from '@zhiping/contract';
import { buffer } from 'node:stream/consumers';
import type { Selectable } from 'kysely';
import { asPlatform, type Ctx } from '../../../context.ts';
import { MissingGlyphsError, printDocument } from '../../../documents/index.ts';
import type { Installation } from '../../../installation.ts';
import {
  committeeOf,
  frameOf,
  letterPaper,
  type PapersAsked,
  rosterPaper,
  rosterSheet,
  wholeRoster,
  type WholeRoster,
} from '../../authority/index.ts';
import type { BoundFile } from '../bind-case.ts';
import type { VolumeTables } from '../tables.ts';
import { checkCases } from './check.ts';

/** An order that is an authority's package. */
export type BundleOrder = Pick<Selectable<VolumeTables['volume_order']>, 'cases' | 'contact' | 'phone'> & {
  readonly plan_id: string;
  readonly authority_id: string;
};
export interface BundlePapers {
  readonly files: readonly BoundFile[];
  readonly problems: VolumeOrder['problems'];
}
const MAKING = 'system.volume-make';

/**
 * What lies in front of the cases of an authority's package: cover, letter that entrusts the committee, roster as PDF and
 * spreadsheet. `found` is what went wrong while the cases were bound: it stands on the cover beside what the plan misses.
 */
export async function bundlePapersOf(
  installation: Installation,
  order: BundleOrder,
  found: VolumeOrder['problems'],
): Promise<BundlePapers> {
  return asPlatform(installation, MAKING, async (ctx) => {
    const whole = await rosterOf(ctx, order);
    const { name } = await ctx.tx
      .selectFrom('authority')
      .select('name')
      .where('id', '=', order.authority_id)
      .executeTakeFirstOrThrow();
    const asked: PapersAsked = { planId: order.plan_id, contact: order.contact, phone: order.phone };
    const papers = [
      ['0-封面.pdf', () => coverPaper(ctx, whole, asked, name, found)],
      ['1-评审委托书.pdf', () => letterPaper(ctx, whole, asked, name)],
      ['2-推荐人员花名册.pdf', () => rosterPaper(ctx, whole, asked, name)],
      ['2-推荐人员花名册.xlsx', () => buffer(rosterSheet(whole))],
    ] as const;
    const files: BoundFile[] = [];
    const problems: VolumeOrder['problems'] = [];
    for (const [path, make] of papers) {
      const made = await madeOrProblem(make);
      if (typeof made === 'string') problems.push({ number: path, problem: made });
      else files.push({ path, content: made });
    }
    return { files, problems };
  });
}

/** Past the seals: what was ordered is in the package even where a case has moved on since. */
function rosterOf(ctx: Ctx, { plan_id: planId, cases }: BundleOrder): Promise<WholeRoster> {
  return ctx.tx
    .selectFrom('plan')
    .select('organiser_id')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
    .then(({ organiser_id: id }) =>
      wholeRoster(ctx, [{ relation: 'office', stages: 'any', ids: [id] }], planId, { personal: true, among: cases }),
    );
}

async function coverPaper(
  ctx: Ctx,
  { plan, organiserId, people }: WholeRoster,
  asked: PapersAsked,
  authority: string,
  found: VolumeOrder['problems'],
): Promise<Uint8Array> {
  const cases = await checkCases(ctx, people);
  return printDocument('package-cover', {
    ...frameOf(ctx, organiserId, asked, people),
    authority,
    to: plan.committee?.office ?? committeeOf(plan),
    planTitle: plan.title,
    year: plan.year,
    cases: cases.map(({ number, name, unit, levelName, routeName, lacks }) => ({
      number,
      name,
      unit,
      titleName: levelName,
      routeName,
      lacks: cut([...lacks, ...found.flatMap((one) => (one.number === number ? [one.problem] : []))].join('；'), 1000),
    })),
    papers: [...new Map(cases.map((one) => [one.routeName, one.papers])).entries()].map(([routeName, papers]) => ({
      routeName,
      words: cut(papers.map((paper) => `${paper.name} ${paper.copies} 份`).join('；'), 2000),
    })),
    contact: asked.contact,
    phone: asked.phone,
  });
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** A paper that cannot be printed does not stop the package; why is told instead. */
async function madeOrProblem(make: () => Promise<Uint8Array>): Promise<Uint8Array | string> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof MissingGlyphsError) return `有字库里没有的字，不能打印：${error.characters.join(' ')}`;
    if (!(error instanceof AppError)) throw error;
    const { characters = [] } = (error.details ?? {}) as { characters?: readonly string[] };
    return characters.length === 0 ? error.message : `${error.message}（${characters.join(' ')}）`;
  }
}
