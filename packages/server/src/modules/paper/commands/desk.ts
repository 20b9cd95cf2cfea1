import { AppError } from '@zhiping/contract';
import { type PaperFound, paperLacks } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type Advanced, advance, type ApplicationRow } from '../../application/index.ts';
import { lockedPaper, type PaperOf } from '../paper-of.ts';

export interface Checklist {
  readonly paperVersion: number;
  readonly found: readonly PaperFound[];
  readonly storage: string;
  readonly note: string;
}

/** Keeps what was found in the papers; a part of them may come first. */
export async function savePaper(
  ctx: Ctx,
  applicationId: string,
  checklist: Checklist,
): Promise<{ paperVersion: number; lacks: string[] }> {
  const { row, paper } = await lockedPaper(ctx, applicationId);
  sameVersion(paper, checklist.paperVersion);
  const known = new Set(paper.items.map(({ id }) => id));
  if (!checklist.found.every(({ id }) => known.has(id))) throw new AppError('PAPER_UNKNOWN_ITEM');
  const lacks = paperLacks(paper.items, checklist.found);
  const values = {
    state: lacks.length === 0 ? ('complete' as const) : ('partial' as const),
    found: JSON.stringify(checklist.found),
    lacks: lacks.length,
    storage: checklist.storage,
    note: checklist.note,
    version: checklist.paperVersion + 1,
  };
  if (paper.stored === null) {
    await ctx.tx
      .insertInto('paper')
      .values({
        application_id: row.id,
        organiser_id: row.organiser_id,
        person_id: row.person_id,
        unit_id: row.unit_id,
        received_at: ctx.receivedAt,
        received_by: ctx.actor.personId ?? '',
        ...values,
      })
      .execute();
  } else await ctx.tx.updateTable('paper').set(values).where('application_id', '=', row.id).execute();
  await recordPaper(ctx, row, { found: checklist.found.length, lacks: lacks.length });
  return { paperVersion: values.version, lacks: [...lacks] };
}

/** Everything is there and right: the application moves on. Late papers need a reason, as the plan says. */
export async function receivePaper(
  ctx: Ctx,
  applicationId: string,
  asked: { readonly version: number; readonly reason?: string | undefined },
): Promise<Advanced> {
  const { paper } = await lockedPaper(ctx, applicationId);
  const lacks = paperLacks(paper.items, paper.stored?.found ?? []);
  if (lacks.length > 0) throw new AppError('PAPER_INCOMPLETE', { details: { lacks } });
  const reason = asked.reason ?? '';
  return advance(ctx, applicationId, 'receive-paper', reason === '' ? {} : { reason }, {
    version: asked.version,
    data: { items: paper.items.length },
  });
}

/** The papers go back to whoever signs for them. */
export async function giveBackPaper(
  ctx: Ctx,
  applicationId: string,
  asked: { readonly paperVersion: number; readonly on: string; readonly to: string; readonly note: string },
): Promise<void> {
  const { row, paper } = await lockedPaper(ctx, applicationId);
  if (paper.stored === null || paper.stored.state === 'returned') throw new AppError('PAPER_NOT_HERE');
  sameVersion(paper, asked.paperVersion);
  await ctx.tx
    .updateTable('paper')
    .set({
      state: 'returned',
      returned_on: asked.on,
      returned_to: asked.to,
      return_note: asked.note,
      version: asked.paperVersion + 1,
    })
    .where('application_id', '=', row.id)
    .execute();
  await recordPaper(ctx, row, { on: asked.on }, { to: asked.to });
}

function sameVersion({ stored }: PaperOf, seen: number): void {
  if ((stored?.version ?? 0) !== seen) throw new AppError('STALE');
}

async function recordPaper(
  ctx: Ctx,
  row: ApplicationRow,
  data: Readonly<Record<string, string | number>>,
  values?: Readonly<Record<string, string>>,
): Promise<void> {
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data: { number: row.number, ...data },
    ...(values === undefined ? {} : { personal: { of: row.person_id, values } }),
  });
}
