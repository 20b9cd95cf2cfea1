import { TEMPLATE_IDS } from '@zhiping/core';
import { z } from 'zod';
import { done, id, instant, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

export const message = z.object({
  id,
  template: z.enum(TEMPLATE_IDS),
  title: z.string(),
  body: z.string(),
  at: instant,
  readAt: instant.nullable(),
  /** What it is about, to open its page. */
  about: z.object({ noun: z.string(), id }),
});
export type Message = z.infer<typeof message>;

export const listMessages = endpoint({
  method: 'GET',
  url: '/api/messages',
  action: 'message.list',
  summary: '本人的消息，最近的在前',
  query: pageQuery.extend({ only: z.enum(['all', 'unread']).default('all') }),
  answer: z.object({ items: z.array(message), next: id.nullable() }),
});

/** More than this is told as this and a plus sign. */
export const UNREAD_COUNTED = 99;
export const countUnread = endpoint({
  method: 'GET',
  url: '/api/messages/unread',
  action: 'message.list',
  summary: '本人未读消息的条数，最多数到 100',
  answer: z.object({ unread: z.int().nonnegative() }),
});

export const readMessage = endpoint({
  method: 'POST',
  url: '/api/messages/:id/read',
  action: 'message.read',
  summary: '把一条消息标为已读',
  params: z.object({ id }),
  answer: done,
});

export const readAllMessages = endpoint({
  method: 'POST',
  url: '/api/messages/read',
  action: 'message.read',
  summary: '把本人的全部消息标为已读',
  answer: done,
});

export const messagePreferences = z.object({
  mail: z.boolean(),
  phone: z.boolean(),
  /** The daily digest, for those who act for a unit, an office or an authority. */
  digest: z.boolean(),
});
export type MessagePreferences = z.infer<typeof messagePreferences>;

export const readMessagePreferences = endpoint({
  method: 'GET',
  url: '/api/me/message-preferences',
  action: 'message.prefer',
  summary: '本人怎样收消息',
  answer: messagePreferences,
});

export const changeMessagePreferences = endpoint({
  method: 'PUT',
  url: '/api/me/message-preferences',
  action: 'message.prefer',
  summary: '改变本人怎样收消息；站内消息不能关闭',
  body: messagePreferences,
  answer: messagePreferences,
});

export const listMessageTemplates = endpoint({
  method: 'GET',
  url: '/api/office/message-templates',
  action: 'message.list-templates',
  summary: '消息的样子：每一种的文字、渠道和一个示例',
  answer: z.object({
    /** Ways that lead out of the site, as the operator set them up. */
    channels: z.object({ mail: z.boolean(), sms: z.boolean() }),
    items: z.array(
      z.object({
        id: z.enum(TEMPLATE_IDS),
        name: z.string(),
        mail: z.boolean(),
        phone: z.boolean(),
        title: z.string(),
        body: z.string(),
        sample: z.object({ title: z.string(), body: z.string() }),
      }),
    ),
  }),
});

/** To all applicants of a plan, or of some of its stages; the number of each application is written for 〔申报编号〕. */
const bulkBody = z.object({
  stages: z.array(z.string().regex(/^[a-z][a-z0-9-]*$/)).max(60),
  title: text(60),
  body: text(1000),
});

export const listNoticePlans = endpoint({
  method: 'GET',
  url: '/api/office/notice-plans',
  action: 'message.list-bulk',
  summary: '可以群发通知的计划和它们的环节',
  answer: z.object({
    plans: z.array(z.object({ id, name: z.string(), stages: z.array(z.object({ id: z.string(), name: z.string() })) })),
  }),
});

export const previewBulk = endpoint({
  method: 'POST',
  url: '/api/plans/:id/notice-preview',
  action: 'message.hold-bulk',
  summary: '预览一次群发：多少人会收到，样子如何；不保存',
  params: z.object({ id }),
  body: bulkBody,
  answer: z.object({
    recipients: z.int(),
    sample: z.object({ title: z.string(), body: z.string() }).nullable(),
  }),
});
export type BulkPreview = z.infer<typeof previewBulk.answer>;

export const bulk = z.object({
  id,
  planName: z.string(),
  stageNames: z.array(z.string()),
  title: z.string(),
  body: z.string(),
  state: z.enum(['held', 'released', 'cancelled']),
  /** How many would receive it when it was written; after the release, how many did. */
  recipients: z.int(),
  heldAt: instant,
  decidedAt: instant.nullable(),
  version,
});
export type Bulk = z.infer<typeof bulk>;

export const holdBulk = endpoint({
  method: 'POST',
  url: '/api/plans/:id/notices',
  action: 'message.hold-bulk',
  summary: '写好一次群发，先不发出',
  params: z.object({ id }),
  body: bulkBody,
  answer: bulk,
});

export const listBulk = endpoint({
  method: 'GET',
  url: '/api/office/notices',
  action: 'message.list-bulk',
  summary: '群发的通知，最近的在前',
  query: pageQuery,
  answer: z.object({ items: z.array(bulk), next: id.nullable() }),
});

const ofBulk = { params: z.object({ id }), body: z.object({ version }), answer: bulk } as const;
export const releaseBulk = endpoint({
  method: 'POST',
  url: '/api/notices/:id/release',
  action: 'message.release-bulk',
  summary: '发出一次群发',
  ...ofBulk,
});
export const cancelBulk = endpoint({
  method: 'POST',
  url: '/api/notices/:id/cancellation',
  action: 'message.release-bulk',
  summary: '取消一次还没有发出的群发',
  ...ofBulk,
});

export const DELIVERY_STATES = ['waiting', 'sent', 'failed', 'no-address', 'declined', 'site'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export const DELIVERY_CHANNELS = ['mail', 'sms', 'site'] as const;

/** One message on one way. Neither the address nor what the message says. */
export const delivery = z.object({
  id,
  channel: z.enum(DELIVERY_CHANNELS),
  state: z.enum(DELIVERY_STATES),
  templateName: z.string(),
  personName: z.string(),
  attempts: z.int(),
  /** Why the last attempt failed, in words. */
  error: z.string(),
  at: instant,
});
export type Delivery = z.infer<typeof delivery>;

export const listDeliveries = endpoint({
  method: 'GET',
  url: '/api/office/message-deliveries',
  action: 'message.list-deliveries',
  summary: '发送记录：每条消息走哪条渠道、到了没有',
  query: pageQuery.extend({ state: z.enum(DELIVERY_STATES).optional() }),
  answer: z.object({ items: z.array(delivery), next: id.nullable() }),
});

export const resendDelivery = endpoint({
  method: 'POST',
  url: '/api/message-deliveries/:id/resend',
  action: 'message.resend',
  summary: '重发一条没有送到的消息',
  params: z.object({ id }),
  answer: done,
});
