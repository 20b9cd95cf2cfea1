import { marksOf, type Use, useOf, useOfSelfReport } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { factsOf, type RowWithFiles } from '../../archive/index.ts';
import { otherUsesThan } from '../queries/other-uses.ts';

/** The application that uses something, as its table holds it. */
export interface Using {
  readonly id: string;
  readonly organiser_id: string;
  readonly person_id: string;
  readonly unit_id: string;
}

/** Kept under the application's own id: a self-report is no row of the archive. */
const SELF_REPORT = 'self-report';

/**
 * Writes down what an application uses as it is handed in, in place of what it used before, and looks within the same
 * transaction for other uses of the same (LN-2024 五(二)3). Sharing is not refused: unit and office see both sides.
 *
 * @param rows the chosen achievements with their files
 * @returns how many other uses there are
 */
export async function noteUses(
  ctx: Ctx,
  application: Using,
  rows: readonly RowWithFiles[],
  selfReport: string,
): Promise<number> {
  const uses: readonly (readonly [rowId: string, kind: string, use: Use])[] = [
    ...rows.map((row) => {
      const files = row.files.map((file) => file.sameness.toString('hex'));
      return [row.stored.id, row.stored.kind, useOf(factsOf(row), files)] as const;
    }),
    [application.id, SELF_REPORT, useOfSelfReport(selfReport)],
  ];
  const noted = uses.map(([rowId, kind, use]) => ({
    id: ctx.newId(),
    application_id: application.id,
    organiser_id: application.organiser_id,
    person_id: application.person_id,
    unit_id: application.unit_id,
    row_id: rowId,
    kind,
    title: use.title,
    part: use.part,
    text: use.text,
    numbers: [...use.numbers],
    files: [...use.files],
    marks: marksOf(use).map(String),
    used_at: ctx.businessNow,
  }));
  // Written as the platform: a unit may hold back a case whose uses it does not own, and nobody else writes here.
  return ctx.asPlatform(async () => {
    // Looked for first: the own uses would be found under each of their marks.
    const others = await otherUsesThan(ctx, noted);
    await ctx.tx.deleteFrom('achievement_use').where('application_id', '=', application.id).execute();
    await ctx.tx.insertInto('achievement_use').values(noted).execute();
    return others.length;
  });
}
