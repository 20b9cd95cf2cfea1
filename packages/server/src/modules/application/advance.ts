import { AppError } from '@zhiping/contract';
import {
  type ActionInput,
  applyAction,
  endingDeadline,
  explainCase,
  noticesOf,
  type Outcome,
  type Process,
  type ProcessActor,
  type Receipt,
  refusalWords,
  relationsTo,
  stageOf,
} from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { DRAIN_MS } from '../../jobs/window.ts';
import { after } from '../../time/clocks.ts';
import { notify } from '../message/index.ts';
import { announceMove } from '../webhook/index.ts';
import { guardFacts } from './guard-facts.ts';
import { processOf } from './process-of.ts';
import { beginSealing } from './sealing.ts';
import { type ApplicationRow, loadApplication } from './target.ts';

export interface AdvanceOptions {
  /** The version the caller saw; a stale one is refused. Left out by the platform's own steps. */
  readonly version?: number;
  /** In whose name the platform acts: a deadline that passed, the closing of a ballot, an objection that holds a result. */
  readonly as?: ProcessActor;
  /** Further facts for the record; nothing personal. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Advanced {
  readonly before: ApplicationRow;
  readonly after: ApplicationRow;
  readonly process: Process;
  readonly outcome: Extract<Outcome, { ok: true }>;
  readonly receipt: Receipt;
}

/**
 * The one door through which an application changes its stage: locks the row, lets the pinned plan decide, writes the
 * new state, its deadline and one event. The permission table has decided before; the plan decides once more who may.
 * @throws AppError the refusal of the plan, `STALE`, or `NOT_FOUND`
 */
export async function advance(
  ctx: Ctx,
  applicationId: string,
  action: string,
  input: ActionInput = {},
  options: AdvanceOptions = {},
): Promise<Advanced> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  const before = target.row;
  if (options.version !== undefined && options.version !== before.version) throw new AppError('STALE');

  const process = await processOf(ctx, before);
  const actors: ReadonlySet<string> = options.as === undefined ? relationsTo(ctx.actor, target) : new Set([options.as]);
  const now = options.as === undefined ? ctx.receivedAt : ctx.businessNowOf(before.organiser_id);
  const facts = await guardFacts(ctx, process, before, action);
  const outcome = applyAction(process, before.state, { action, actors, input: { ...input, ...facts }, now });
  if (!outcome.ok) {
    const { code, ...facts } = outcome.refusal;
    throw new AppError(code, { details: { ...facts, words: refusalWords(outcome.refusal) } });
  }

  const { state, event } = outcome;
  const due = endingDeadline(process, state);
  const changed = {
    stage: state.stage,
    state,
    waits_for: explainCase(process, state, now).who,
    due_at: due?.dueAt ?? null,
    version: before.version + 1,
    changed_at: now,
  };
  await ctx.tx
    .updateTable('application')
    .set({ ...changed, state: JSON.stringify(state) })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .execute();
  await setDeadline(ctx, before, due);
  const toAuthorities = state.stage !== before.stage && stageOf(process, state.stage).waitsFor === 'authority';
  const authority = toAuthorities ? await beginSealing(ctx, process, before, now) : before.authority_id;
  const reason = input.reason?.trim() ?? '';
  const receipt = await ctx.record({
    organiserId: before.organiser_id,
    action: event.type,
    subject: { noun: 'application', id: before.id },
    data: { ...options.data, number: before.number, by: event.by, from: event.from, to: event.to },
    ...(reason === '' ? {} : { personal: { of: before.person_id, values: { reason } } }),
  });
  const row = { ...before, ...changed, authority_id: authority };
  await tell(ctx, process, before, row, event.by);
  if (row.stage !== before.stage) {
    const { id: applicationId, organiser_id: organiserId } = before;
    await announceMove(ctx, { applicationId, organiserId, from: before.stage, to: row.stage, bodies: bodiesOf(row) });
  }
  return { before, after: row, process, outcome, receipt };
}

/** The bodies whose case it is, by the relation of their staff. */
const bodiesOf = (row: ApplicationRow) => ({
  unit: row.unit_id,
  authority: row.authority_id,
  association: row.association_id,
  office: row.organiser_id,
  confirmer: row.confirmer_id,
});

/** Whoever must act next, and the applicant where the step concerns them, is written to in the same transaction. */
async function tell(
  ctx: Ctx,
  process: Process,
  before: ApplicationRow,
  row: ApplicationRow,
  by: ProcessActor,
): Promise<void> {
  const bodies = bodiesOf(row);
  const notices = noticesOf(process, { number: row.number, before: before.state, after: row.state, by });
  const postings = notices.flatMap(({ to, template, slots, about, occasion }) => {
    const id = to === 'applicant' ? row.person_id : bodies[to];
    if (id === null) return [];
    return {
      to: to === 'applicant' ? { personId: id } : { relation: to, subjectId: id },
      organiserId: row.organiser_id,
      template,
      slots,
      about: { noun: about, id: about === 'application' ? row.id : row.plan_id },
      occasion,
    };
  });
  await notify(ctx, postings);
}

/**
 * One open row for what ends the application or moves it on by itself. The closing of a window comes later than its
 * last instant by the drain time: what was received in time is inside by then (`jobs/window.ts`).
 */
export async function setDeadline(
  ctx: Ctx,
  row: Pick<ApplicationRow, 'id' | 'organiser_id'>,
  due: ReturnType<typeof endingDeadline>,
): Promise<void> {
  const key = { what: 'application.due', subjectId: row.id };
  if (due === null) {
    await ctx.deadline.cancel(key, ctx.businessNowOf(row.organiser_id));
    return;
  }
  const dueAt = due.window === null ? due.dueAt : after(due.dueAt, DRAIN_MS);
  await ctx.deadline.set({ ...key, organiserId: row.organiser_id, dueAt });
}
