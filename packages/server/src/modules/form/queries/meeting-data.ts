import { AppError, type Minutes } from '@zhiping/contract';
import { dateAt, dateWords, levelNameOf, type Plan, type PlanLevel, sha256Hex } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { codeFor, type DocumentData } from '../../../documents/index.ts';
import { readMinutes } from '../../ballot/index.ts';
import { type MeetingTarget, planOf } from '../../meeting/index.ts';

type Round = Minutes['rounds'][number];

/** The counts of the round that decided. A voided round stays in the minutes but has no count sheet. */
export async function countSheetData(ctx: Ctx, meeting: MeetingTarget): Promise<DocumentData<'count-sheet'>> {
  const minutes = await readMinutes(ctx, meeting);
  const round = countedRound(minutes);
  return {
    ...commonData(ctx, meeting, await planOf(ctx, meeting), minutes, round),
    round: round.number,
    openedAt: round.openedAt ?? ctx.businessNow,
    closedAt: round.sealedAt ?? ctx.businessNow,
    envelopes: round.envelopeHashes.length,
    envelopesHash: sha256Hex(round.envelopeHashes.join('\n')),
  };
}

/** The minutes of a meeting, 人社部令第40号 第23条: who came, what was decided, what was voided. */
export async function minutesData(ctx: Ctx, meeting: MeetingTarget): Promise<DocumentData<'meeting-minutes'>> {
  const minutes = await readMinutes(ctx, meeting);
  const round = countedRound(minutes);
  const recusals = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('recusal as r')
      .innerJoin('meeting_case as c', 'c.packet_id', 'r.packet_id')
      .innerJoin('person as e', 'e.id', 'r.person_id')
      .innerJoin('person as a', 'a.id', 'c.applicant_person_id')
      .select(['e.name as expert', 'a.name as applicant', 'r.reason'])
      .where('r.meeting_id', '=', meeting.meetingId)
      .orderBy('r.at')
      .execute(),
  );
  const passed = round.results.filter((one) => one.passed).length;
  return {
    ...commonData(ctx, meeting, await planOf(ctx, meeting), minutes, round),
    heldFrom: round.openedAt ?? ctx.businessNow,
    heldTo: round.endedAt ?? ctx.businessNow,
    place: minutes.venue,
    agenda: [
      `${dateWords(minutes.heldOn)}召开，评委会备案号 ${minutes.filingNumber}。`,
      ...(minutes.drawNumber === null ? [] : [`评审专家由抽取产生，抽取编号 ${minutes.drawNumber}。`]),
      `出席评委：${minutes.attending.join('、')}。`,
      ...minutes.rounds
        .filter(({ state }) => state === 'void')
        .map(({ number, voidReason }) => `第 ${number} 轮表决作废，理由：${voidReason ?? ''}`),
    ],
    recusals: recusals.map(({ expert, applicant, reason }) => ({ expert, applicant, reason: reason || '依规定回避' })),
    decisions: [
      `本次会议评审 ${round.results.length} 人，通过 ${passed} 人，未通过 ${round.results.length - passed} 人。`,
      '评审通过人员按规定公示。',
    ],
  };
}

function countedRound(minutes: Minutes): Round {
  const round = minutes.rounds.find(({ state }) => state === 'counted');
  if (!round) throw new AppError('NOT_FOUND');
  return round;
}

function commonData(ctx: Ctx, meeting: MeetingTarget, plan: Plan, minutes: Minutes, round: Round) {
  const now = ctx.businessNowOf(meeting.organiserId);
  return {
    number: `${minutes.filingNumber}-${round.number}`,
    verificationCode: codeFor(`${meeting.meetingId} ${JSON.stringify(round.results)}`),
    issuedOn: dateAt(now),
    watermark: null,
    meetingName: minutes.meetingTitle,
    committeeName: minutes.committee,
    organiserName: minutes.organiser,
    members: minutes.members,
    attending: round.present ?? 0,
    quorum: round.quorum,
    chair: minutes.chairName,
    supervisor: null,
    results: round.results.map((result) => {
      const about = minutes.cases.find(({ number }) => number === result.number);
      return {
        applicantName: about?.applicantName ?? `${result.number} 号`,
        unit: about?.unitName ?? '—',
        specialty: about?.specialty ?? '—',
        titleName: about === undefined ? '—' : levelNameOf(plan, about.level as PlanLevel),
        yes: result.yes,
        no: result.no,
        abstain: result.abstain + result.missing,
        needed: result.needed,
        outcome: result.passed ? ('通过' as const) : ('未通过' as const),
      };
    }),
    checkpoint: minutes.recordSize === 0 ? null : { size: minutes.recordSize, root: minutes.recordLink, at: now },
  };
}
