import {
  downloadArchiveTemplate,
  exportArchive,
  exportArchiveSheets,
  importArchive,
  previewArchiveImport,
  previewSheetImport,
  readArchiveSchema,
} from '@zhiping/contract';
import { ARCHIVE_FORMAT, archiveJsonSchema, exchangedRow, kindSpec, type RowFacts } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type AnyRoute, defineRoute } from '../../../http/route.ts';
import { WORKBOOK_TYPE } from '../../../spreadsheet/index.ts';
import { ownId } from '../own-id.ts';
import { factsOf, readRows } from '../queries/read-rows.ts';
import { importRows, previewImport } from './effects.ts';
import { archiveWorkbook, readSheets, templateWorkbook } from './sheets.ts';

const NOTHING_WRITTEN = 'a preview writes nothing';
const DRAFTS = 'new rows are drafts; a verified row that changes records its own event';

export const exchangeRoutes: readonly AnyRoute[] = [
  defineRoute(readArchiveSchema, { target: 'none', handle: async () => archiveJsonSchema() }),
  defineRoute(downloadArchiveTemplate, {
    target: 'none',
    handle: async (_ctx, { params }) => ({
      fileName: `${kindSpec(params.kind).label}模板.xlsx`,
      mediaType: WORKBOOK_TYPE,
      content: templateWorkbook(params.kind),
      disposition: 'attachment',
    }),
  }),
  defineRoute(exportArchive, {
    target: 'own',
    handle: async (ctx) => {
      const file = { format: ARCHIVE_FORMAT, rows: (await kept(ctx)).map(exchangedRow) };
      return {
        fileName: '业绩档案.json',
        mediaType: 'application/json',
        content: Buffer.from(JSON.stringify(file, null, 2)),
        disposition: 'attachment',
      };
    },
  }),
  defineRoute(exportArchiveSheets, {
    target: 'own',
    handle: async (ctx) => ({
      fileName: '业绩档案.xlsx',
      mediaType: WORKBOOK_TYPE,
      content: archiveWorkbook(await kept(ctx)),
      disposition: 'attachment',
    }),
  }),
  defineRoute(previewArchiveImport, {
    target: 'own',
    noEvent: NOTHING_WRITTEN,
    handle: (ctx, { body }) => previewImport(ctx, ownId(ctx), body.rows),
  }),
  defineRoute(previewSheetImport, {
    target: 'own',
    noEvent: NOTHING_WRITTEN,
    handle: async (ctx, { body }) => {
      const { rows, cells } = await readSheets(ctx, Buffer.from(body.content, 'base64'), await kept(ctx));
      return previewImport(ctx, ownId(ctx), rows, cells);
    },
  }),
  defineRoute(importArchive, {
    target: 'own',
    noEvent: DRAFTS,
    handle: (ctx, { body }) => importRows(ctx, ownId(ctx), body.rows, body.digest),
  }),
];

/** The own rows that are not thrown away. */
async function kept(ctx: Ctx): Promise<readonly RowFacts[]> {
  const rows = await readRows(ctx, ownId(ctx), 'clear', { states: ['draft', 'waiting', 'verified', 'returned'] });
  return rows.map(factsOf);
}
