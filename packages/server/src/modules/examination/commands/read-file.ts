import type { ResultListPreview, ResultState } from '@zhiping/contract';
import {
  canonicalJson,
  comparableName,
  type Fields,
  isAchieved,
  maskName,
  readResultLines,
  resultKey,
  type ResultKind,
  type ResultLineProblem,
  sameValue,
  sha256Hex,
} from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { blindIndex } from '../../../security/columns.ts';
import { readTables } from '../../../spreadsheet/index.ts';

/** A line as it would be kept, and what would become of it. */
export interface MarkedLine {
  readonly line: number;
  readonly person: string;
  readonly result: string;
  readonly key: string;
  /** Hexadecimal. */
  readonly idIndex: string;
  readonly nameIndex: string;
  readonly fields: Fields;
  readonly state: ResultState;
}
export interface ReadList {
  readonly lines: readonly MarkedLine[];
  readonly problems: readonly ResultLineProblem[];
  readonly digest: string;
}

/** Index by which the name on a list is compared. Only an index is kept of it. */
export const nameIndexOf = (ctx: Ctx, name: string): string =>
  blindIndex(ctx.installation.keys, 'result.name', comparableName(name)).toString('hex');

/**
 * Reads a file and works out what would become of each line, without keeping anything. Runs as the platform: whether somebody of
 * that number is there is asked for the whole list at once.
 * @throws AppError `FILE_TYPE`, `SPREADSHEET_TOO_LARGE`
 */
export async function readList(ctx: Ctx, organiserId: string, kind: ResultKind, content: string): Promise<ReadList> {
  const tables = (await readTables(Buffer.from(content, 'base64'))).map((table) => readResultLines(kind, table));
  const { lines, problems } = tables.find((one) => one.lines.length > 0) ?? tables[0] ?? readResultLines(kind, []);
  const indexed = lines.map((line) => ({
    ...line,
    key: resultKey(kind, line.fields),
    idIndex: blindIndex(ctx.installation.keys, 'id_number', line.idNumber).toString('hex'),
    nameIndex: nameIndexOf(ctx, line.name),
  }));
  const indexes = [...new Set(indexed.map(({ idIndex }) => idIndex))];
  const names = await namesBy(ctx, indexes);
  const known = await knownBy(ctx, organiserId, indexes);
  const marked = indexed.map(({ line, name, fields, key, idIndex, nameIndex }): MarkedLine => {
    const before = known.get(`${idIndex} ${key}`);
    const registered = names.get(idIndex);
    const state = ((): ResultState => {
      if (before !== undefined && sameValue(sorted(before.fields), sorted(fields)) && before.nameIndex === nameIndex) {
        return 'known';
      }
      if (!isAchieved(kind, fields) && before?.taken !== true) return 'not-passed';
      if (registered === undefined) return 'waiting';
      return nameIndexOf(ctx, registered) === nameIndex ? 'taken' : 'name-differs';
    })();
    return { line, person: maskName(name), result: resultText(fields), key, idIndex, nameIndex, fields, state };
  });
  const digest = sha256Hex(
    canonicalJson(marked.map(({ line, key, idIndex, state }) => ({ line, key, idIndex, state }))),
  );
  return { lines: marked, problems, digest };
}

const sorted = (fields: Fields): unknown => Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The result in a few words, without whose it is. */
export function resultText(fields: Fields): string {
  const { name, series, passedOn, acquiredOn, score } = fields;
  return [name, series, passedOn ?? acquiredOn, score].filter((part) => typeof part === 'string').join('，');
}

/** Names of the people whose number was compared with their document, by its index. */
async function namesBy(ctx: Ctx, indexes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ index: string; name: string }>`select encode(id_number_index, 'hex') as index, name
    from person where id_number_index = any(array(select decode(i, 'hex') from unnest(${indexes}::text[]) i))`.execute(
    ctx.tx,
  );
  return new Map(rows.map(({ index, name }) => [index, name]));
}

interface Known {
  readonly fields: Fields;
  readonly nameIndex: string;
  readonly taken: boolean;
}
async function knownBy(ctx: Ctx, organiserId: string, indexes: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await sql<Known & { index: string; key: string }>`select encode(id_index, 'hex') as index,
      result_key as key, fields, encode(name_index, 'hex') as "nameIndex", state = 'taken' as taken
    from result_line where organiser_id = ${organiserId}
      and id_index = any(array(select decode(i, 'hex') from unnest(${indexes}::text[]) i))`.execute(ctx.tx);
  return new Map(rows.map((row) => [`${row.index} ${row.key}`, row]));
}

/** What the office sees before it imports: every line with what would become of it, names masked. */
export function previewOf({ lines, problems, digest }: ReadList): ResultListPreview {
  const shown = [
    ...lines.map(({ line, person, result, state }) => ({ line, person, result, state, problem: '' })),
    ...problems.map((one) => ({ ...one, person: '', result: '', state: 'unreadable' as const })),
  ].toSorted((a, b) => a.line - b.line);
  const counts = { taken: 0, waiting: 0, 'name-differs': 0, 'not-passed': 0, known: 0, unreadable: 0 };
  for (const { state } of shown) counts[state] += 1;
  return { counts, lines: shown, digest };
}
