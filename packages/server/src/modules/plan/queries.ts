import type { AnswerOf, listPlanOpenings, PlanPreview } from '@zhiping/contract';
import { acceptedHere, dateAt, levelNameOf, mayOpen, type Plan } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { type Scope, scopeWhere } from '../../db/scope.ts';
import { processOf } from '../application/index.ts';
import { listPublished } from '../policy/index.ts';
import { openingOf } from './facts.ts';
import type { OrganiserTarget } from './target.ts';

const SHOWN = 50;
/** Authorities offered for confirming results, those of the plan's province first. */
const CONFIRMERS = 200;

/** The plans of the caller's organisers, what waits for approval, and the published plans of the library. */
export async function plansOf(ctx: Ctx, scope: Scope): Promise<AnswerOf<typeof listPlanOpenings>> {
  const organisers = await ctx.tx
    .selectFrom('organiser')
    .select(['id', 'name'])
    .where(scopeWhere(scope, { office: 'id', supervisor: 'id' }))
    .orderBy('name')
    .execute();
  const plans = await ctx.tx
    .selectFrom('plan as l')
    .innerJoin('authority as c', 'c.id', 'l.confirmer_id')
    .selectAll('l')
    .select('c.name as confirmerName')
    .where(scopeWhere(scope, { office: 'l.organiser_id', supervisor: 'l.organiser_id' }))
    .orderBy('l.year', 'desc')
    .orderBy('l.id')
    .execute();
  const shown: AnswerOf<typeof listPlanOpenings>['plans'] = [];
  for (const row of plans) {
    const { plan } = await processOf(ctx, row);
    shown.push({
      id: row.id,
      organiserId: row.organiser_id,
      pack: row.pack,
      number: row.pack_number,
      name: row.name,
      year: row.year,
      confirmerName: row.confirmerName,
      openedAt: row.opened_at,
      windows: windowsOf(plan),
    });
  }
  const openings = await ctx.tx
    .selectFrom('plan_opening as o')
    .innerJoin('authority as c', 'c.id', 'o.confirmer_id')
    .innerJoin('policy_version as v', (join) =>
      join.onRef('v.pack', '=', 'o.pack').onRef('v.number', '=', 'o.pack_number'),
    )
    .selectAll('o')
    .select(['c.name as confirmerName', 'v.name', sql<number>`(v.content::jsonb ->> 'year')::int`.as('year')])
    .where(scopeWhere(scope, { office: 'o.organiser_id', supervisor: 'o.organiser_id' }))
    .orderBy('o.id', 'desc')
    .limit(SHOWN)
    .execute();
  return {
    organisers: organisers.map(({ id, name }) => ({ id, name, today: dateAt(ctx.businessNowOf(id)) })),
    plans: shown,
    openings: openings.map((row) => ({
      id: row.id,
      pack: row.pack,
      number: row.pack_number,
      name: row.name,
      year: row.year,
      confirmerName: row.confirmerName,
      note: row.note,
      state: row.state,
      proposedAt: row.proposed_at,
      decidedAt: row.decided_at,
      yours: row.proposed_by === ctx.actor.personId,
    })),
    packs: (await listPublished(ctx))
      .filter(({ kind }) => kind === 'plan')
      .map(({ pack, number, name, publishedAt }) => ({ pack, number, name, publishedAt: publishedAt ?? '' })),
  };
}

/** Everything somebody must have read before a plan is opened, with the point by point check. */
export async function previewOpening(
  ctx: Ctx,
  { organiser }: OrganiserTarget,
  pack: string,
  confirmerId: string | null,
): Promise<PlanPreview> {
  const { stored, plan, checks } = await openingOf(ctx, { organiser, pack, confirmerId });
  const confirmers = await ctx.tx
    .selectFrom('authority')
    .select(['id', 'name', 'area'])
    .where('kind', '=', 'hr')
    .orderBy(sql`area = ${plan.scope.province}`, 'desc')
    .orderBy('name')
    .limit(CONFIRMERS)
    .execute();
  return {
    pack: stored.pack,
    number: stored.number,
    hash: stored.hash,
    title: plan.title,
    year: plan.year,
    province: plan.scope.province,
    organiser: plan.organiser,
    source: `${plan.source.title}${plan.source.number === undefined ? '' : `（${plan.source.number}）`}`,
    windows: windowsOf(plan),
    cutOff: plan.cutOff.date,
    contacts: contactsOf(plan),
    accepted: acceptedOf(plan),
    approvals: plan.approvals.map(({ name }) => name),
    fee: plan.fee === undefined ? null : `每人 ${plan.fee.amountFen / 100} 元（${plan.fee.basis}）；${plan.fee.due}`,
    paper: `${plan.contacts.delivery.by}，${plan.contacts.delivery.address}`,
    readings: plan.readings.map(({ label, question, chosen }) => ({ label, question, chosen })),
    confirmers,
    confirmerId,
    checks: [...checks],
    ready: mayOpen(checks),
  };
}

function windowsOf(plan: Plan): PlanPreview['windows'] {
  return plan.windows.map(({ id, name, actor, opensOn, closesOn, label }) => ({
    id,
    name,
    actor,
    opensOn,
    closesOn,
    label,
  }));
}

function contactsOf({ contacts, committee }: Plan): PlanPreview['contacts'] {
  return [
    { name: '政策咨询', value: contacts.policy },
    ...(contacts.technical === undefined ? [] : [{ name: '技术咨询', value: contacts.technical }]),
    { name: '通知公告', value: contacts.announcements },
    ...(committee === undefined
      ? []
      : [
          { name: '评审委员会', value: committee.name },
          { name: '评委会办公室', value: committee.office },
        ]),
  ];
}

function acceptedOf(plan: Plan): PlanPreview['accepted'] {
  const levels = new Map<string, string[]>();
  for (const { specialty, level } of acceptedHere(plan)) {
    levels.set(specialty.id, [...(levels.get(specialty.id) ?? []), levelNameOf(plan, level)]);
  }
  return plan.specialties.flatMap(({ id, name, standard }) => {
    const accepted = levels.get(id);
    return accepted
      ? [{ specialty: name, levels: accepted, standard: `${standard.title}（${standard.document}）` }]
      : [];
  });
}
