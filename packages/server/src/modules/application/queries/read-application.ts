import type { ApplicationCase } from '@zhiping/contract';
import {
  ACTOR_NAMES,
  type ApplicationFacts,
  available,
  dateAt,
  explainCase,
  instantOf,
  lastSafeDay,
  levelNameOf,
  millisecondsOf,
  type Plan,
  type PlanLevel,
  type PlanRoute,
  type Process,
  type Receipt,
  refusalWords,
  relationsTo,
  specialtyOf,
  stageOf,
  statementsFor,
  submissionLimit,
  submissionsLeft,
  timeline,
  workingDaysUntil,
} from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { noteCaseAccess } from '../../privacy/index.ts';
import { returnedOf } from '../answered.ts';
import { contentOf } from '../content.ts';
import { factsFor } from '../facts.ts';
import { lacksOf } from '../lacks.ts';
import { processOf } from '../process-of.ts';
import type { ApplicationRow, ApplicationTarget } from '../target.ts';

/** One case for whoever may see it; the permission table takes away what the reader's relation does not show. */
export async function readApplication(ctx: Ctx, target: ApplicationTarget): Promise<ApplicationCase> {
  const { row } = target;
  await noteCaseAccess(ctx, row);
  const process = await processOf(ctx, row);
  const now = ctx.businessNowOf(row.organiser_id);
  const actors = relationsTo(ctx.actor, target);
  const content = contentOf(row);
  const { plan } = process;
  const names = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .innerJoin('plan as l', 'l.id', 'a.plan_id')
    .select(['p.name as applicant', 'u.name as unit', 'l.name as plan', 'l.year'])
    .where('a.id', '=', row.id)
    .executeTakeFirstOrThrow();
  const stage = stageOf(process, row.stage);
  const specialty = specialtyOf(plan, row.specialty);
  const pledge = plan.pledges.find(({ by }) => by === 'applicant');
  return {
    id: row.id,
    organiserId: row.organiser_id,
    number: row.number,
    version: row.version,
    plan: { id: row.plan_id, name: names.plan, pack: row.pack, number: row.pack_number, year: names.year },
    applicantName: names.applicant,
    unitName: names.unit,
    specialty: {
      id: row.specialty,
      name: specialty?.name ?? row.specialty,
      standard: specialty ? `${specialty.standard.title}（${specialty.standard.document}）` : '',
      pack: specialty?.standard.pack ?? null,
      directions: specialty?.directions ?? [],
    },
    level: row.level as PlanLevel,
    levelName: levelNameOf(plan, row.level as PlanLevel),
    route: row.route as PlanRoute,
    routeName: plan.routes.find(({ id }) => id === row.route)?.name ?? row.route,
    stage: row.stage,
    stageName: stage.name,
    stageLabel: stage.label ?? null,
    waiting: waitingOf(process, row, actors, now),
    timeline: [...timeline(process, row.state, row.created_at)],
    actions: available(process, row.state, actors, now).map(({ id, name, main, obstacle }) => ({
      id,
      name,
      main,
      obstacle: obstacle === null ? null : refusalWords(obstacle),
    })),
    returned: await returnedOf(ctx, process, row, content, actors.has('applicant')),
    submissions: {
      used: row.state.submissions,
      left: submissionsLeft(process, row.state),
      limit: submissionLimit(process, row.state),
    },
    history: row.state.steps.map((step) => ({
      at: step.at,
      action: stageOf(process, step.from).actions.find(({ id }) => id === step.action)?.name ?? step.action,
      who: ACTOR_NAMES[step.by],
      stage: stageOf(process, step.to).name,
      reason: step.reason,
    })),
    content,
    disputedRows: row.disputed_rows,
    lacks: actors.has('applicant') ? [...(await lacksOf(ctx, process, row, content))] : [],
    submitted: await submittedOf(ctx, row.id),
    ...(pledge === undefined
      ? {}
      : { pledge: { text: pledge.text, label: pledge.label, signed: pledge.signed === true } }),
    declarations: plan.declarations
      .filter(({ by }) => by === 'applicant')
      .map(({ id, text, label }) => ({ id, text, label })),
    selfReportLimit: plan.selfReport.maxCharacters,
    asks: asksOf(process, row),
    ...(actors.has('applicant') ? { facts: factsOfCase(await factsFor(ctx, row)) } : {}),
    stampedPage: stampedPageOf(plan),
    stampedPages: await stampedPagesOf(ctx, row),
    lastSafeDay: lastSafeDay(process, row.state, row.created_at),
  };
}

