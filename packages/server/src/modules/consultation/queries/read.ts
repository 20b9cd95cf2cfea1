import { AppError, type Consultation } from '@zhiping/contract';
import { chainLacks, dateAt } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { openFile } from '../../../files/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { open, unwrapKey } from '../../../security/columns.ts';
import { chainOf, papersOf } from '../chain.ts';
import type { ConsultationRow } from '../target.ts';
import { linesOf } from './lines.ts';

/** One page of requests, limited by the permission table in its WHERE clause, oldest first. */
export async function listConsultations(
  ctx: Ctx,
  asked: {
    readonly scope: Scope;
    readonly after?: string | undefined;
    readonly limit: number;
    readonly state?: ConsultationRow['state'] | undefined;
  },
) {
  const rows = await ctx.tx
    .selectFrom('consultation as c')
    .selectAll('c')
    .where(scopeWhere(asked.scope, { applicant: 'c.person_id', office: 'c.organiser_id' }, 'c.state'))
    .$if(asked.state !== undefined, (query) => query.where('c.state', '=', asked.state ?? 'asked'))
    .$if(asked.after !== undefined, (query) => query.where(sql<boolean>`c.id > ${asked.after}`))
    .orderBy('c.id')
    .limit(asked.limit + 1)
    .execute();
  const items = await linesOf(ctx, rows.slice(0, asked.limit));
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One request with its papers and what still stands against it. */
export async function readConsultation(ctx: Ctx, row: ConsultationRow): Promise<Consultation> {
  const [line] = await linesOf(ctx, [row]);
  if (!line) throw new AppError('NOT_FOUND');
  const chain = await chainOf(ctx, row);
  const papers = await papersOf(ctx, row.id);
  const key = unwrapKey(ctx.installation.keys, row.id, row.wrapped_key);
  const place = { table: 'consultation', column: 'contact', row: row.id };
  return {
    ...line,
    version: row.version,
    reason: row.reason,
    contact: open(key, row.contact_sealed, place).toString(),
    talents: row.talents,
    answer:
      row.answered_at === null
        ? null
        : {
            at: row.answered_at,
            by: '评委会办公室',
            agreed: row.state === 'agreed',
            reason: row.answer_reason ?? '',
            talents: row.agreed_talents,
          },
    papers: chain.map((step) => {
      const paper = papers.findLast((one) => one.step === step.id);
      return {
        step: step.id,
        name: step.name,
        from: step.from,
        by: step.by,
        paper:
          paper === undefined
            ? null
            : { id: paper.id, number: paper.number, datedOn: paper.datedOn, fileName: paper.fileName, at: paper.at },
      };
    }),
    lacks: [...chainLacks(chain, papers, dateAt(ctx.businessNowOf(row.organiser_id)))],
  };
}

/** The scan of one paper. */
export async function openPaper(ctx: Ctx, row: ConsultationRow, paperId: string): Promise<FileAnswer> {
  const paper = (await papersOf(ctx, row.id)).find(({ id }) => id === paperId);
  if (!paper) throw new AppError('NOT_FOUND');
  const { mediaType, content } = await openFile(ctx, paper.fileId);
  return { fileName: paper.fileName, mediaType, content, disposition: 'inline' };
}
