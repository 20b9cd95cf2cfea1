import { REGISTER_IDS } from '@zhiping/core';
import { z } from 'zod';
import { archiveRow } from './archive.ts';
import { id, instant, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';

const registerLine = z.object({
  id: z.enum(REGISTER_IDS),
  name: z.string(),
  /** Kinds of row it answers, in words. */
  gives: z.array(z.string()),
  manual: z.string(),
  /** False where the operator connected none: everything is filled in and proved by hand. */
  connected: z.boolean(),
  /** The last time it was asked. `code` is of the error catalogue. */
  last: z
    .object({
      state: z.enum(['waiting', 'done', 'failed']),
      code: z.string().nullable(),
      rows: z.int().nonnegative(),
      askedAt: instant,
      finishedAt: instant.nullable(),
    })
    .nullable(),
});
export type RegisterLine = z.infer<typeof registerLine>;
const lines = z.object({ items: z.array(registerLine) });

export const readRegisters = endpoint({
  method: 'GET',
  url: '/api/archive/registers',
  action: 'register.read',
  summary: '可以查询的外部登记和上次查询的结果',
  answer: lines,
});

export const askRegister = endpoint({
  method: 'POST',
  url: '/api/archive/registers/:register/requests',
  action: 'register.ask',
  summary: '经本人同意，向一个外部登记查询本人的信息',
  params: z.object({ register: z.enum(REGISTER_IDS) }),
  body: z.object({ consent: z.literal(true, '查询须经您同意') }),
  answer: lines,
});

export const disputeRow = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/dispute',
  action: 'archive.edit-row',
  summary: '写明取自外部登记的一项有什么不对，供单位核对',
  params: z.object({ rowId: id }),
  body: z.object({ version, reason: text(300) }),
  answer: z.object({ row: archiveRow, savedAt: instant }),
});
