import type { ConfirmationLine } from '@zhiping/contract';
import { dateAt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { processOf } from '../../application/index.ts';
import { meetingTarget, readMeeting } from '../../meeting/index.ts';
import { rowPhase, titleOf } from '../../publicity/index.ts';
import { passedOf, passedOn } from '../people.ts';
import { resultPublicity } from './read-result.ts';

/** Meetings whose ballot is counted, newest first. */
export async function listResults(ctx: Ctx, scope: Scope) {
  const rows = await ctx.tx
    .selectFrom('meeting')
    .select('id')
    .where(scopeWhere(scope, { office: 'organiser_id', supervisor: 'organiser_id' }, 'stage'))
    .where('stage', 'in', ['voted', 'publicised', 'closed'])
    .orderBy('held_on', 'desc')
    .limit(200)
    .execute();
  const items = [];
  for (const { id } of rows) {
    const meeting = await meetingTarget(ctx, { id });
    if (meeting === null) continue;
    const item = await ctx.asPlatform(async () => {
      const { plan } = await processOf(ctx, meeting.planPack, meeting.planNumber);
      const view = await readMeeting(ctx, meeting);
      const people = await passedOf(ctx, id, plan);
      const publicity = await resultPublicity(ctx, id);
      return {
        meetingId: id,
        meetingName: view.title,
        committeeName: view.filing.name,
        passed: people.length,
        phase: publicity === null ? null : rowPhase(publicity, ctx.businessNowOf(meeting.organiserId)),
        lastDay: publicity?.last_day ?? null,
        held: people.filter(({ row }) => row.state.held !== null).length,
        awaitingConfirmation: people.filter(({ row }) => row.stage === 'confirmation').length,
      };
    });
    items.push(item);
  }
  return items;
}

/** Everybody who waits for the confirming authority, with what it needs to see. */
export async function listConfirmations(ctx: Ctx, scope: Scope): Promise<ConfirmationLine[]> {
  const rows = await ctx.tx
    .selectFrom('application as a')
    .selectAll('a')
    .where(scopeWhere(scope, { confirmer: 'a.confirmer_id' }, 'a.stage'))
    .where('a.stage', '=', 'confirmation')
    .orderBy('a.number')
    .limit(500)
    .execute();
  return ctx.asPlatform(async () => {
    const lines: ConfirmationLine[] = [];
    for (const row of rows) {
      const context = await contextOf(ctx, row.id);
      const { plan } = await processOf(ctx, row.pack, row.pack_number);
      const passed = passedOn(row);
      if (context === null || passed === null) continue;
      const [person] = (await passedOf(ctx, context.meetingId, plan)).filter((one) => one.row.id === row.id);
      lines.push({
        applicationId: row.id,
        number: row.number,
        name: person?.name ?? '',
        unit: person?.unit ?? '',
        specialty: person?.specialty ?? '',
        titleName: titleOf(row.level),
        organiserName: context.organiserName,
        committeeName: context.committeeName,
        meetingName: context.meetingName,
        passedOn: dateAt(passed),
        publicisedFrom: context.startsOn,
        publicisedTo: context.lastDay,
        objections: person?.objections ?? 0,
      });
    }
    return lines;
  });
}

async function contextOf(ctx: Ctx, applicationId: string) {
  const row = await ctx.tx
    .selectFrom('publicity_person as pp')
    .innerJoin('publicity as p', 'p.id', 'pp.publicity_id')
    .innerJoin('organiser as o', 'o.id', 'p.organiser_id')
    .select(['p.meeting_id', 'p.starts_on', 'p.last_day', 'p.notice', 'o.name'])
    .where('pp.application_id', '=', applicationId)
    .where('p.kind', '=', 'result')
    .orderBy('p.id', 'desc')
    .executeTakeFirst();
  if (!row || row.meeting_id === null || row.notice.kind !== 'result') return null;
  return {
    meetingId: row.meeting_id,
    startsOn: row.starts_on,
    lastDay: row.last_day,
    organiserName: row.name,
    committeeName: row.notice.committeeName,
    meetingName: row.notice.meetingName,
  };
}
