import { isDate } from '../calendar/index.ts';
import { parseTable } from '../fee/index.ts';
import { CODE_TABLES, type CodeTableId } from './tables.ts';

/** What holds of a code from a day on; later lines of the same code take its place from their day. */
export interface CodeLine {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  /** `YYYY-MM-DD` */
  readonly validFrom: string;
  /** From that day on the code is no more. */
  readonly ended: boolean;
  /** What takes the place of an ended one. */
  readonly successorCode: string | null;
}

/** Why a line was not taken. `line` counts from 1, the heading included. */
export interface CodeLineProblem {
  readonly line: number;
  readonly text: string;
  readonly problem: string;
}

export const CODE_COLUMNS = ['代码', '名称', '上级代码', '生效日期', '状态', '承接代码'] as const;
const STATES: Readonly<Record<string, boolean>> = { '': false, 在用: false, 停用: true };

/**
 * Reads a list as text (commas or tabs), the first line being the heading. Columns may stand in any order; 代码, 名称 and
 * 生效日期 must be there. Lines that cannot be read are told one by one and hinder no other.
 */
export function readCodeLines(
  table: CodeTableId,
  text: string,
): { readonly lines: readonly CodeLine[]; readonly problems: readonly CodeLineProblem[] } {
  const [heading = [], ...rows] = parseTable(text);
  const missing = CODE_COLUMNS.filter((name, index) => (index < 2 || index === 3) && !heading.includes(name));
  if (missing.length > 0) {
    return { lines: [], problems: [{ line: 1, text: heading.join('，'), problem: `表头缺少${missing.join('、')}` }] };
  }
  const lines: CodeLine[] = [];
  const problems: CodeLineProblem[] = [];
  rows.forEach((row, index) => {
    if (row.every((cell) => cell === '')) return;
    const cell = (name: (typeof CODE_COLUMNS)[number]): string => row[heading.indexOf(name)] ?? '';
    const ended = STATES[cell('状态')];
    const line: CodeLine = {
      code: cell('代码'),
      name: cell('名称'),
      parentCode: cell('上级代码') || null,
      validFrom: cell('生效日期'),
      ended: ended === true,
      successorCode: cell('承接代码') || null,
    };
    const problem = ended === undefined ? '状态应为“在用”或“停用”' : lineProblem(table, line);
    if (problem === null) lines.push(line);
    else problems.push({ line: index + 2, text: row.join('，').slice(0, 200), problem });
  });
  return { lines, problems };
}

/** What is wrong with one entry by itself, in Chinese; null when nothing is. */
export function lineProblem(table: CodeTableId, line: CodeLine): string | null {
  const { pattern, form } = CODE_TABLES[table];
  if (!pattern.test(line.code)) return `代码应为${form}`;
  if (line.name === '' || line.name.length > 100) return '名称应为1到100个字';
  if (!isDate(line.validFrom)) return '生效日期应写作 YYYY-MM-DD';
  for (const [name, code] of [
    ['上级代码', line.parentCode],
    ['承接代码', line.successorCode],
  ] as const) {
    if (code !== null && !pattern.test(code)) return `${name}应为${form}`;
    if (code === line.code) return `${name}不能是它自己`;
  }
  return line.successorCode !== null && !line.ended ? '在用的不能有承接代码' : null;
}
