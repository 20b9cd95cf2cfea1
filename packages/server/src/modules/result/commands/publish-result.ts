import { AppError } from '@zhiping/contract';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance } from '../../application/index.ts';
import { type MeetingTarget, planOf, readMeeting, setMeetingStage } from '../../meeting/index.ts';
import { postPublicity, type PublicityRow } from '../../publicity/index.ts';
import { passedOf } from '../people.ts';

export interface PublishInput {
  readonly contact: string;
  readonly phone: string;
  readonly supervisionPhone: string | null;
  readonly ways: string;
}

/**
 * Publishes who passed, at least five working days by the plan (人社部令第40号 第26条). Everybody's period starts now and
 * ends together; it concludes by itself for whoever is not held back.
 */
export async function publishResult(
  ctx: Ctx,
  meeting: MeetingTarget,
  input: PublishInput,
): Promise<{ publicity: PublicityRow; people: number; receipt: Receipt }> {
  return ctx.asPlatform(async () => {
    await setMeetingStage(ctx, meeting.meetingId, ['voted'], 'publicised');
    const plan = await planOf(ctx, meeting);
    const people = await passedOf(ctx, meeting.meetingId, plan);
    if (people.length === 0) throw new AppError('RESULT_NOBODY_PASSED');
    let period = null;
    for (const { row } of people) {
      const { after } = await advance(ctx, row.id, 'publish-result');
      period = after.state.period;
    }
    if (period === null) throw new Error(`${meeting.planPack}: publish-result sets no period`);
    const view = await readMeeting(ctx, meeting);
    const organiser = await ctx.tx
      .selectFrom('organiser')
      .select('name')
      .where('id', '=', meeting.organiserId)
      .executeTakeFirstOrThrow();
    const listed = people.map((person, index) => ({ ...person, place: index + 1 }));
    const publicity = await postPublicity(ctx, {
      organiserId: meeting.organiserId,
      of: {
        kind: 'result',
        meetingId: meeting.meetingId,
        people: listed.map(({ place, row }) => ({ place, applicationId: row.id, personId: row.person_id })),
      },
      number: await nextNumber(ctx, meeting.organiserId, plan.year),
      title: `关于${plan.year}年度${view.filing.name}评审结果的公示`,
      issuer: organiser.name,
      period,
      workingDays: plan.publicity.result.workingDays,
      ...input,
      notice: {
        kind: 'result',
        year: plan.year,
        committeeName: view.filing.name,
        meetingName: view.title,
        people: listed.map(({ place, name, unit, specialty, titleName }) => ({
          place,
          name,
          unit,
          specialty,
          titleName,
        })),
      },
    });
    await ctx.deadline.set({
      what: 'result.publicity-over',
      subjectId: publicity.id,
      organiserId: meeting.organiserId,
      dueAt: publicity.ends_at,
    });
    const receipt = await ctx.record({
      organiserId: meeting.organiserId,
      subject: { noun: 'meeting', id: meeting.meetingId },
      data: { publicityId: publicity.id, people: people.length, lastDay: publicity.last_day },
    });
    return { publicity, people: people.length, receipt };
  });
}

/** 公示〔2024〕3号: counted by organiser and year. */
async function nextNumber(ctx: Ctx, organiserId: string, year: number): Promise<string> {
  const { count } = await ctx.tx
    .selectFrom('publicity')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('organiser_id', '=', organiserId)
    .where('kind', '=', 'result')
    .where('number', 'like', `公示〔${year}〕%`)
    .executeTakeFirstOrThrow();
  return `公示〔${year}〕${Number(count) + 1}号`;
}
