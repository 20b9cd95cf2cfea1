import { z } from 'zod';
import { id, instant, receipt, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** One order: what its job is doing, and for some days the archive it made. */
export const volumeOrder = z.object({
  id,
  name: z.string(),
  applicationId: id.nullable(),
  /** Set where it is an authority's package of one plan. */
  planId: id.nullable(),
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
  /** Of one application, of a plan's package, or (`batch`) of all a body may print; everything unless told. */
  query: z.object({
    applicationId: id.optional(),
    planId: id.optional(),
    batch: z.enum(['yes']).optional(),
    before: id.optional(),
  }),
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

/** One case of an authority's package, with what it still lacks by its plan; complete when nothing. */
export const bundleCase = z.object({
  id,
  number: z.string(),
  name: z.string(),
  unit: z.string(),
  levelName: z.string(),
  routeName: z.string(),
  stageName: z.string(),
  lacks: z.array(z.string()),
  /** What is handed in on paper for it, in how many copies. */
  papers: z.array(z.object({ name: z.string(), copies: z.int().min(1) })),
});
export type BundleCase = z.infer<typeof bundleCase>;

export const checkBundle = endpoint({
  method: 'GET',
  url: '/api/bundles/check',
  action: 'bundle.check',
  summary: '一个计划由本部门审核通过的申报逐份核对还缺什么，按计划的要求',
  query: pageQuery.extend({ planId: id }),
  answer: z.object({ items: z.array(bundleCase), next: id.nullable() }),
});

export const orderBundle = endpoint({
  method: 'POST',
  url: '/api/bundles',
  action: 'bundle.order',
  summary: '把一个计划由本部门审核通过的全部申报打成一个报送材料包，在后台进行',
  body: z.object({ planId: id, contact: text(60), phone: text(60) }),
  answer: ordered,
});
