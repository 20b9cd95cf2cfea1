import { ACTORS, OPENING_CHECKS } from '@zhiping/core';
import { z } from 'zod';
import { date, done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { packId } from './policy.ts';

const planWindow = z.object({
  id: z.string(),
  name: z.string(),
  actor: z.enum(ACTORS),
  opensOn: date,
  closesOn: date,
  label: z.string(),
});

/** One point that is checked before a plan opens. */
export const openingCheck = z.object({
  id: z.enum(OPENING_CHECKS),
  name: z.string(),
  state: z.enum(['met', 'lacking', 'note']),
  words: z.string(),
  what: z.string().nullable(),
});

export const planOpening = z.object({
  id,
  pack: packId,
  number: z.int().positive(),
  name: z.string(),
  year: z.int(),
  confirmerName: z.string(),
  note: z.string(),
  state: z.enum(['proposed', 'opened', 'declined']),
  proposedAt: instant,
  decidedAt: instant.nullable(),
  yours: z.boolean(),
});
export type PlanOpening = z.infer<typeof planOpening>;

export const listPlanOpenings = endpoint({
  method: 'GET',
  url: '/api/office/plans',
  action: 'plan.list',
  summary: '本组建单位公布的计划、等待批准的公布，和政策库中可以公布的计划',
  answer: z.object({
    organisers: z.array(z.object({ id, name: z.string(), today: date })),
    plans: z.array(
      z.object({
        id,
        organiserId: id,
        pack: packId,
        number: z.int().positive(),
        name: z.string(),
        year: z.int(),
        confirmerName: z.string(),
        openedAt: instant,
        windows: z.array(planWindow),
      }),
    ),
    openings: z.array(planOpening),
    packs: z.array(z.object({ pack: packId, number: z.int().positive(), name: z.string(), publishedAt: instant })),
  }),
});

/** What somebody reads before a plan is opened. */
export const previewPlan = endpoint({
  method: 'GET',
  url: '/api/organisers/:organiserId/plan-packs/:pack',
  action: 'plan.preview',
  summary: '公布前核对：计划的窗口、联系方式、受理范围，以及逐项检查',
  params: z.object({ organiserId: id, pack: packId }),
  query: z.object({ confirmerId: id.optional() }),
  answer: z.object({
    pack: packId,
    number: z.int().positive(),
    hash: z.string(),
    title: z.string(),
    year: z.int(),
    province: z.string(),
    organiser: z.string(),
    source: z.string(),
    windows: z.array(planWindow),
    cutOff: date,
    contacts: z.array(z.object({ name: z.string(), value: z.string() })),
    /** Which specialties and levels are taken, as groups of one rule. */
    accepted: z.array(z.object({ specialty: z.string(), levels: z.array(z.string()), standard: z.string() })),
    approvals: z.array(z.string()),
    /** Whole sentence about the fee; null where none is asked. */
    fee: z.string().nullable(),
    paper: z.string().nullable(),
    readings: z.array(z.object({ label: z.string(), question: z.string(), chosen: z.string() })),
    confirmers: z.array(z.object({ id, name: z.string(), area: z.string() })),
    confirmerId: id.nullable(),
    checks: z.array(openingCheck),
    ready: z.boolean(),
  }),
});
export type PlanPreview = z.infer<typeof previewPlan.answer>;

export const proposePlan = endpoint({
  method: 'POST',
  url: '/api/organisers/:organiserId/plan-openings',
  action: 'plan.propose',
  summary: '提出公布一个计划；另一人批准后开放',
  params: z.object({ organiserId: id }),
  body: z.object({ pack: packId, hash: z.string(), confirmerId: id, note: text(500) }),
  answer: z.object({ id }),
});

export const approvePlan = endpoint({
  method: 'POST',
  url: '/api/plan-openings/:id/approve',
  action: 'plan.approve',
  summary: '另一人批准，计划随即公布，各时间窗口按计划运行',
  params: z.object({ id }),
  answer: z.object({ planId: id }),
});

export const declinePlan = endpoint({
  method: 'POST',
  url: '/api/plan-openings/:id/decline',
  action: 'plan.decline',
  summary: '不批准公布',
  params: z.object({ id }),
  answer: done,
});
