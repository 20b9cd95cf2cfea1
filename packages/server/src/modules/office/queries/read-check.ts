import type { CheckItem, OfficeCheck } from '@zhiping/contract';
import { AppError } from '@zhiping/contract';
import {
  available,
  catalogueAsks,
  checkPlaces,
  refusalWords,
  relationsTo,
  submissionLimit,
  unchangedSince,
} from '@zhiping/core';
import type { Dossier } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import {
  type ApplicationRow,
  type ApplicationTarget,
  describeApplication,
  processOf,
} from '../../application/index.ts';
import { catalogueMatches } from '../../codes/index.ts';
import { reviewedView, reviewSubmission } from '../judgements.ts';
import { checkedOf, findSubmission, rulesOf, type Submission } from '../submission.ts';

/** Everything the office needs to decide on one application. */
export async function readCheck(ctx: Ctx, target: ApplicationTarget): Promise<OfficeCheck> {
  const { row } = target;
  const process = await processOf(ctx, row);
  const submission = await findSubmission(ctx, row.id);
  const notices = await ctx.tx
    .selectFrom('correction_notice')
    .select(['ordinal', 'issued_at', 'items'])
    .where('application_id', '=', row.id)
    .orderBy('ordinal')
    .execute();
  const now = ctx.businessNowOf(row.organiser_id);
  const line = await describeApplication(ctx, row);
  if (!line) throw new AppError('NOT_FOUND');
  return {
    line,
    opened: row.state.openedAt !== null,
    submissionLimit: submissionLimit(process, row.state),
    submission,
    ...(submission === null ? NOTHING_REVIEWED : reviewedView(await reviewSubmission(ctx, row, submission))),
    items: submission === null ? [] : await readCheckItems(ctx, row, submission),
    catalogue: submission === null ? [] : await catalogueOf(ctx, submission),
    notices: notices.map(({ ordinal, issued_at, items }) => ({
      ordinal,
      issuedAt: issued_at,
      items: items.map(({ place, label, problem, whatToDo, lateReason }) => ({
        place,
        label,
        problem,
        whatToDo,
        lateReason,
      })),
    })),
    actions: available(process, row.state, relationsTo(ctx.actor, target), now).map(({ id, name, obstacle }) => ({
      id,
      name,
      obstacle: obstacle === null ? null : refusalWords(obstacle),
    })),
  };
}

/** Looked up as of the day the material was received. */
function catalogueOf(ctx: Ctx, { snapshot, receivedAt }: Submission) {
  const { achievements = [] } = snapshot.dossier as Dossier;
  return catalogueMatches(ctx, catalogueAsks(achievements), dateInShanghai(receivedAt));
}

const NOTHING_REVIEWED = { judgements: [], reviewed: null, behind: [] };

/** Each place of a submission with the decision saved so far, and whether an earlier check accepted the same thing. */
export async function readCheckItems(ctx: Ctx, row: ApplicationRow, submission: Submission): Promise<CheckItem[]> {
  const rows = await ctx.tx
    .selectFrom('office_check_item')
    .select(['ordinal', 'place', 'decision', 'problem', 'what_to_do', 'late_reason'])
    .where('application_id', '=', row.id)
    .execute();
  const earlier = submission.ordinal > 1 ? await findSubmission(ctx, row.id, submission.ordinal - 1) : null;
  const checked = checkedOf(submission);
  const before = earlier === null ? null : checkedOf(earlier);
  const rules = await rulesOf(ctx, row);
  return checkPlaces(checked, rules).map(({ place, group, label, title }) => {
    const saved = rows.find((one) => one.ordinal === submission.ordinal && one.place === place);
    const accepted = rows.some(
      (one) => one.ordinal === submission.ordinal - 1 && one.place === place && one.decision === 'accepted',
    );
    return {
      place,
      group,
      label,
      title,
      decision: saved?.decision ?? null,
      problem: saved?.problem ?? '',
      whatToDo: saved?.what_to_do ?? '',
      lateReason: saved?.late_reason ?? '',
      seenBefore: accepted && before !== null && unchangedSince(place, before, checked),
    };
  });
}
