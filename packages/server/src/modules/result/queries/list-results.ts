import type { ConfirmationLine } from '@zhiping/contract';
import { dateAt, specialtyOf } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { processOf } from '../../application/index.ts';
import { meetingTarget, readMeeting, planOf } from '../../meeting/index.ts';
import { rowPhase, titleOf } from '../../publicity/index.ts';
import { passedOf, passedOn, resultObjections } from '../people.ts';
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
      const plan = await planOf(ctx, meeting);
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
    .select('a.id')
    .where(scopeWhere(scope, { confirmer: 'a.confirmer_id' }, 'a.stage'))
    .where('a.stage', '=', 'confirmation')
    .orderBy('a.number')
    .limit(500)
    .execute();
  const ids = rows.map(({ id }) => id);
  return ctx.asPlatform(async () => {
    const found = await publicisedOf(ctx, ids);
    const objections = await resultObjections(ctx, ids);
    const lines: ConfirmationLine[] = [];
    for (const row of found) {
      const { plan } = await processOf(ctx, row);
      const passed = passedOn(row);
      if (passed === null || row.notice.kind !== 'result') continue;
      lines.push({
        applicationId: row.id,
        number: row.number,
        name: row.personName,
        unit: row.unitName,
        specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
        titleName: titleOf(plan, row.level),
        organiserName: row.organiserName,
        committeeName: row.notice.committeeName,
        meetingName: row.notice.meetingName,
        passedOn: dateAt(passed),
        publicisedFrom: row.startsOn,
        publicisedTo: row.lastDay,
        objections: objections.get(row.id)?.length ?? 0,
      });
    }
    return lines;
  });
}

/** Applications with the publicity their results were on. */
function publicisedOf(ctx: Ctx, ids: readonly string[]) {
  return ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .innerJoin('organiser as o', 'o.id', 'a.organiser_id')
    .innerJoin('publicity_person as pp', 'pp.application_id', 'a.id')
    .innerJoin('publicity as pub', 'pub.id', 'pp.publicity_id')
    .select(['a.id', 'a.number', 'a.specialty', 'a.level', 'a.pack', 'a.pack_number', 'a.state', 'a.organiser_id'])
    .select(['p.name as personName', 'u.name as unitName', 'o.name as organiserName'])
    .select(['pub.notice', 'pub.starts_on as startsOn', 'pub.last_day as lastDay'])
    .where(sql<boolean>`a.id = any(${[...ids]}::uuid[])`)
    .where(sql<boolean>`pub.closed is distinct from 'invalid'`)
    .orderBy('a.number')
    .execute();
}
