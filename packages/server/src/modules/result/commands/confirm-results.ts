import { AppError } from '@zhiping/contract';
import { dateAt, maskIdNumber, type Plan, personalFactsOf, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { readNumbers } from '../../account/index.ts';
import { advance, type ApplicationTarget, loadApplication, processOf } from '../../application/index.ts';
import { issueCertificate, type NewCertificate, unprintable } from '../../certificate/index.ts';
import { titleOf } from '../../publicity/index.ts';
import { passedOn } from '../people.ts';
import { committeeOf } from '../queries/meeting-of.ts';

export interface Confirmed {
  readonly confirmed: { applicationId: string; certificateNumber: string }[];
  readonly failed: { applicationId: string; reason: string }[];
}

/**
 * Confirms results one by one and issues each certificate in the same transaction. What cannot be confirmed is answered
 * with its reason and hinders nobody else.
 */
export async function confirmResults(ctx: Ctx, ids: readonly string[], approvalNumber: string): Promise<Confirmed> {
  const answer: Confirmed = { confirmed: [], failed: [] };
  for (const applicationId of new Set(ids)) {
    try {
      const certificateNumber = await confirmOne(ctx, applicationId, approvalNumber);
      answer.confirmed.push({ applicationId, certificateNumber });
    } catch (error) {
      // Refusals come before anything is written, so the others may go on in this transaction.
      if (!(error instanceof AppError)) throw error;
      answer.failed.push({ applicationId, reason: reasonOf(error) });
    }
  }
  const [first] = answer.confirmed;
  if (first === undefined) throw new AppError('RESULT_NONE_CONFIRMED', { details: { failed: answer.failed } });
  return answer;
}

async function confirmOne(ctx: Ctx, applicationId: string, approvalNumber: string): Promise<string> {
  const target = await loadApplication(ctx, { id: applicationId });
  if (target === null || !ctx.can('result.confirm', target).allowed) throw new AppError('NOT_FOUND');
  const decidedBy = ctx.actor.personId;
  if (decidedBy === null) throw new AppError('UNAUTHENTICATED');
  return ctx.asPlatform(async () => {
    const certificate = await certificateOf(ctx, target, approvalNumber);
    const characters = unprintable(certificate);
    if (characters.length > 0) throw new AppError('DOCUMENT_CHARACTERS', { details: { characters } });
    await advance(ctx, applicationId, 'confirm', {}, { data: { approvalNumber } });
    await ctx.tx
      .insertInto('result_decision')
      .values({
        application_id: applicationId,
        organiser_id: target.row.organiser_id,
        confirmer_id: target.row.confirmer_id,
        person_id: target.row.person_id,
        decision: 'confirmed',
        approval_number: approvalNumber,
        reason: null,
        decided_by: decidedBy,
        decided_at: ctx.businessNow,
      })
      .execute();
    return (await issueCertificate(ctx, certificate)).number;
  });
}

/** What the certificate says: from the identity of the person, the application and the meeting that passed it. */
async function certificateOf(ctx: Ctx, { row }: ApplicationTarget, approvalNumber: string): Promise<NewCertificate> {
  const { plan } = await processOf(ctx, row);
  const passed = passedOn(row);
  if (passed === null) throw new AppError('NOT_FOUND');
  const person = await ctx.tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', row.person_id)
    .executeTakeFirstOrThrow();
  const unit = await ctx.tx.selectFrom('unit').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const issuer = await ctx.tx
    .selectFrom('authority')
    .select('name')
    .where('id', '=', row.confirmer_id)
    .executeTakeFirstOrThrow();
  const { idNumber } = await readNumbers(ctx, row.person_id);
  return {
    organiserId: row.organiser_id,
    applicationId: row.id,
    personId: row.person_id,
    confirmerId: row.confirmer_id,
    holderName: person.name,
    sex: personalFactsOf(idNumber ?? '')?.sex === 'female' ? '女' : '男',
    idNumberMasked: idNumber === null ? '—' : maskIdNumber(idNumber),
    unitName: unit.name,
    numbering: plan.certificate,
    seriesName: SERIES_NAMES[plan.series] ?? plan.series,
    level: row.level,
    levelName: LEVEL_NAMES[row.level] ?? row.level,
    specialty: specialtyName(plan, row.specialty),
    titleName: titleOf(plan, row.level),
    committeeName: await committeeOf(ctx, row.id),
    issuer: issuer.name,
    approvalNumber,
    obtainedOn: dateAt(passed),
    issuedOn: dateAt(ctx.businessNow),
  };
}

const SERIES_NAMES: Readonly<Record<string, string>> = { engineering: '工程系列', economics: '经济系列' };
const LEVEL_NAMES: Readonly<Record<string, string>> = {
  technician: '员级',
  assistant: '助理级',
  engineer: '中级',
  senior: '副高级',
  'full-senior': '正高级',
};

function specialtyName(plan: Plan, id: string): string {
  return specialtyOf(plan, id)?.name ?? id;
}

function reasonOf(error: AppError): string {
  const characters = (error.details as { characters?: readonly string[] } | undefined)?.characters;
  return characters === undefined ? error.message : `${error.message}：${characters.join('、')}`;
}
