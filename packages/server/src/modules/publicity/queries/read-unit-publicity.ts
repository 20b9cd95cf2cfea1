import type { ApplicationPublicity, UnitPublicity, UnitPublicityLine } from '@zhiping/contract';
import { AppError } from '@zhiping/contract';
import { explainCase, openObjections, proofKinds, publicityPeriod } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Scope } from '../../../db/scope.ts';
import { scopeWhere } from '../../../db/scope.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { type ApplicationRow, loadApplication } from '../../application/index.ts';
import { readAppraisal } from '../../unit/index.ts';
import { rowPhase } from '../state.ts';
import type { PublicityRow } from '../target.ts';
import { titleOf } from '../title-of.ts';
import { caseNames, noticeOf, planOfApplication } from '../unit-case.ts';
import { objectionStates } from './read-objections.ts';

/** Everything the unit needs to post the publicity of one application or to follow the posted one. */
export async function readApplicationPublicity(ctx: Ctx, row: ApplicationRow): Promise<ApplicationPublicity> {
  return ctx.asPlatform(async () => {
    const process = await planOfApplication(ctx, row);
    const { plan, calendar } = process;
    const rows = await ctx.tx
      .selectFrom('publicity')
      .selectAll()
      .where('application_id', '=', row.id)
      .where('kind', '=', 'unit')
      .orderBy('id', 'desc')
      .execute();
    const views: UnitPublicity[] = [];
    for (const one of rows) views.push(await unitPublicityView(ctx, one));
    const names = await caseNames(ctx, row, plan);
    const content = await noticeOf(ctx, row);
    const ifToday = publicityPeriod(calendar, dateInShanghai(ctx.businessNowOf(row.organiser_id)), plan.publicity.unit);
    return {
      applicationId: row.id,
      number: row.number,
      stage: row.stage,
      unitName: names.unitName,
      specialty: names.specialty,
      titleName: names.titleName,
      person: content.person,
      achievements: [...content.achievements],
      next: explainCase(process, row.state, ctx.businessNowOf(row.organiser_id)).next,
      workingDays: plan.publicity.unit.workingDays,
      approvingMeeting: (await readAppraisal(ctx, row.id))?.meeting ?? null,
      missing: [...content.missing],
      lastDayIfToday: ifToday.lastDay,
      provisional: ifToday.provisional,
      current: views.find((view) => stands(view, row)) ?? null,
      former: views.filter((view) => !stands(view, row)),
    };
  });
}

/** A posted publicity stands until it is declared invalid or the application went back before it was concluded. */
function stands(view: Pick<UnitPublicity, 'phase'>, row: Pick<ApplicationRow, 'state'>): boolean {
  return view.phase === 'concluded' || (view.phase !== 'invalid' && row.state.period !== null);
}

export async function unitPublicityView(ctx: Ctx, row: PublicityRow): Promise<UnitPublicity> {
  const states = await objectionStates(ctx, { publicityId: row.id });
  return {
    id: row.id,
    token: row.token,
    number: row.number,
    startsOn: row.starts_on,
    lastDay: row.last_day,
    endsAt: row.ends_at,
    workingDays: row.working_days,
    phase: rowPhase(row, ctx.businessNowOf(row.organiser_id)),
    approvingMeeting: row.notice.kind === 'unit' ? row.notice.approvingMeeting : '',
    contact: row.contact,
    phone: row.phone,
    ways: row.ways,
    proofs: await proofsView(ctx, row),
    openObjections: openObjections(states),
    objections: states.length,
    invalidReason: row.invalid_reason,
    version: row.version,
  };
}

/** The application a unit's publicity is of. */
export async function caseOfPublicity(ctx: Ctx, row: PublicityRow): Promise<ApplicationRow> {
  const target = await loadApplication(ctx, { id: row.application_id ?? '' });
  if (!target) throw new AppError('NOT_FOUND');
  return target.row;
}

/** The proofs uploaded for a publicity and not taken away, the first one first. */
export async function proofsOf(ctx: Ctx, publicityId: string) {
  return ctx.tx
    .selectFrom('publicity_proof as f')
    .leftJoin('person as p', 'p.id', 'f.uploaded_by')
    .select(['f.id', 'f.kind', 'f.taken_on', 'f.file_id', 'f.media_type', 'f.uploaded_at', 'p.name as uploadedBy'])
    .where('f.publicity_id', '=', publicityId)
    .where('f.removed_at', 'is', null)
    .orderBy('f.id')
    .execute();
}

