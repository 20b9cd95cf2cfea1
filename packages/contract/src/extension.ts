import { z } from 'zod';
import { date, done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';

export const extension = z.object({
  id,
  planName: z.string(),
  windowName: z.string(),
  from: date,
  to: date,
  reason: z.string(),
  state: z.enum(['proposed', 'approved', 'declined']),
  proposedAt: instant,
  decidedAt: instant.nullable(),
  /** Applications that the closing had ended and that go on. */
  revived: z.int(),
  yours: z.boolean(),
});
export type Extension = z.infer<typeof extension>;

export const listExtensions = endpoint({
  method: 'GET',
  url: '/api/office/extensions',
  action: 'extension.list',
  summary: '本组建单位各计划的时间窗口与延期',
  answer: z.object({
    plans: z.array(
      z.object({
        id,
        name: z.string(),
        windows: z.array(z.object({ id: z.string(), name: z.string(), closesOn: date })),
      }),
    ),
    items: z.array(extension),
  }),
});

export const proposeExtension = endpoint({
  method: 'POST',
  url: '/api/plans/:id/extensions',
  action: 'extension.propose',
  summary: '因平台故障提出对全体申报人的延期',
  params: z.object({ id }),
  body: z.object({ window: text(60), to: date, reason: text(500) }),
  answer: z.object({ id }),
});

export const approveExtension = endpoint({
  method: 'POST',
  url: '/api/extensions/:id/approve',
  action: 'extension.approve',
  summary: '另一人批准延期，随即对全体生效并公告',
  params: z.object({ id }),
  answer: z.object({ moved: z.int(), revived: z.int() }),
});

export const declineExtension = endpoint({
  method: 'POST',
  url: '/api/extensions/:id/decline',
  action: 'extension.decline',
  summary: '不批准延期',
  params: z.object({ id }),
  answer: done,
});

export const readExtensions = endpoint({
  method: 'GET',
  url: '/api/extensions',
  action: 'extension.read-public',
  summary: '延期公告',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        planName: z.string(),
        windowName: z.string(),
        from: date,
        to: date,
        reason: z.string(),
        on: instant,
      }),
    ),
  }),
});
