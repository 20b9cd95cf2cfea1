import { AppError, type CodeImport } from '@zhiping/contract';
import { type CodeLine, type CodeLineProblem, type CodeTableId, lineProblem, readCodeLines } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { listImports } from '../queries/codes.ts';
import { matchAsksLater } from './note-asks.ts';

export interface Grounds {
  /** The document it rests on. */
  readonly source: string;
  readonly reason: string;
}

/**
 * Enters what holds of one code from a day on.
 * @throws AppError `CODE_WRONG_FORM`, `CODE_SUCCESSOR_UNKNOWN`, `CODE_UNCHANGED`
 */
export async function changeCode(ctx: Ctx, table: CodeTableId, line: CodeLine, grounds: Grounds): Promise<void> {
  const problem = lineProblem(table, line);
  if (problem !== null) throw new AppError('CODE_WRONG_FORM', { fields: [{ path: 'code', message: problem }] });
  await ctx.asPlatform(async () => {
    const known = await knownCodes(ctx, table, namedBy([line]));
    if (namedBy([line]).some((code) => !known.has(code))) throw new AppError('CODE_SUCCESSOR_UNKNOWN');
    const added = await addLines(ctx, table, [line], grounds, null);
    if (added === 0) throw new AppError('CODE_UNCHANGED');
    await matchAsksLater(ctx, table);
    await ctx.record({
      organiserId: null,
      subject: { noun: 'code', id: ctx.newId() },
      data: { table, ...line, ...grounds },
    });
  });
}

/** Takes a whole list: what is new of it is added, what cannot be taken is kept line by line with why. */
export async function importCodes(
  ctx: Ctx,
  table: CodeTableId,
  file: { readonly fileName: string; readonly content: string; readonly source: string },
): Promise<CodeImport> {
  const { lines, problems } = readCodeLines(table, file.content);
  return ctx.asPlatform(async () => {
    const own = new Set(lines.map(({ code }) => code));
    const known = await knownCodes(ctx, table, namedBy(lines));
    const isLost = (line: CodeLine): boolean => namedBy([line]).some((code) => !own.has(code) && !known.has(code));
    const failures: CodeLineProblem[] = [
      ...problems,
      ...lines.filter(isLost).map((line) => ({
        line: 0,
        text: [line.code, line.name, line.parentCode, line.successorCode].filter((part) => part !== null).join('，'),
        problem: '没有这个上级代码或承接代码',
      })),
    ];
    const taken = lines.filter((line) => !isLost(line));
    const id = ctx.newId();
    const grounds = { source: file.source, reason: `导入${file.fileName}` };
    const added = await addLines(ctx, table, taken, grounds, id);
    if (added > 0) await matchAsksLater(ctx, table);
    await ctx.tx
      .insertInto('code_import')
      .values({
        id,
        source: file.source,
        added,
        unchanged: taken.length - added,
        code_table: table,
        file_name: file.fileName,
        failures: JSON.stringify(failures.slice(0, SHOWN)),
        imported_by: ctx.actor.personId,
        imported_at: ctx.systemNow,
      })
      .execute();
    await ctx.record({
      organiserId: null,
      subject: { noun: 'code', id },
      data: { table, source: file.source, added, unchanged: taken.length - added, failed: failures.length },
    });
    const [imported] = (await listImports(ctx, { table, limit: 1 })).items;
    if (!imported) throw new Error('an import was kept but is not there');
    return imported;
  });
}
/** Failures kept of one import: more of them mean that the file is another one. */
const SHOWN = 1000;

const namedBy = (lines: readonly CodeLine[]): readonly string[] =>
  lines.flatMap(({ parentCode, successorCode }) => [parentCode, successorCode]).filter((code) => code !== null);

async function knownCodes(ctx: Ctx, table: CodeTableId, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('code_entry')
    .distinct()
    .select('code')
    .where('code_table', '=', table)
    .where(sql<boolean>`code = any(${[...new Set(codes)]}::text[])`)
    .execute();
  return new Set(rows.map(({ code }) => code));
}

/** Adds the lines that say something new about their day; answers how many. */
async function addLines(
  ctx: Ctx,
  table: CodeTableId,
  lines: readonly CodeLine[],
  grounds: Grounds,
  importId: string | null,
): Promise<number> {
  const rows = lines.map((line) => ({ id: ctx.newId(), ...line }));
  const { rows: added } = await sql`
    insert into code_entry (id, code_table, code, name, parent_code, valid_from, ended, successor_code,
      source, reason, import_id, changed_by, changed_at)
    select n.id, ${table}, n.code, n.name, n."parentCode", n."validFrom", n.ended, n."successorCode",
      ${grounds.source}, ${grounds.reason}, ${importId}::uuid, ${ctx.actor.personId}::uuid, ${ctx.systemNow}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, code text, name text, "parentCode" text,
      "validFrom" date, ended boolean, "successorCode" text)
    left join lateral (select e.name, e.parent_code, e.ended, e.successor_code from code_entry e
      where e.code_table = ${table} and e.code = n.code and e.valid_from <= n."validFrom"
      order by e.valid_from desc, e.id desc limit 1) held on true
    where (held.name, held.parent_code, held.ended, held.successor_code)
      is distinct from (n.name, n."parentCode", n.ended, n."successorCode")
    returning id`.execute(ctx.tx);
  return added.length;
}
