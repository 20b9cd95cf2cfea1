import { z } from 'zod';
import { id, instant, receipt } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One order: what its job is doing, and for some days the archive it made. */
export const volumeOrder = z.object({
  id,
  name: z.string(),
  applicationId: id.nullable(),
  cases: z.int(),
  state: z.enum(['waiting', 'working', 'done', 'failed', 'expired']),
  percent: z.int().min(0).max(100),
  doing: z.string(),
  /** What could not be bound or printed, with the case's number; everything else is there. */
  problems: z.array(z.object({ number: z.string(), problem: z.string() })),
  bytes: z.int().nullable(),
  orderedAt: instant,
  endedAt: instant.nullable(),
  expiresAt: instant.nullable(),
});
export type VolumeOrder = z.infer<typeof volumeOrder>;

const ordered = z.object({ id, receipt });

export const orderVolumes = endpoint({
  method: 'POST',
  url: '/api/applications/:id/volumes',
  action: 'volume.order',
  summary: '把一份申报的全部材料按计划规定的顺序装订成册，在后台进行',
  params: z.object({ id }),
  answer: ordered,
});

export const orderVolumeBatch = endpoint({
  method: 'POST',
  url: '/api/volumes',
  action: 'volume.order-batch',
  summary: '把本单位、本部门或本办公室可以打印的申报全部装订成册，在后台进行',
  answer: ordered,
});

export const listVolumeOrders = endpoint({
  method: 'GET',
  url: '/api/volumes',
  action: 'volume.list',
  summary: '装订的进度和结果，最近的在前',
  query: z.object({ applicationId: id.optional(), before: id.optional() }),
  answer: z.object({ items: z.array(volumeOrder) }),
});

export const downloadVolumes = endpoint({
  method: 'GET',
  url: '/api/volumes/:id/file',
  action: 'volume.download',
  summary: '下载装订好的材料（ZIP）',
  params: z.object({ id }),
  transport: 'download',
});
