import { parseTable } from '@zhiping/core';
import { readWorkbook } from './read-workbook.ts';

/**
 * The tables of a file as rows of texts: the sheets of an Excel workbook, or one of a text with commas or tabs. Chinese offices
 * export GB 18030 as often as UTF-8.
 * @throws AppError `FILE_TYPE`, `SPREADSHEET_TOO_LARGE` as `readWorkbook` does
 */
export async function readTables(bytes: Buffer): Promise<readonly (readonly (readonly string[])[])[]> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return [parseTable(textOf(bytes))];
  return (await readWorkbook(bytes)).map(({ rows }) => rows);
}

function textOf(bytes: Buffer): string {
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\uFFFD') ? new TextDecoder('gb18030').decode(bytes) : utf8;
}
