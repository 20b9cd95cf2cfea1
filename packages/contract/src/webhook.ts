import { RELATIONS, TOKEN_RELATIONS } from '@zhiping/core';
import { z } from 'zod';
import { done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

export const webhook = z.object({
  id,
  name: z.string(),
  relation: z.enum(RELATIONS),
  subjectName: z.string(),
  url: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type Webhook = z.infer<typeof webhook>;
const ofWebhook = z.object({ webhookId: id });

export const listWebhooks = endpoint({
  method: 'GET',
  url: '/api/me/webhooks',
  action: 'webhook.read',
  summary: '本人为单位建立的推送',
  query: pageQuery,
  answer: z.object({ items: z.array(webhook), next: id.nullable() }),
});

export const createWebhook = endpoint({
  method: 'POST',
  url: '/api/me/webhooks',
  action: 'webhook.create',
  summary: '建立推送：申报换了环节时通知本单位的系统；签名密钥只显示一次',
  body: z.object({
    name: text(60),
    relation: z.enum(TOKEN_RELATIONS),
    subjectId: id,
    url: z.url({ protocol: /^https?$/, error: '应是网址' }).max(500),
    password: z.string().min(1, '请填写密码').max(256),
  }),
  answer: z.object({ webhook, secret: z.string() }),
});

export const endWebhook = endpoint({
  method: 'DELETE',
  url: '/api/me/webhooks/:webhookId',
  action: 'webhook.end',
  summary: '停止一个推送',
  params: ofWebhook,
  answer: done,
});

export const WEBHOOK_DELIVERY_STATES = { waiting: '等待发送', sent: '已送达', failed: '没有送达' } as const;
export const webhookDelivery = z.object({
  id,
  body: z.string(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.int(),
  error: z.string(),
  createdAt: instant,
  changedAt: instant,
});

export const listWebhookDeliveries = endpoint({
  method: 'GET',
  url: '/api/me/webhooks/:webhookId/deliveries',
  action: 'webhook.read',
  summary: '一个推送的发送记录，最近的在前',
  params: ofWebhook,
  query: pageQuery,
  answer: z.object({ items: z.array(webhookDelivery), next: id.nullable() }),
});

export const resendWebhookDelivery = endpoint({
  method: 'POST',
  url: '/api/me/webhooks/:webhookId/deliveries/:deliveryId/resending',
  action: 'webhook.resend',
  summary: '再发送一次没有送达的推送',
  params: ofWebhook.extend({ deliveryId: id }),
  answer: done,
});
