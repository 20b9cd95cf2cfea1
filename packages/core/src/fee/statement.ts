import { isDate } from '../calendar/index.ts';
import { fenOf } from './amount.ts';

/** One line read from a bank's file: money in, with what the bank says of it. */
export interface StatementLine {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly payer: string;
  readonly remark: string;
  /** The bank's own number of the booking; empty where its file has none. */
  readonly serial: string;
}

export type Statement =
  | { readonly ok: true; readonly lines: readonly StatementLine[]; readonly skipped: readonly SkippedLine[] }
  | { readonly ok: false; readonly problem: string };
export interface SkippedLine {
  readonly line: number;
  readonly why: string;
}

/** Headings that banks use, the more exact first. */
const HEADINGS = {
  date: ['交易日期', '记账日期', '入账日期', '交易时间', '日期', '时间'],
  amount: ['贷方发生额', '贷方金额', '收入金额', '转入金额', '收入', '贷方', '交易金额', '发生额', '金额'],
  payer: ['对方户名', '对方账户名称', '付款人名称', '付款人户名', '付款方户名', '付款人', '对方名称', '户名'],
  remark: ['附言', '备注', '用途', '摘要', '留言', '交易说明'],
  serial: ['交易流水号', '流水号', '交易序号', '凭证号', '回单编号'],
  direction: ['借贷标志', '借贷方向', '收支方向', '收/支', '借/贷'],
} as const;
type Column = keyof typeof HEADINGS;

/**
 * Reads a table as banks export it: lines before the headings are passed over, money that went out is skipped, several
 * remark columns are joined. Answers what was wrong where the file is not such a table.
 */
export function readStatement(table: readonly (readonly string[])[]): Statement {
  const at = table.findIndex((row) => columnsOf(row, 'date').length > 0 && columnsOf(row, 'amount').length > 0);
  const head = table[at];
  if (head === undefined) return { ok: false, problem: '没有找到同时写有日期和金额的标题行' };
  const columns = Object.fromEntries(
    (Object.keys(HEADINGS) as Column[]).map((column) => [column, columnsOf(head, column)]),
  ) as Record<Column, readonly number[]>;
  const lines: StatementLine[] = [];
  const skipped: SkippedLine[] = [];
  table.slice(at + 1).forEach((row, index) => {
    const line = at + 2 + index;
    if (row.every((cell) => cell.trim() === '')) return;
    const first = (column: Column) => row[columns[column][0] ?? -1]?.trim() ?? '';
    const bookedOn = dayOf(first('date'));
    const amount = first('amount');
    const amountFen = fenOf(amount);
    if (bookedOn === null) skipped.push({ line, why: '没有日期，可能是合计行' });
    else if (/^(借|支|D)/i.test(first('direction')) || amount === '' || amountFen === 0 || (amountFen ?? 0) < 0) {
      skipped.push({ line, why: '不是收入' });
    } else if (amountFen === null) skipped.push({ line, why: `金额“${amount.slice(0, 20)}”不能识别` });
    else {
      const remark = columns.remark.map((column) => row[column]?.trim() ?? '').filter((text) => text !== '');
      lines.push({
        line,
        bookedOn,
        amountFen,
        payer: first('payer'),
        remark: remark.join(' '),
        serial: first('serial'),
      });
    }
  });
  return { ok: true, lines, skipped };
}

/** Places of a column in the headings: of the remark all, of the others the best. */
function columnsOf(head: readonly string[], column: Column): readonly number[] {
  const cells = head.map((cell) => cell.replace(/[\s（(].*$/s, '').trim());
  const found = HEADINGS[column].flatMap((name) => {
    const index = cells.indexOf(name);
    return index < 0 ? [] : [index];
  });
  return column === 'remark' ? found.toSorted((a, b) => a - b) : found.slice(0, 1);
}

/** `2022-11-03`, `2022/11/3`, `20221103`, `2022年11月3日`, each also with a time behind it. */
function dayOf(text: string): string | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const day = [match[1] ?? '', (match[2] ?? '').padStart(2, '0'), (match[3] ?? '').padStart(2, '0')].join('-');
  return isDate(day) ? day : null;
}
