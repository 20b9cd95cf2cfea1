import { addDays, closingWords, digestOf, instantAt, isStaff, type ProcessActor, type Waiting } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { DAILY, startDaily } from '../../jobs/daily.ts';
import type { DeadlineHandlers } from '../../jobs/handlers.ts';
import { after, dateInShanghai } from '../../time/clocks.ts';
import { notify, type Posting } from './notify.ts';
import { stageNames } from './stage-names.ts';

/** When staff begin their day, in Shanghai. */
const HOUR = '08:00';
const SOON_MS = 3 * 24 * 60 * 60_000;

/**
 * Once a day for each organiser: applicants whose deadline draws near are told once for each deadline, and staff get
 * one message of what waits for them. Days the clock jumped over are not made up for.
 */
async function daily(ctx: Ctx, organiserId: string): Promise<void> {
  const now = ctx.businessNowOf(organiserId);
  const today = dateInShanghai(now);
  const thisMorning = instantAt(today, HOUR);
  await startDaily(ctx, organiserId, thisMorning > now ? thisMorning : instantAt(addDays(today, 1), HOUR));
  await tellOfDeadlines(ctx, organiserId, now);
  await notify(ctx, await digests(ctx, organiserId, now, today));
}

/** By stage and deadline, not by person: a closing window has one text for all, and one statement writes them. */
async function tellOfDeadlines(ctx: Ctx, organiserId: string, now: string): Promise<void> {
  const soon = after(now, SOON_MS);
  const groups = await ctx.tx
    .selectFrom('application')
    .select(['plan_id', 'pack', 'pack_number', 'stage', 'due_at'])
    .where('organiser_id', '=', organiserId)
    .where('due_at', '>', now)
    .where('due_at', '<=', soon)
    .where('waits_for', '=', 'applicant')
    .groupBy(['plan_id', 'pack', 'pack_number', 'stage', 'due_at'])
    .execute();
  for (const { plan_id: planId, pack, pack_number: number, stage, due_at: dueAt } of groups) {
    if (dueAt === null) continue;
    const people = await ctx.tx
      .selectFrom('application')
      .select(['id', 'person_id'])
      .where('organiser_id', '=', organiserId)
      .where('due_at', '=', dueAt)
      .where('plan_id', '=', planId)
      .where('stage', '=', stage)
      .where('waits_for', '=', 'applicant')
      .execute();
    const names = await stageNames(ctx, pack, number);
    const slots = { stage: names.get(stage) ?? stage, until: closingWords(dueAt) };
    const postings = people.map(
      ({ id, person_id: personId }): Posting => ({
        to: { personId },
        organiserId,
        template: 'application.due-soon',
        slots,
        about: { noun: 'application', id },
        occasion: `${stage} ${dueAt}`,
      }),
    );
    await notify(ctx, postings);
  }
}

/** What waits for each body, as one message to each of its staff. */
async function digests(ctx: Ctx, organiserId: string, now: string, today: string): Promise<readonly Posting[]> {
  const soon = after(now, SOON_MS);
  const subject = sql<string | null>`case waits_for when 'unit' then unit_id when 'authority' then authority_id
    when 'association' then association_id when 'confirmer' then confirmer_id when 'office' then organiser_id end`;
  const rows = await ctx.tx
    .selectFrom('application')
    .select(['waits_for', 'pack', 'pack_number', 'stage', subject.as('subject')])
    .select([
      sql<bigint>`count(*)`.as('count'),
      sql<bigint>`count(*) filter (where due_at > ${now} and due_at <= ${soon})`.as('due'),
    ])
    .where('organiser_id', '=', organiserId)
    .groupBy(['waits_for', 'pack', 'pack_number', 'stage', subject])
    .execute();
  const bodies = new Map<
    string,
    { readonly to: Exclude<Posting['to'], { personId: string }>; readonly lines: Waiting[] }
  >();
  for (const row of rows) {
    const actor = row.waits_for as ProcessActor | 'nobody';
    if (!isStaff(actor) || row.subject === null) continue;
    const key = `${actor} ${row.subject}`;
    const body = bodies.get(key) ?? { to: { relation: actor, subjectId: row.subject }, lines: [] };
    bodies.set(key, body);
    const names = await stageNames(ctx, row.pack, row.pack_number);
    body.lines.push({ stage: names.get(row.stage) ?? row.stage, count: Number(row.count), due: Number(row.due) });
  }
  return [...bodies.values()].flatMap(({ to, lines }): readonly Posting[] => {
    const slots = digestOf(today, lines);
    if (slots === null) return [];
    const about = { noun: 'organiser', id: organiserId };
    return [
      { to, organiserId, template: 'staff.digest', slots, about, occasion: `${to.relation} ${to.subjectId} ${today}` },
    ];
  });
}

export const messageDeadlines: DeadlineHandlers = { [DAILY]: daily };
