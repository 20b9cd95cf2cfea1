import { AppError, type ConsentLine, type ConsentRequest, type ApplicationSnapshot } from '@zhiping/contract';
import { headingOf, specialtyOf } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { openFile } from '../../../files/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { draftSnapshot, loadApplication, processOf } from '../../application/index.ts';
import { factsOf, readRows } from '../../archive/index.ts';
import type { ConsentRow } from '../target.ts';
import { requestViews } from './read-consents.ts';

/** One page of what a department is asked, by the ids of the requests, limited by the permission table. */
export async function readConsentWork(
  ctx: Ctx,
  {
    scope,
    state,
    after,
    limit,
  }: {
    readonly scope: Scope;
    readonly state: ConsentRow['state'];
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: ConsentLine[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('consent_request as c')
    .selectAll('c')
    .where(scopeWhere(scope, { authority: 'c.authority_id' }, 'c.state'))
    .where('c.state', '=', state)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`c.id > ${after}`))
    .orderBy('c.id')
    .limit(limit + 1)
    .execute();
  const items = await linesOf(ctx, rows.slice(0, limit));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The department sees the request, not the case behind it: what the line shows of it is read past row level security. */
function linesOf(ctx: Ctx, requests: readonly ConsentRow[]): Promise<ConsentLine[]> {
  if (requests.length === 0) return Promise.resolve([]);
  return ctx.asPlatform(async () => {
    const cases = await ctx.tx
      .selectFrom('application as a')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .innerJoin('unit as u', 'u.id', 'a.unit_id')
      .select(['a.id', 'a.organiser_id', 'a.number', 'a.specialty', 'a.pack', 'a.pack_number'])
      .select(['p.name as person', 'u.name as unit'])
      .where('a.id', 'in', [...new Set(requests.map(({ application_id }) => application_id))])
      .execute();
    const lines: ConsentLine[] = [];
    for (const request of requests) {
      const found = cases.find(({ id }) => id === request.application_id);
      if (!found) continue;
      const { plan } = await processOf(ctx, found);
      const [row] =
        request.row_id === null ? [] : await readRows(ctx, request.person_id, 'masked', { ids: [request.row_id] });
      lines.push({
        id: request.id,
        state: request.state,
        name: plan.consents.find(({ id }) => id === request.consent)?.name ?? request.consent,
        rowTitle: row === undefined ? null : headingOf(factsOf(row)),
        number: found.number,
        applicantName: found.person,
        unitName: found.unit,
        specialty: specialtyOf(plan, found.specialty)?.name ?? found.specialty,
        askedAt: request.asked_at,
      });
    }
    return lines;
  });
}

/** One request with the papers of the case as they stand. */
export async function readConsentPapers(
  ctx: Ctx,
  request: ConsentRow,
): Promise<{ request: ConsentRequest; line: ConsentLine; papers: Omit<ApplicationSnapshot, 'dossier'> }> {
  const [line] = await linesOf(ctx, [request]);
  if (line === undefined) throw new AppError('NOT_FOUND');
  return ctx.asPlatform(async () => {
    const target = await loadApplication(ctx, { id: request.application_id });
    if (!target) throw new AppError('NOT_FOUND');
    const process = await processOf(ctx, target.row);
    const { dossier: _dossier, ...papers } = await draftSnapshot(ctx, process, target.row);
    const [view] = await requestViews(ctx, process.plan, [request]);
    if (view === undefined) throw new AppError('NOT_FOUND');
    return { request: view, line, papers };
  });
}

/** A file of those papers, and no other. */
export async function openConsentFile(ctx: Ctx, request: ConsentRow, fileId: string): Promise<FileAnswer> {
  const { papers } = await readConsentPapers(ctx, request);
  const file = papers.rows.flatMap(({ files }) => files).find((one) => one.fileId === fileId);
  if (!file) throw new AppError('NOT_FOUND');
  return ctx.asPlatform(async () => {
    const { mediaType, content } = await openFile(ctx, fileId);
    return { fileName: file.name, mediaType, content, disposition: 'inline' };
  });
}
