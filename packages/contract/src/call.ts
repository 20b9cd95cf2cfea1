import { z } from 'zod';
import { id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';

/** Who was called about an application. */
export const CALLEES = ['applicant', 'unit', 'authority', 'other'] as const;
/** What came of it: spoken to, nobody answered, or the number is wrong. */
export const CALL_OUTCOMES = ['reached', 'unanswered', 'wrong-number'] as const;

/** One telephone call about an application, as whoever made it noted it. */
export const callNote = z.object({
  id,
  callee: z.enum(CALLEES),
  outcome: z.enum(CALL_OUTCOMES),
  calledAt: instant,
  /** What was said, in the caller's words. */
  note: z.string(),
  notedBy: z.string(),
  notedAt: instant,
});
export type CallNote = z.infer<typeof callNote>;

const MOST = 200;

export const listCalls = endpoint({
  method: 'GET',
  url: '/api/applications/:id/calls',
  action: 'call.list',
  summary: '一份申报的电话记录，最近的在前',
  params: z.object({ id }),
  answer: z.object({ items: z.array(callNote).max(MOST) }),
});

export const noteCall = endpoint({
  method: 'POST',
  url: '/api/applications/:id/calls',
  action: 'call.note',
  summary: '记下一次电话：打给谁、何时、结果和内容',
  params: z.object({ id }),
  body: z.object({
    callee: z.enum(CALLEES),
    outcome: z.enum(CALL_OUTCOMES),
    calledAt: instant,
    note: text(500),
  }),
  answer: z.object({ id }),
});
/** Notes one application has at most. */
export const MOST_CALLS = MOST;
