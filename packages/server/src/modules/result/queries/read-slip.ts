import { AppError, type ResultSlip } from '@zhiping/contract';
import { dateAt, dateWords, type Plan, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { codeFor, printDocument } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { type ApplicationRow, processOf } from '../../application/index.ts';
import { readCases } from '../../meeting/index.ts';
import { scoreSummaries } from '../../packet/index.ts';
import { titleOf } from '../../publicity/index.ts';
import { passedOn } from '../people.ts';
import { committeeOf, meetingOf } from './meeting-of.ts';

/** How the own application ended, in words, product N2. The score stays out: the plan does not say it may be told. */
export async function readSlip(ctx: Ctx, row: ApplicationRow): Promise<ResultSlip> {
  return ctx.asPlatform(async () => {
    const decision = await ctx.tx
      .selectFrom('result_decision')
      .select(['decision', 'reason'])
      .where('application_id', '=', row.id)
      .executeTakeFirst();
    const words = wordsOf(row, decision?.reason ?? null);
    if (words === null) throw new AppError('NOT_FOUND');
    return {
      applicationId: row.id,
      number: row.number,
      ...words,
      groupOpinion: await opinionOf(ctx, row.id),
      score: null,
    };
  });
}

type Words = Pick<ResultSlip, 'outcome' | 'stage' | 'next'>;

function wordsOf(row: ApplicationRow, refusedFor: string | null): Words | null {
  const passed = passedOn(row);
  const { period, held } = row.state;
  const voted = passed === null ? '' : `${dateWords(dateAt(passed))}评审会议表决通过。`;
  switch (row.stage) {
    case 'result-publicity':
      if (period === null) return null;
      return {
        outcome: held === null ? '评审通过，正在公示' : '评审通过，结果暂缓',
        stage: `${voted}公示自${dateWords(period.startsOn)}至${dateWords(period.lastDay)}。`,
        next:
          held === null
            ? '公示期满后由确认机关确认；确认后可以在“我的证书”下载电子证书。'
            : '公示期内收到异议，正在核查。核查完毕后将告知结果。',
      };
    case 'confirmation':
      return {
        outcome: '评审通过，待确认',
        stage: `${voted}公示期满。`,
        next: '等待确认机关确认；确认后可以在“我的证书”下载电子证书。',
      };
    case 'certified':
      return { outcome: '取得资格', stage: `${voted}已经确认。`, next: '电子证书可以在“我的证书”下载和验证。' };
    case 'not-passed':
      return {
        outcome: '评审未通过',
        stage: '评审会议表决，同意票未达到规定的比例。',
        next: '如对评审程序有疑问，可以向评委会办公室申请复查。下一年度可以再次申报。',
      };
    case 'refused':
      return refusedFor === null
        ? null
        : { outcome: '未予确认', stage: `${voted}理由：${refusedFor}`, next: '如有异议，可以向确认机关申请复查。' };
    case 'cancelled':
      return passed === null
        ? null
        : { outcome: '已取消申报资格', stage: voted, next: '理由见办理记录；如有异议，可以向评委会办公室申请复查。' };
    default:
      return null;
  }
}

/** The opinion of the discipline group, once all who must have signed it. */
async function opinionOf(ctx: Ctx, applicationId: string): Promise<string | null> {
  const meeting = await meetingOf(ctx, applicationId);
  if (meeting === null) return null;
  const cases = await readCases(ctx, meeting.meetingId);
  const packetId = cases.find((one) => one.applicationId === applicationId)?.packetId;
  const summary = (await scoreSummaries(ctx, meeting)).find((one) => one.packetId === packetId);
  return summary?.opinion?.complete === true ? summary.opinion.text : null;
}

/** The slip as PDF. */
export async function printSlip(ctx: Ctx, row: ApplicationRow): Promise<FileAnswer> {
  const slip = await readSlip(ctx, row);
  const pdf = await ctx.asPlatform(async () => {
    const { plan } = await processOf(ctx, row);
    const names = await namesOf(ctx, row, plan);
    return printDocument('result-slip', {
      number: row.number,
      verificationCode: codeFor(JSON.stringify(slip)),
      issuedOn: dateInShanghai(ctx.businessNowOf(row.organiser_id)),
      watermark: null,
      ...names,
      year: plan.year,
      outcome: slip.outcome,
      stage: slip.stage,
      groupOpinion: slip.groupOpinion,
      score: slip.score,
      next: slip.next,
    });
  });
  return {
    fileName: `评审结果-${row.number}.pdf`,
    mediaType: 'application/pdf',
    content: Buffer.from(pdf),
    disposition: 'inline',
  };
}

async function namesOf(ctx: Ctx, row: ApplicationRow, plan: Plan) {
  const person = await ctx.tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', row.person_id)
    .executeTakeFirstOrThrow();
  const unit = await ctx.tx.selectFrom('unit').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const organiser = await ctx.tx
    .selectFrom('organiser')
    .select('name')
    .where('id', '=', row.organiser_id)
    .executeTakeFirstOrThrow();
  return {
    organiserName: organiser.name,
    committeeName: (await committeeOf(ctx, row.id)) || organiser.name,
    applicantName: person.name,
    unitName: unit.name,
    specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
    titleName: titleOf(plan, row.level),
  };
}
