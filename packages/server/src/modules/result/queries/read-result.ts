import { AppError, type MeetingResult } from '@zhiping/contract';
import { publicityPeriod } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { processOf } from '../../application/index.ts';
import { type MeetingTarget, readMeeting } from '../../meeting/index.ts';
import { type PublicityRow, rowPhase } from '../../publicity/index.ts';
import { passedOf, type ResultPerson } from '../people.ts';

/** The publicity of a meeting's results, null before it is posted. */
export async function resultPublicity(ctx: Ctx, meetingId: string): Promise<PublicityRow | null> {
  const row = await ctx.tx
    .selectFrom('publicity')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'result')
    .where((eb) => eb.or([eb('closed', 'is', null), eb('closed', '=', 'concluded')]))
    .executeTakeFirst();
  return row ?? null;
}

/** The results of one meeting for the office: who passed, the publicity, objections and who is held back. */
export async function readMeetingResult(ctx: Ctx, meeting: MeetingTarget): Promise<MeetingResult> {
  return ctx.asPlatform(async () => {
    const process = await processOf(ctx, {
      organiser_id: meeting.organiserId,
      pack: meeting.planPack,
      pack_number: meeting.planNumber,
    });
    const view = await readMeeting(ctx, meeting);
    const people = await passedOf(ctx, meeting.meetingId, process.plan);
    const publicity = await resultPublicity(ctx, meeting.meetingId);
    const rule = process.plan.publicity.result;
    const ifToday = publicityPeriod(process.calendar, dateInShanghai(ctx.businessNowOf(meeting.organiserId)), rule);
    return {
      meetingId: meeting.meetingId,
      meetingName: view.title,
      committeeName: view.filing.name,
      obstacle: obstacleOf(meeting, people.length),
      workingDays: rule.workingDays,
      lastDayIfToday: ifToday.lastDay,
      provisional: ifToday.provisional,
      publicity:
        publicity === null
          ? null
          : {
              id: publicity.id,
              token: publicity.token,
              number: publicity.number,
              startsOn: publicity.starts_on,
              lastDay: publicity.last_day,
              endsAt: publicity.ends_at,
              phase: rowPhase(publicity, ctx.businessNowOf(meeting.organiserId)),
              contact: publicity.contact,
              phone: publicity.phone,
              version: publicity.version,
            },
      people: people.map(lineOf),
    };
  });
}

function lineOf(person: ResultPerson): MeetingResult['people'][number] {
  const { row } = person;
  return {
    applicationId: row.id,
    number: person.number,
    stage: row.stage,
    name: person.name,
    unit: person.unit,
    specialty: person.specialty,
    titleName: person.titleName,
    held: row.state.held,
    openObjections: person.openObjections,
    objections: person.objections,
    decision: row.stage === 'certified' ? 'confirmed' : row.stage === 'refused' ? 'refused' : null,
  };
}

function obstacleOf(meeting: MeetingTarget, passed: number): string | null {
  if (meeting.stage === 'publicised' || meeting.stage === 'closed') return null;
  if (meeting.stage !== 'voted') return '会议还没有完成表决和计票。';
  return passed === 0 ? '没有表决通过的人，不需要公示。' : null;
}

export async function mustResultPublicity(ctx: Ctx, meetingId: string): Promise<PublicityRow> {
  const row = await resultPublicity(ctx, meetingId);
  if (row === null) throw new AppError('RESULT_NOT_PUBLISHED');
  return row;
}
