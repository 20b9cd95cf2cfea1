import { archiveFileSchema, exchangedRowSchema, ROW_KIND_IDS } from '@zhiping/core';
import { z } from 'zod';
import { id } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What an import does to one row; `refused` stops all of it. */
const importEffect = z.object({
  id,
  kind: z.enum(ROW_KIND_IDS),
  heading: z.string(),
  effect: z.enum(['new', 'changed', 'same', 'refused']),
  changed: z.array(z.string()),
  verifiedAgain: z.boolean(),
  blanks: z.int().nonnegative(),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
});

/** One cell of a spreadsheet that cannot be read, e.g. `C4`. */
const cellProblem = z.object({ sheet: z.string(), cell: z.string(), message: z.string() });

/** What would happen, before anything does. `digest` says on which archive it was looked at. */
export const importPreview = z.object({
  rows: z.array(exchangedRowSchema),
  effects: z.array(importEffect),
  cells: z.array(cellProblem),
  digest: z.string(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const readArchiveSchema = endpoint({
  method: 'GET',
  url: '/api/archive/schema',
  action: 'archive.read-schema',
  summary: '业绩档案文件的 JSON Schema',
  answer: z.record(z.string(), z.unknown()),
});

export const exportArchive = endpoint({
  method: 'GET',
  url: '/api/archive/export',
  action: 'archive.read',
  summary: '本人的业绩档案，一个 JSON 文件',
  transport: 'download',
});

export const exportArchiveSheets = endpoint({
  method: 'GET',
  url: '/api/archive/export/sheets',
  action: 'archive.read',
  summary: '本人的业绩档案，一个 Excel 文件，每类一张表',
  transport: 'download',
});

export const downloadArchiveTemplate = endpoint({
  method: 'GET',
  url: '/api/archive/templates/:kind',
  action: 'archive.read-schema',
  summary: '一类内容的 Excel 模板',
  params: z.object({ kind: z.enum(ROW_KIND_IDS) }),
  transport: 'download',
});

export const previewArchiveImport = endpoint({
  method: 'POST',
  url: '/api/archive/import/preview',
  action: 'archive.create-row',
  summary: '查看导入一个档案文件会改变什么，不写入',
  body: archiveFileSchema,
  answer: importPreview,
});

export const previewSheetImport = endpoint({
  method: 'POST',
  url: '/api/archive/import/sheet-preview',
  action: 'archive.create-row',
  summary: '查看导入一个 Excel 文件会改变什么，逐格指出读不懂的内容，不写入',
  /** The workbook in base64: it is read at once and never stored. */
  body: z.object({ content: z.base64().max(900_000, 'Excel 文件不超过 600 KB，请分成几份') }),
  answer: importPreview,
});

export const importArchive = endpoint({
  method: 'POST',
  url: '/api/archive/import',
  action: 'archive.create-row',
  summary: '按预览导入；有一项不合要求就全部不写入，重复导入没有变化',
  body: z.object({ rows: z.array(exchangedRowSchema).min(1).max(2000), digest: z.string().max(100) }),
  answer: z.object({ created: z.int().nonnegative(), changed: z.int().nonnegative() }),
});
