import { z } from 'zod';
import { id } from './common.ts';
import { endpoint } from './endpoint.ts';

const byId = z.object({ id });

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
