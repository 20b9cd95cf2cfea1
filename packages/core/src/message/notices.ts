import { closingWords, dateAt, dateWords } from '../calendar/index.ts';
import { feeStageOf, paymentReference, yuanOf } from '../fee/index.ts';
import { type CaseState, endingDeadline, type Process, stageOf } from '../process/index.ts';
import type { ProcessActor } from '../plan/index.ts';
import type { Slots, TemplateId } from './templates.ts';

/** Who reads messages: the applicant, or whoever is staff of the body the application is with. */
export const RECIPIENTS = ['applicant', 'unit', 'authority', 'association', 'office', 'confirmer'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** One message to write because an application moved. */
export interface Notice {
  readonly to: Recipient;
  readonly template: TemplateId;
  readonly slots: Slots;
  /** About this application, or about the plan: then whoever was told today is not told again. */
  readonly about: 'application' | 'plan';
  /** With recipient, template and what it is about, the key under which a message exists once. */
  readonly occasion: string;
}

/** One step of an application, as the process decided it. */
export interface Moved {
  readonly number: string;
  readonly before: CaseState;
  readonly after: CaseState;
  readonly by: ProcessActor;
}

/**
 * Who is told what after a step. The applicant hears of returns, fees, publicity, holding back and every end they did
 * not bring about; whoever must act next is told, unless it is who just acted. A unit has few cases and is told of
 * each; offices and authorities work from lists, so they are told once a day and stage, and in the daily digest.
 */
export function noticesOf(process: Process, moved: Moved): readonly Notice[] {
  const { before, after } = moved;
  const entered = before.stage !== after.stage;
  const toApplicant = applicantNotice(process, moved, entered);
  const notices = toApplicant === null ? [] : [toApplicant];
  const { waitsFor, id, name } = stageOf(process, after.stage);
  if (!entered || !isStaff(waitsFor) || waitsFor === moved.by) return notices;
  if (waitsFor === 'unit') {
    const slots = { number: moved.number, stage: name, until: untilWords(process, after) };
    return [...notices, { to: 'unit', template: 'work.one', slots, about: 'application', occasion: nth(after) }];
  }
  const occasion = `${id} ${dateAt(after.since)}`;
  return [...notices, { to: waitsFor, template: 'work.today', slots: { stage: name }, about: 'plan', occasion }];
}

function applicantNotice(process: Process, moved: Moved, entered: boolean): Notice | null {
  const { number, before, after, by } = moved;
  const stage = stageOf(process, after.stage);
  const tell = (template: TemplateId, slots: Slots): Notice => ({
    to: 'applicant',
    template,
    slots: { number, stage: stage.name, ...slots },
    about: 'application',
    occasion: nth(after),
  });
  const until = untilWords(process, after);
  if (after.period !== null && before.period === null) {
    const { startsOn, lastDay } = after.period;
    return tell('application.publicity', { from: dateWords(startsOn), to: dateWords(lastDay) });
  }
  if (after.held !== null && before.held === null) return tell('application.held', {});
  if (!entered || by === 'applicant') return null;
  if (stage.end === 'success') return tell('application.succeeded', {});
  if (stage.end === 'stopped') return tell('application.stopped', { from: stageOf(process, before.stage).name });
  if (after.returned !== null && after.returned.at !== before.returned?.at) {
    const { from, items } = after.returned;
    return tell('application.returned', { from: stageOf(process, from).name, count: items.length, until });
  }
  const { fee } = process.plan;
  if (fee !== undefined && feeStageOf(process.plan) === stage.id) {
    return tell('application.fee', { yuan: yuanOf(fee.amountFen), reference: paymentReference(number), until });
  }
  return stage.waitsFor === 'applicant' ? tell('application.your-turn', { until }) : null;
}

/** Steps so far: every step of an application is told at most once. */
const nth = ({ steps }: CaseState): string => `step ${steps.length}`;

function untilWords(process: Process, state: CaseState): string {
  const due = endingDeadline(process, state);
  return due === null ? '' : `截止时间为${closingWords(due.dueAt)}。`;
}

/** Whether a stage waits for people who have a worklist. */
export function isStaff(actor: ProcessActor | 'nobody'): actor is Exclude<Recipient, 'applicant'> {
  return actor !== 'applicant' && RECIPIENTS.some((one) => one === actor);
}