async function proofsView(ctx: Ctx, row: PublicityRow): Promise<UnitPublicity['proofs']> {
  const { plan } = await planOfApplication(ctx, await caseOfPublicity(ctx, row));
  const uploaded = await proofsOf(ctx, row.id);
  return proofKinds(plan).map(({ id: kind, name, label, needed, dated }) => ({
    kind,
    name,
    label,
    needed,
    dated,
    files: uploaded
      .filter((one) => one.kind === kind)
      .map(({ id, taken_on: takenOn, uploaded_at: uploadedAt, uploadedBy, media_type: mediaType }) => ({
        id,
        takenOn,
        uploadedAt,
        uploadedBy: uploadedBy ?? '',
        image: mediaType !== 'application/pdf',
      })),
  }));
}

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
  /** Only those that can be recommended now. */
  readonly ready?: 'yes' | undefined;
}

/**
 * Applications to be publicised, publicised or just recommended, within the caller's scope: those the unit has to do with
 * first, the last begun first. A page of what is ready leaves out what lacks a proof.
 */
export async function listUnitPublicities(
  ctx: Ctx,
  scope: Scope,
  { after, limit, ready }: Page,
): Promise<{ items: UnitPublicityLine[]; next: string | null }> {
  const stages = ready === 'yes' ? ['unit-publicity'] : ['unit-publicity', 'online-submission'];
  const found = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .selectAll('a')
    .select('p.name as personName')
    .where(scopeWhere(scope, { unit: 'a.unit_id', office: 'a.organiser_id', applicant: 'a.person_id' }, 'a.stage'))
    .where('a.stage', 'in', stages)
    .$if(after !== undefined, (query) => {
      const [stage = '', id = ''] = (after ?? '').split('/');
      return query.where(sql<boolean>`(a.stage, a.id) < (${stage}, ${id}::uuid)`);
    })
    .$if(ready === 'yes', (query) =>
      query.where(sql<boolean>`exists (select from publicity u join organiser g on g.id = a.organiser_id
        where u.application_id = a.id and u.closed is null
        and u.ends_at <= ${ctx.systemNow}::timestamptz + g.clock_offset_ms * interval '1 millisecond'
        and not exists (select from objection o where o.publicity_id = u.id and o.state = 'open'))`),
    )
    .orderBy('a.stage', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  const posted = await standingPublicities(
    ctx,
    rows.map(({ id }) => id),
  );
  const items: UnitPublicityLine[] = [];
  for (const row of rows) {
    const publicity = posted.get(row.id);
    const phase = publicity === undefined ? null : rowPhase(publicity, ctx.businessNowOf(row.organiser_id));
    const shown = publicity !== undefined && phase !== null && stands({ phase }, row) ? publicity : null;
    const process = await planOfApplication(ctx, row);
    const { plan } = process;
    const unproved = shown === null ? [] : proofKinds(plan).filter(({ id }) => !shown.kinds.includes(id));
    if (ready === 'yes' && (shown === null || phase !== 'over' || unproved.some(({ needed }) => needed))) continue;
    items.push({
      id: row.id,
      number: row.number,
      name: row.personName,
      specialty: plan.specialties.find(({ id }) => id === row.specialty)?.name ?? row.specialty,
      titleName: titleOf(plan, row.level),
      stage: row.stage,
      phase: shown === null ? null : phase,
      lastDay: shown?.last_day ?? null,
      openObjections: shown === null ? 0 : Number(shown.open ?? 0),
      unproved: unproved.map(({ name, needed }) => ({ name, needed })),
      publicity: shown === null ? null : { id: shown.id, version: shown.version },
      next: explainCase(process, row.state, ctx.businessNowOf(row.organiser_id)).next,
    });
  }
  const last = rows.at(-1);
  return { items, next: found.length > limit && last !== undefined ? `${last.stage}/${last.id}` : null };
}

/** The latest publicity of each application that was not declared invalid, with its open objections and the kinds of its proofs. */
async function standingPublicities(ctx: Ctx, applicationIds: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('publicity as p')
    .selectAll('p')
    .select((eb) =>
      eb
        .selectFrom('objection as o')
        .whereRef('o.publicity_id', '=', 'p.id')
        .where('o.state', '=', 'open')
        .select((count) => count.fn.countAll<bigint>().as('n'))
        .as('open'),
    )
    .select(
      sql<readonly string[]>`array(select distinct f.kind from publicity_proof f
        where f.publicity_id = p.id and f.removed_at is null)`.as('kinds'),
    )
    .where(sql<boolean>`p.application_id = any(${[...applicationIds]}::uuid[])`)
    // The unique index of what stands is by these very words.
    .where(sql<boolean>`p.kind = 'unit' and p.closed is distinct from 'invalid'`)
    .orderBy('p.id')
    .execute();
  return new Map(rows.map((row) => [row.application_id, row]));
}
