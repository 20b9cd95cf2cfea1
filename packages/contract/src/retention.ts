import { DOCUMENT_CLASS_IDS, KEPT_FOR_EVER, type KeptForEver } from '@zhiping/core';
import { z } from 'zod';
import { date, done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

const documentClass = z.enum(DOCUMENT_CLASS_IDS as [(typeof DOCUMENT_CLASS_IDS)[number], ...typeof DOCUMENT_CLASS_IDS]);
/** Months; null for ever. */
const months = z.int().positive().nullable();

export const retentionChange = z.object({
  id,
  class: documentClass,
  months,
  reason: z.string(),
  state: z.enum(['proposed', 'approved', 'declined']),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  yours: z.boolean(),
});
export type RetentionChange = z.infer<typeof retentionChange>;

export const readRetention = endpoint({
  method: 'GET',
  url: '/api/security/retention',
  action: 'retention.read',
  summary: '各类档案和记录保存多久',
  answer: z.object({
    classes: z.array(
      z.object({
        class: documentClass,
        months,
        /** The change that set it; null where it is as the platform came. */
        since: retentionChange.nullable(),
        proposed: retentionChange.nullable(),
      }),
    ),
    /** Latest pruning of logs. */
    last: z.object({ at: instant, removed: z.record(z.string(), z.int()) }).nullable(),
  }),
});

export const listRetentionChanges = endpoint({
  method: 'GET',
  url: '/api/security/retention-changes',
  action: 'retention.list-changes',
  summary: '保存期限的变更，最近的在前',
  query: pageQuery,
  answer: z.object({ items: z.array(retentionChange), next: id.nullable() }),
});

export const proposeRetention = endpoint({
  method: 'POST',
  url: '/api/security/retention-changes',
  action: 'retention.propose',
  summary: '提出变更一类档案的保存期限',
  body: z.object({ class: documentClass, months, reason: text(1000) }),
  answer: z.object({ id }),
});

export const approveRetention = endpoint({
  method: 'POST',
  url: '/api/security/retention-changes/:id/approve',
  action: 'retention.approve',
  summary: '另一人批准变更保存期限',
  params: z.object({ id }),
  answer: done,
});

export const declineRetention = endpoint({
  method: 'POST',
  url: '/api/security/retention-changes/:id/decline',
  action: 'retention.decline',
  summary: '不批准或撤销变更保存期限',
  params: z.object({ id }),
  answer: done,
});

export const readPeriods = endpoint({
  method: 'GET',
  url: '/api/retention',
  action: 'retention.read-periods',
  summary: '各类材料和信息保存多久，面向公众',
  answer: z.object({
    classes: z.array(z.object({ class: documentClass, name: z.string(), holds: z.string(), from: z.string(), months })),
    kept: z.array(
      z.object({
        id: z.enum(Object.keys(KEPT_FOR_EVER) as [KeptForEver, ...KeptForEver[]]),
        name: z.string(),
        why: z.string(),
      }),
    ),
  }),
});

/** One class of a destruction list 销毁清册: counts and a hash, never a name. */
export const destructionList = z.object({
  id,
  class: documentClass,
  /** The period it was judged by. */
  months: z.int(),
  state: z.enum(['proposed', 'approved', 'declined', 'done']),
  items: z.int(),
  bytes: z.int(),
  /** Days from which the time of the first and the last counted. */
  oldest: date.nullable(),
  newest: date.nullable(),
  /** SHA-256 of the ids in their order, one a line. */
  hash: z.string(),
  judgedOn: date,
  madeBy: z.string(),
  madeAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string(),
  destroyed: z.int(),
  spared: z.int(),
  doneAt: instant.nullable(),
  yours: z.boolean(),
});
export type DestructionList = z.infer<typeof destructionList>;

export const listDestructions = endpoint({
  method: 'GET',
  url: '/api/security/destruction-lists',
  action: 'retention.list-destructions',
  summary: '销毁清册，最近的在前',
  query: pageQuery,
  answer: z.object({
    items: z.array(destructionList),
    next: id.nullable(),
    /** The last search for what is due; null before the first. */
    round: z.object({ begunAt: instant, endedAt: instant.nullable(), looked: z.int() }).nullable(),
    /** Destroyed files whose bytes have still to leave the store. */
    uncleared: z.boolean(),
  }),
});

export const prepareDestruction = endpoint({
  method: 'POST',
  url: '/api/security/destruction-rounds',
  action: 'retention.prepare',
  summary: '查找到期的档案，编制销毁清册',
  answer: z.object({ id }),
});

export const approveDestruction = endpoint({
  method: 'POST',
  url: '/api/security/destruction-lists/:id/approve',
  action: 'retention.approve-destruction',
  summary: '另一人批准销毁清册，随即销毁',
  params: z.object({ id }),
  /** The hash of the list that was looked at. */
  body: z.object({ hash: z.string().length(64) }),
  answer: done,
});

export const declineDestruction = endpoint({
  method: 'POST',
  url: '/api/security/destruction-lists/:id/decline',
  action: 'retention.decline-destruction',
  summary: '不批准或撤销销毁清册',
  params: z.object({ id }),
  body: z.object({ reason: text(1000) }),
  answer: done,
});

export const hold = z.object({
  id,
  number: z.string(),
  applicantName: z.string(),
  reason: z.string(),
  placedBy: z.string(),
  placedAt: instant,
  releasedBy: z.string().nullable(),
  releasedAt: instant.nullable(),
  releaseReason: z.string(),
});
export type Hold = z.infer<typeof hold>;

export const listHolds = endpoint({
  method: 'GET',
  url: '/api/holds',
  action: 'hold.list',
  summary: '保全：暂不销毁的申报',
  query: pageQuery,
  answer: z.object({ items: z.array(hold), next: id.nullable() }),
});

export const placeHold = endpoint({
  method: 'POST',
  url: '/api/application-numbers/:number/holds',
  action: 'hold.place',
  summary: '保全一份申报的材料，期满也不销毁',
  params: z.object({ number: z.string().trim().min(1).max(40) }),
  body: z.object({ reason: text(1000) }),
  answer: z.object({ id }),
});

export const releaseHold = endpoint({
  method: 'POST',
  url: '/api/holds/:id/release',
  action: 'hold.release',
  summary: '解除保全',
  params: z.object({ id }),
  body: z.object({ reason: text(1000) }),
  answer: done,
});
