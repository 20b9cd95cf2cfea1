import { z } from 'zod';
import { instant } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Logs that end after a stated time, and the fewest months each must be kept. */
export const RETAINED_LOGS = {
  'sign-in': { name: '登录记录', least: 6 },
  access: { name: '查看个人信息的记录', least: 12 },
  delivery: { name: '消息发送记录', least: 6 },
} as const;
export type RetainedLog = keyof typeof RETAINED_LOGS;
const months = (log: RetainedLog) =>
  z.int().min(RETAINED_LOGS[log].least, `不少于${RETAINED_LOGS[log].least}个月`).max(120, '不超过120个月');

export const retention = z.object({
  'sign-in': months('sign-in'),
  access: months('access'),
  delivery: months('delivery'),
});
export type Retention = z.infer<typeof retention>;

export const readRetention = endpoint({
  method: 'GET',
  url: '/api/security/retention',
  action: 'retention.read',
  summary: '各种记录保存多久，最近一次清理了多少',
  answer: z.object({
    months: retention,
    last: z.object({ at: instant, removed: z.record(z.string(), z.int()) }).nullable(),
  }),
});

export const changeRetention = endpoint({
  method: 'PUT',
  url: '/api/security/retention',
  action: 'retention.change',
  summary: '规定各种记录保存多久',
  body: retention,
  answer: retention,
});
