import { type Plan, type Process, type Subject } from '@zhiping/core';
import type { Dossier } from '@zhiping/standard';
import type { Ctx } from '../../context.ts';
import { lastSubmission } from './queries/for-meeting.ts';
import { verdictOn } from './report.ts';
import type { ApplicationRow } from './target.ts';

export type ConsentSpec = Plan['consents'][number];

/** Consents of a plan that may concern a case: by its route and specialty. */
export function consentSpecs(plan: Plan, subject: Pick<Subject, 'specialty' | 'route'>): readonly ConsentSpec[] {
  return plan.consents.filter(
    ({ routes, specialties }) =>
      routes.some((route) => route === subject.route) && (specialties?.includes(subject.specialty) ?? true),
  );
}

/** What departments answered about a case as a whole: true, false, or absent where nobody answered yet. */
export async function consentFacts(ctx: Ctx, applicationId: string): Promise<NonNullable<Dossier['consents']>> {
  const answered = await ctx.tx
    .selectFrom('consent_request')
    .select(['consent', 'state'])
    .where('application_id', '=', applicationId)
    .where('row_id', 'is', null)
    .where('state', 'in', ['granted', 'refused'])
    .orderBy('answered_at')
    .execute();
  return Object.fromEntries(answered.map(({ consent, state }) => [consent, state === 'granted']));
}

/** The dossier with what departments answered since it was frozen. */
export async function withConsents(ctx: Ctx, applicationId: string, dossier: Dossier): Promise<Dossier> {
  const facts = await consentFacts(ctx, applicationId);
  return Object.keys(facts).length === 0 ? dossier : { ...dossier, consents: { ...dossier.consents, ...facts } };
}

const RANKS = ['ineligible', 'incomplete', 'needs-judgement', 'eligible'];

/**
 * Whether a case rests on a consent: its route would be better off with it than without. The ways by awards ask for none
 * (LN-CYB 五(三)5, TJ 附件2 五(四)). Where the standard is not machine-readable, every case of the route needs it.
 */
export async function needsConsent(
  ctx: Ctx,
  process: Process,
  row: ApplicationRow,
  spec: ConsentSpec,
  dossier: Dossier | null,
): Promise<boolean> {
  if (dossier === null) return true;
  const verdict = (given: boolean) =>
    verdictOn(ctx, process, row, { ...dossier, consents: { ...dossier.consents, [spec.id]: given } });
  const [without, withIt] = [await verdict(false), await verdict(true)];
  if (without === null || withIt === null) return true;
  return RANKS.indexOf(withIt) > RANKS.indexOf(without);
}

/** Consents the last submission still needs, in words; empty when it may go on. */
export async function missingConsents(ctx: Ctx, process: Process, row: ApplicationRow): Promise<readonly string[]> {
  const specs = consentSpecs(process.plan, row.state.subject);
  if (specs.length === 0) return [];
  const given = await consentFacts(ctx, row.id);
  const submission = await lastSubmission(ctx, row.id);
  const dossier = (submission?.snapshot.dossier as Dossier | undefined) ?? null;
  const missing: string[] = [];
  for (const spec of specs) {
    if (given[spec.id] === true) continue;
    if (await needsConsent(ctx, process, row, spec, dossier)) missing.push(spec.name);
  }
  return missing;
}
