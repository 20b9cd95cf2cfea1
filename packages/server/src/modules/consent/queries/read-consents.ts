import type { ConsentRequest } from '@zhiping/contract';
import { headingOf, kindSpec, type Plan } from '@zhiping/core';
import type { Dossier } from '@zhiping/standard';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../context.ts';
import {
  type ApplicationRow,
  chosenRowIds,
  consentFacts,
  consentSpecs,
  draftSnapshot,
  lastSubmission,
  needsConsent,
  processOf,
} from '../../application/index.ts';
import { factsOf, readRows } from '../../archive/index.ts';
import type { ConsentTables } from '../tables.ts';

const ASKABLE = 50;

interface CaseConsents {
  readonly specs: {
    id: string;
    name: string;
    label: string;
    needed: boolean;
    given: boolean | null;
    authorities: { id: string; name: string }[];
  }[];
  readonly requests: ConsentRequest[];
  readonly rows: { id: string; title: string }[];
}

/** What one case needs of departments, what was asked and answered. */
export async function readCaseConsents(ctx: Ctx, row: ApplicationRow): Promise<CaseConsents> {
  const process = await processOf(ctx, row);
  const specs = consentSpecs(process.plan, row.state.subject);
  if (specs.length === 0) return { specs: [], requests: [], rows: [] };
  const given = await consentFacts(ctx, row.id);
  // Before the first submission by what would be submitted now; people concerned are out of a department's reach.
  const dossier = await ctx.asPlatform(async () => {
    const submitted = await lastSubmission(ctx, row.id);
    return (submitted?.snapshot ?? (await draftSnapshot(ctx, process, row))).dossier as Dossier;
  });
  const answered: CaseConsents['specs'] = [];
  for (const spec of specs) {
    const authorities = await ctx.tx
      .selectFrom('authority')
      .select(['id', 'name'])
      .where('kind', 'in', [...spec.kinds])
      .orderBy('name')
      .limit(ASKABLE)
      .execute();
    const { id, name, label } = spec;
    const needed = await needsConsent(ctx, process, row, spec, dossier);
    answered.push({ id, name, label, needed, given: given[id] ?? null, authorities });
  }
  const archive = await ctx.asPlatform(() => readRows(ctx, row.person_id, 'masked'));
  const chosen = new Set(chosenRowIds(row));
  return {
    specs: answered,
    requests: await requestsOf(ctx, process.plan, row.id),
    rows: archive
      .filter(({ stored }) => chosen.has(stored.id) && kindSpec(stored.kind).achievement)
      .map((one) => ({ id: one.stored.id, title: headingOf(factsOf(one)) })),
  };
}

/** All requests of a case, oldest first. */
export async function requestsOf(ctx: Ctx, plan: Plan, applicationId: string): Promise<ConsentRequest[]> {
  const requests = await ctx.tx
    .selectFrom('consent_request')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('id')
    .execute();
  return requestViews(ctx, plan, requests);
}

/** Requests of one case as people read them. */
export async function requestViews(
  ctx: Ctx,
  plan: Plan,
  requests: readonly Selectable<ConsentTables['consent_request']>[],
): Promise<ConsentRequest[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const authorities = await ctx.tx
    .selectFrom('authority')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(requests.map(({ authority_id }) => authority_id))])
    .execute();
  const people = await ctx.tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(requests.map(({ asked_by }) => asked_by))])
    .execute();
  const ids = requests.flatMap(({ row_id }) => row_id ?? []);
  const rows =
    ids.length === 0
      ? []
      : await ctx.asPlatform(() => readRows(ctx, first.person_id, 'masked', { ids: [...new Set(ids)] }));
  return requests.map((one) => {
    const row = rows.find(({ stored }) => stored.id === one.row_id);
    return {
      id: one.id,
      consent: one.consent,
      name: plan.consents.find(({ id }) => id === one.consent)?.name ?? one.consent,
      rowId: one.row_id,
      rowTitle: row === undefined ? null : headingOf(factsOf(row)),
      authorityName: authorities.find(({ id }) => id === one.authority_id)?.name ?? '',
      state: one.state,
      note: one.note,
      askedAt: one.asked_at,
      askedBy: people.find(({ id }) => id === one.asked_by)?.name ?? '',
      document:
        one.document_number === null || one.document_date === null
          ? null
          : { number: one.document_number, date: one.document_date },
      reason: one.reason,
      answeredAt: one.answered_at,
    };
  });
}
