import { AppError } from '@zhiping/contract';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance, type ApplicationRow } from '../../application/index.ts';
import type { PublicityRow } from '../target.ts';
import { caseNames, noticeOf } from '../unit-case.ts';
import { postPublicity } from './post-publicity.ts';

export interface UnitPublicityInput {
  readonly startsOn: string | null;
  readonly approvingMeeting: string;
  readonly contact: string;
  readonly phone: string;
  readonly ways: string;
}

/**
 * The unit posts the publicity of one application, LN-2024 五(四): the notice follows the template, the last day follows
 * the plan and the official calendar.
 */
export async function startUnitPublicity(
  ctx: Ctx,
  row: ApplicationRow,
  input: UnitPublicityInput,
): Promise<{ publicity: PublicityRow; receipt: Receipt }> {
  return ctx.asPlatform(async () => {
    const content = await noticeOf(ctx, row);
    if (content.person === null || content.missing.length > 0) {
      throw new AppError('PUBLICITY_INCOMPLETE', { details: { missing: content.missing } });
    }
    const advanced = await advance(
      ctx,
      row.id,
      'start-publicity',
      input.startsOn === null ? {} : { startsOn: input.startsOn },
    );
    const { plan } = advanced.process;
    const period = advanced.after.state.period;
    if (period === null) throw new Error(`${plan.pack}: start-publicity sets no period`);
    await withdrawFormer(ctx, row.id);
    const names = await caseNames(ctx, row, plan);
    const publicity = await postPublicity(ctx, {
      organiserId: row.organiser_id,
      of: { kind: 'unit', applicationId: row.id, personId: row.person_id, unitId: row.unit_id },
      number: row.number,
      title: `关于拟推荐${names.personName}同志申报${names.specialty}专业（${names.titleName}）专业技术资格评审的公示`,
      issuer: names.unitName,
      period,
      workingDays: plan.publicity.unit.workingDays,
      contact: input.contact,
      phone: input.phone,
      supervisionPhone: null,
      ways: input.ways,
      notice: {
        kind: 'unit',
        year: plan.year,
        unitName: names.unitName,
        specialty: names.specialty,
        titleName: names.titleName,
        approvingMeeting: input.approvingMeeting,
        person: content.person,
        achievements: content.achievements,
      },
    });
    return { publicity, receipt: advanced.receipt };
  });
}

/** An application that was returned during its publicity is publicised anew; the former one stays on file as invalid. */
async function withdrawFormer(ctx: Ctx, applicationId: string): Promise<void> {
  await ctx.tx
    .updateTable('publicity')
    .set((eb) => ({
      closed: 'invalid' as const,
      closed_at: ctx.businessNow,
      invalid_reason: '申报退回修改后重新公示',
      version: eb('version', '+', 1),
    }))
    .where('application_id', '=', applicationId)
    .where('kind', '=', 'unit')
    .where((eb) => eb.or([eb('closed', 'is', null), eb('closed', '=', 'concluded')]))
    .execute();
}
