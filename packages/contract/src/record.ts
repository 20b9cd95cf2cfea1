import { z } from 'zod';
import { id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';

export const recordLine = z.object({
  seq: z.int(),
  eventId: id,
  at: instant,
  action: z.string(),
  /** The relation acted in; `system` for due work. */
  relation: z.string(),
  /** Done in the place of whoever holds the post. */
  inPlace: z.boolean(),
  subjectNoun: z.string(),
  /** Shaped like a UUID; of a policy version the first half of its hash. */
  subjectId: z.guid(),
  data: z.record(z.string(), z.unknown()),
  leaf: z.string(),
});
export type RecordLine = z.infer<typeof recordLine>;

export const listRecord = endpoint({
  method: 'GET',
  url: '/api/record',
  action: 'record.read',
  summary: '存证记录，新的在前',
  query: z.object({
    /** Entries with a smaller number than this. */
    before: z.coerce.number().int().positive().optional(),
    subjectId: z.guid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(recordLine) }),
});

export const getCheckpoint = endpoint({
  method: 'GET',
  url: '/api/record/checkpoint',
  action: 'record.checkpoint',
  summary: '签名的存证点：编号到哪里、根散列是什么；请留存以便日后核对',
  answer: z.object({ note: z.string(), publicKey: z.string() }),
});

export const verifyRecordNow = endpoint({
  method: 'GET',
  url: '/api/record/verification',
  action: 'record.verify',
  summary: '重新计算全部存证记录',
  answer: z.object({
    size: z.int(),
    /** Each fault with the number of the entry where it shows. */
    faults: z.array(z.object({ kind: z.string(), seq: z.int().nullable() })),
    checkpoint: z.string(),
    /** Truths of the data that do not hold, in words. */
    broken: z.array(z.string()),
  }),
});

export const exportRecord = endpoint({
  method: 'GET',
  url: '/api/record/export',
  action: 'record.export',
  summary: '导出存证记录（每行一条），供独立核验程序使用；不含个人信息的原文',
  transport: 'download',
});
