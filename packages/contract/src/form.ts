import { z } from 'zod';
import { id } from './common.ts';
import { endpoint } from './endpoint.ts';

const byId = z.object({ id });

/** A form of the plan for one application. */
export const printedFormLine = z.object({
  /** Its place among the forms of the plan. */
  ordinal: z.int().nonnegative(),
  name: z.string(),
  copies: z.int(),
  label: z.string(),
  /** Name of the stage from which it may be printed; null where that is now. */
  waitsFor: z.string().nullable(),
});
export type PrintedFormLine = z.infer<typeof printedFormLine>;

export const listForms = endpoint({
  method: 'GET',
  url: '/api/applications/:id/forms',
  action: 'form.print',
  summary: '本申报按计划要打印的表格，份数和能否打印',
  params: byId,
  answer: z.object({
    items: z.array(printedFormLine),
    /** Name of the page to be sealed and scanned; null where the plan asks for none. */
    stampedPage: z.string().nullable(),
  }),
});

export const downloadForm = endpoint({
  method: 'GET',
  url: '/api/applications/:id/forms/:ordinal/file',
  action: 'form.print',
  summary: '打印计划要求的一份表格（PDF）',
  params: z.object({ id, ordinal: z.coerce.number().int().min(0).max(60) }),
  transport: 'download',
});

export const downloadCaseLabel = endpoint({
  method: 'GET',
  url: '/api/applications/:id/forms/label',
  action: 'form.print',
  summary: '档案袋标签（PDF），带编号二维码',
  params: byId,
  transport: 'download',
});

export const downloadEvaluationForm = endpoint({
  method: 'GET',
  url: '/api/applications/:id/forms/evaluation',
  action: 'form.print',
  summary: '评定表（PDF），网上审核通过后打印，第七、八部分留给有关单位填写',
  params: byId,
  transport: 'download',
});

export const downloadStampedPage = endpoint({
  method: 'GET',
  url: '/api/applications/:id/forms/stamped-page',
  action: 'form.print',
  summary: '评定表第七部分（PDF），盖章后扫描提交',
  params: byId,
  transport: 'download',
});

export const downloadMinutes = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/forms/minutes',
  action: 'meeting.minutes',
  summary: '评审会议纪要（PDF）',
  params: byId,
  transport: 'download',
});

export const downloadCountSheet = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/forms/count-sheet',
  action: 'meeting.minutes',
  summary: '计票单（PDF）',
  params: byId,
  transport: 'download',
});
