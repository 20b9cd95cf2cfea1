import { z } from 'zod';
import { id, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** One person of a roster (推荐人员花名册), without the ID number, which only the exported file carries. */
export const rosterLine = z.object({
  id,
  number: z.string(),
  name: z.string(),
  sex: z.string(),
  /** `YYYY-MM`. */
  bornIn: z.string().nullable(),
  unit: z.string(),
  post: z.string(),
  education: z.string(),
  specialty: z.string(),
  currentTitle: z.string(),
  currentTitleSince: z.string().nullable(),
  routeName: z.string(),
  level: z.string(),
  levelName: z.string(),
  /** In hundredths of a point; null where the plan has no such table. */
  selfScore: z.int().nullable(),
  stage: z.string(),
  stageName: z.string(),
  /** What the package still lacks about this person, in words; empty when complete. */
  lacks: z.array(z.string()),
  version,
});
export type RosterLine = z.infer<typeof rosterLine>;

export const listRosterPlans = endpoint({
  method: 'GET',
  url: '/api/roster/plans',
  action: 'roster.read',
  summary: '有本单位或本部门推荐人员的评审计划，至多 50 个',
  answer: z.object({ items: z.array(z.object({ id, name: z.string(), year: z.int() })) }),
});

export const listRoster = endpoint({
  method: 'GET',
  url: '/api/roster',
  action: 'roster.read',
  summary: '一个计划的推荐人员花名册，附材料是否齐全',
  query: pageQuery.extend({ planId: id }),
  answer: z.object({ items: z.array(rosterLine), next: id.nullable() }),
});

const papers = z.object({
  planId: id,
  contact: text(60),
  phone: text(60),
});

export const exportRoster = endpoint({
  method: 'POST',
  url: '/api/roster/excel',
  action: 'roster.export',
  summary: '导出花名册 Excel，含证件号码；导出记入存证记录',
  body: z.object({ planId: id }),
  transport: 'download',
});

export const printRoster = endpoint({
  method: 'POST',
  url: '/api/roster/pdf',
  action: 'roster.export',
  summary: '打印花名册，材料须齐全；打印记入存证记录',
  body: papers,
  transport: 'download',
});

export const printEntrustLetter = endpoint({
  method: 'POST',
  url: '/api/roster/entrust-letter',
  action: 'roster.entrust',
  summary: '打印评审委托书，一市或一部门一份；打印记入存证记录',
  body: papers,
  transport: 'download',
});