function stampedPageOf({ documents }: Plan): ApplicationCase['stampedPage'] {
  const asked = documents.stampedPage;
  return asked === undefined ? null : { words: `《${asked.form}》第${asked.part}部分“${asked.name}”` };
}

function factsOfCase(facts: ApplicationFacts): NonNullable<ApplicationCase['facts']> {
  return {
    greenAgreed: facts.greenAgreed,
    agreedTalents: [...facts.agreedTalents],
    entrusted: facts.entrusted,
    recommendations: [...facts.recommendations],
    appraisals: facts.appraisals.map(({ row, expert }) => ({ row, expert })),
  };
}

function asksOf({ plan }: Process, row: ApplicationRow): NonNullable<ApplicationCase['asks']> {
  return {
    statements: statementsFor(plan, row.state.subject).map((one) => ({
      id: one.id,
      name: one.name,
      label: one.label,
      hint: one.hint ?? null,
      maxCharacters: one.maxCharacters,
      tied: one.tied,
      required: one.required,
    })),
    talents: talentsAsked(plan, row.state.subject),
    selfScore: plan.selfScore !== undefined,
  };
}

/** Stated in the form where no office agrees to them beforehand. */
function talentsAsked(plan: Plan, { route }: { readonly route: PlanRoute }): boolean {
  const chosen = plan.routes.find(({ id }) => id === route);
  return chosen?.asks?.includes('talents') === true && chosen.priorConsent === undefined;
}

function waitingOf(
  process: Process,
  row: ApplicationRow,
  actors: ReadonlySet<string>,
  now: string,
): ApplicationCase['waiting'] {
  const told = explainCase(process, row.state, now);
  const until = told.until;
  return {
    why: told.why,
    who: told.who,
    whoName: told.whoName,
    until,
    // `until` is the first instant too late: a millisecond before it is the last day.
    workingDaysLeft:
      until === null
        ? null
        : workingDaysUntil(process.calendar, dateAt(now), dateAt(instantOf(millisecondsOf(until.at) - 1))),
    next: told.next,
    yours: actors.has(told.who),
  };
}

async function submittedOf(ctx: Ctx, applicationId: string): Promise<NonNullable<ApplicationCase['submitted']>> {
  const rows = await ctx.tx
    .selectFrom('application_submission')
    .select(['ordinal', 'received_at', 'snapshot_hash', 'verdict', 'receipt'])
    .where('application_id', '=', applicationId)
    .orderBy('ordinal')
    .execute();
  return rows.map((one) => ({
    ordinal: one.ordinal,
    receivedAt: one.received_at,
    snapshotHash: one.snapshot_hash,
    verdict: one.verdict,
    receipt: one.receipt as Receipt | null,
  }));
}

/** Newest last; all but the newest were returned, and the newest while the application waits for another. */
async function stampedPagesOf(ctx: Ctx, row: ApplicationRow): Promise<NonNullable<ApplicationCase['stampedPages']>> {
  const pages = await ctx.tx
    .selectFrom('application_stamped_page')
    .select(['id', 'name', 'uploaded_at'])
    .where('application_id', '=', row.id)
    .orderBy('id')
    .execute();
  return pages.map((page, index) => ({
    id: page.id,
    name: page.name,
    uploadedAt: page.uploaded_at,
    returned: index < pages.length - 1 || row.stage === 'stamped-page',
  }));
}
