import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { CONTENT_TYPES, ROOT_RELATIONS, STYLES, workbookParts, xmlText } from './parts.ts';

/** Text is text whatever it looks like; whole and decimal numbers may be added up; null is an empty cell. */
export type Cell = string | number | null;

export interface Sheet {
  /** At most 31 characters; those a sheet may not be called by are left out. */
  readonly name: string;
  /** A line above the table, over its whole width. */
  readonly heading?: string;
  /** Title and width (in characters) of each column. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** One line each, in the order of the columns; taken as the workbook is read, so a long list is never held. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Dates inside a zip are its own; one fixed day gives the same bytes for the same data. */
const DAY = new Date(Date.UTC(2000, 0, 1));
const MAX_TEXT = 32_767;
const STYLE = { text: 1, head: 2, number: 3, guarded: 4, heading: 5 } as const;
/** What spreadsheet programs take for the beginning of a formula when a cell is typed again or saved as CSV. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;

/**
 * An .xlsx file as a stream. Every text is stored as text (ID numbers keep all digits, leading zeros stay), no formula is
 * ever written, and a text that looks like one is marked so that it stays text in the hands of its reader.
 */
export function workbook(sheets: readonly Sheet[]): Readable {
  const zip = new ZipFile();
  const add = (path: string, text: string): void => zip.addBuffer(Buffer.from(text), path, { mtime: DAY });
  const parts = workbookParts(sheets.map(({ name }) => name));
  add('[Content_Types].xml', CONTENT_TYPES(sheets.length));
  add('_rels/.rels', ROOT_RELATIONS);
  add('xl/workbook.xml', parts.workbook);
  add('xl/_rels/workbook.xml.rels', parts.relations);
  add('xl/styles.xml', STYLES);
  const out = new PassThrough();
  for (const [index, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, { mtime: DAY }, (give) => {
      const lines = Readable.from(linesOf(sheet));
      lines.on('error', (error) => out.destroy(error));
      give(null, lines);
    });
  }
  zip.outputStream.pipe(out);
  zip.end();
  return out;
}

async function* linesOf(sheet: Sheet): AsyncGenerator<Buffer> {
  const { heading, columns } = sheet;
  const headRow = heading === undefined ? 1 : 2;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${STYLE.text}"/>`,
  );
  yield Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">` +
      `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${widths.join('')}</cols><sheetData>`,
  );
  if (heading !== undefined) yield Buffer.from(rowOf(1, [cellOf('A1', heading, STYLE.heading)]));
  const titles = columns.map(({ title }, at) => cellOf(`${columnName(at)}${headRow}`, title, STYLE.head));
  yield Buffer.from(rowOf(headRow, titles));
  let number = headRow;
  for await (const cells of sheet.rows) {
    number += 1;
    yield Buffer.from(
      rowOf(
        number,
        cells.map((cell, at) => cellOf(`${columnName(at)}${number}`, cell)),
      ),
    );
  }
  const merged =
    heading !== undefined && columns.length > 1
      ? `<mergeCells count="1"><mergeCell ref="A1:${columnName(columns.length - 1)}1"/></mergeCells>`
      : '';
  yield Buffer.from(
    `</sheetData>${merged}<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  );
}

const rowOf = (number: number, cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;

function cellOf(place: string, value: Cell, style?: number): string {
  if (value === null || value === '') return `<c r="${place}" s="${style ?? STYLE.text}"/>`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`cell ${place} is not a number`);
    return `<c r="${place}" s="${STYLE.number}"><v>${value}</v></c>`;
  }
  const marked = style ?? (LIKE_A_FORMULA.test(value) ? STYLE.guarded : STYLE.text);
  return `<c r="${place}" s="${marked}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value.slice(0, MAX_TEXT))}</t></is></c>`;
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
