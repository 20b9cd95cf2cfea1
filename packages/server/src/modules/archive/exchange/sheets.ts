import { AppError, type ImportPreview } from '@zhiping/contract';
import {
  cellOf,
  type ExchangedRow,
  headingOf,
  kindSpec,
  readCell,
  ROW_KINDS,
  type RowFacts,
  type RowKind,
} from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { columnName, readWorkbook, type Sheet, workbook } from '../../../spreadsheet/index.ts';

/** Title of the column with the id of a row: kept, a second import updates; left blank, a row is added. */
const ID_COLUMN = '编号（新增的不填）';

/** One sheet per kind that has rows, as people read it. */
export function archiveWorkbook(rows: readonly Pick<RowFacts, 'id' | 'kind' | 'fields'>[]) {
  const headings = new Map(rows.map((row) => [row.id, headingOf(row)]));
  return workbook(
    ROW_KINDS.filter(({ kind }) => rows.some((row) => row.kind === kind)).map(({ kind }) => {
      const of = rows.filter((row) => row.kind === kind);
      return {
        ...sheetOf(kind),
        rows: of.map((row) => [
          row.id,
          ...kindSpec(kind).fields.map((field) => {
            const value = row.fields[field.name];
            return field.type === 'row' ? (headings.get(String(value)) ?? '') : cellOf(field, value);
          }),
        ]),
      };
    }),
  );
}

/** An empty sheet of one kind with a second one that says what goes into each column. */
export function templateWorkbook(kind: RowKind) {
  const explained = kindSpec(kind).fields.map((field) => [
    field.label,
    field.required ? '必填' : '选填',
    'choices' in field ? field.choices.map(({ label }) => label).join('、') : FORMS[field.type],
    field.help ?? '',
  ]);
  const columns = ['列', '要求', '怎样填写', '说明'].map((title, at) => ({ title, width: at < 2 ? 20 : 60 }));
  return workbook([
    { ...sheetOf(kind), rows: [] },
    { name: '填写说明', columns, rows: explained },
  ]);
}

const FORMS = {
  text: '文字',
  'long-text': '文字',
  date: '日期，如 2022-05-01',
  year: '年份，如 2022',
  integer: '整数',
  flag: '是或否',
  row: '档案中那一项业绩的名称',
} as const;

function sheetOf(kind: RowKind): Sheet {
  const { label, fields } = kindSpec(kind);
  const titles = [ID_COLUMN, ...fields.map((field) => field.label)];
  return {
    name: label,
    columns: titles.map((title) => ({ title, width: Math.max(12, title.length * 2 + 2) })),
    rows: [],
  };
}

/** Rows of a workbook in the form of the template; every cell that cannot be read is named and left out. */
export async function readSheets(
  ctx: Ctx,
  content: Buffer,
  own: readonly Pick<RowFacts, 'id' | 'kind' | 'fields'>[],
): Promise<{ readonly rows: readonly ExchangedRow[]; readonly cells: ImportPreview['cells'] }> {
  const rowByHeading = new Map(own.map((row) => [headingOf(row), row.id]));
  const rows: ExchangedRow[] = [];
  const cells: ImportPreview['cells'] = [];
  for (const sheet of await readWorkbook(content)) {
    const spec = ROW_KINDS.find(({ label }) => label === sheet.name);
    const head = sheet.rows.findIndex((cellsOfRow) => cellsOfRow[0]?.trim() === ID_COLUMN);
    if (spec === undefined || head < 0) continue;
    const columns = (sheet.rows[head] ?? []).map((title) => spec.fields.find(({ label }) => label === title.trim()));
    for (const [at, line] of sheet.rows.entries()) {
      if (at <= head || line.every((cell) => cell.trim() === '')) continue;
      const problem = (column: number, message: string) =>
        cells.push({ sheet: sheet.name, cell: `${columnName(column)}${at + 1}`, message });
      const id = line[0]?.trim() ?? '';
      if (id !== '' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
        problem(0, '编号由平台给出，新增的请留空');
        continue;
      }
      const fields: ExchangedRow['fields'] = {};
      for (const [column, field] of columns.entries()) {
        if (field === undefined) continue;
        const read = readCell(field, line[column] ?? '', rowByHeading);
        if (!read.ok) problem(column, read.message);
        // A blank cell of a new row says nothing; of a known row it says that the field is empty now.
        else if (read.value !== null || id !== '') fields[field.name] = read.value as ExchangedRow['fields'][string];
      }
      rows.push({ id: id === '' ? ctx.newId() : id, kind: spec.kind, fields });
    }
  }
  if (rows.length === 0 && cells.length === 0) throw new AppError('ARCHIVE_SHEET');
  if (rows.length > 2000) throw new AppError('SPREADSHEET_TOO_LARGE');
  return { rows, cells };
}
