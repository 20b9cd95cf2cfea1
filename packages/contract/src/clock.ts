import { z } from 'zod';
import { id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';

export const clockState = z.object({
  /** Business time: deadlines and publicity run by it. */
  businessNow: instant,
  /** In demonstration mode the office may move business time forward. */
  demonstration: z.boolean(),
  organisers: z.array(z.object({ organiserId: id, name: z.string(), businessNow: instant })),
});
export type ClockState = z.infer<typeof clockState>;

export const getClock = endpoint({
  method: 'GET',
  url: '/api/clock',
  action: 'clock.read',
  summary: '业务时间',
  answer: clockState,
});

export const moveClock = endpoint({
  method: 'POST',
  url: '/api/organisers/:organiserId/clock',
  action: 'clock.move',
  summary: '演示模式下把业务时间向后移动',
  params: z.object({ organiserId: id }),
  body: z.object({ to: instant }),
  answer: clockState,
});
