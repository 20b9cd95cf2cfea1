import { withDerived } from '../dossier/derived.ts';
import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Field } from '../dossier/fields.ts';
import { personKey, rankOn, readClaim, readField } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { firstDay, lastDay } from './days.ts';
import type { Column, Layout } from './layout.ts';
import { QUALITY_BIT } from './layout.ts';
import type { List, Population, Rows } from './population.ts';

/** Records of one list are kept as bits of a number; a dossier with more of them is evaluated by the closure form. */
export const MAX_RECORDS = 31;
const MAX_NUMBER = 2_147_483_646;

/** Whether compiled code can hold the dossier: at most {@link MAX_RECORDS} records a list, numbers below 2³¹. */
export function fits(dossier: Dossier): boolean {
  return Object.values(dossier as RecordData).every((part) => {
    if (Array.isArray(part)) return part.length <= MAX_RECORDS && (part as RecordData[]).every(recordFits);
    return typeof part !== 'object' || part === null || recordFits(part as RecordData);
  });
}

/** The same of one record, or of one group of facts. */
export const recordFits = (record: RecordData): boolean =>
  Object.values(record).every(
    (value) =>
      (typeof value !== 'number' || value <= MAX_NUMBER) && (!Array.isArray(value) || value.length <= MAX_RECORDS),
  );

/**
 * Adds a checked dossier to a population; answers its place. Throws where {@link fits} says no: such a dossier belongs to
 * the closure form.
 */
export function takeIn(population: Population, dossier: Dossier): number {
  if (!fits(dossier)) throw new RangeError('dossier beyond the bounds of compiled evaluation');
  const { layout, header } = population;
  const index = header.add();
  const data = withDerived(dossier) as RecordData;
  for (const { field, column } of layout.dossier.fields.get('') ?? []) {
    write(header, index, field, column, readField(data, field.path), layout);
  }
  takeJudgements(header, index, dossier.judgements, layout);
  for (const id of DOSSIER_LISTS) {
    takeList(population.lists[id], index, data[id] as readonly RecordData[] | undefined, layout);
  }
  population.sources[index] = dossier;
  population.size = index + 1;
  return index;
}

/** Writes what people decided on conditions into the header's row of a dossier, over cells that hold nothing. */
export function takeJudgements(
  header: Rows,
  index: number,
  judgements: Dossier['judgements'] = {},
  { judgements: places }: Layout,
): void {
  for (const id of Object.keys(judgements)) {
    const at = places.get(id);
    if (at !== undefined) put(header, at, index, judgements[id]?.result === 'met' ? 2 : 1);
  }
}

/** Adds a list of a dossier (undefined where it is not stated), or a list inside a record, as the next owner's. */
export function takeList(list: List, owner: number, records: readonly RecordData[] | undefined, layout: Layout): void {
  const { table } = list.rows;
  const projects = new Map<unknown, number>();
  const people = new Map<string, number>();
  for (const [place, record] of (records ?? []).entries()) {
    const row = list.rows.add();
    takeFields(list.rows, row, record, layout);
    if (table.person >= 0) put(list.rows, table.person, row, firstOf(people, personKey(record, place), place));
    const { project } = record;
    if (table.project >= 0 && project !== undefined)
      put(list.rows, table.project, row, 1 + firstOf(projects, project, place));
    for (const [at, { field }] of table.nested.entries()) {
      const inner = list.nested[at];
      if (inner) takeList(inner, row, record[field] as readonly RecordData[] | undefined, layout);
    }
  }
  list.close(owner, records !== undefined);
}

/** Writes a record's own fields and qualities into a row that holds nothing. */
export function takeFields(rows: Rows, row: number, record: RecordData, layout: Layout): void {
  const { table } = rows;
  const kind = table.id === 'achievements' ? (record['kind'] as string) : '';
  for (const { field, column } of table.fields.get(kind as '') ?? []) {
    write(rows, row, field, column, record[field.id], layout);
  }
  if (table.decided >= 0)
    takeQualities(rows, row, record['qualities'] as Readonly<Record<string, boolean>> | undefined);
}

function firstOf<K>(seen: Map<K, number>, key: K, place: number): number {
  const first = seen.get(key) ?? place;
  seen.set(key, first);
  return first;
}

function takeQualities(rows: Rows, row: number, said: Readonly<Record<string, boolean>> | undefined): void {
  if (!said) return;
  let decided = 0;
  let confirmed = 0;
  for (const [id, value] of Object.entries(said)) {
    const bit = QUALITY_BIT.get(id) ?? 0;
    decided |= bit;
    if (value) confirmed |= bit;
  }
  put(rows, rows.table.decided, row, decided);
  put(rows, rows.table.confirmed, row, confirmed);
}

function put(rows: Rows, at: number, row: number, value: number): void {
  const cells = rows.columns[at];
  if (cells) cells[row] = value;
}

/** Writes a field into a cell that holds nothing; undefined is nothing. */
export function write(rows: Rows, row: number, field: Field, column: Column, value: unknown, layout: Layout): void {
  if (value === undefined) return;
  switch (column.form) {
    case 'word':
      put(rows, column.at, row, 1 + (field.scale ? rankOn(field.scale, value as string) : -1));
      return;
    case 'yes':
      put(rows, column.at, row, value === true ? 2 : 1);
      return;
    case 'claim': {
      const claim = readClaim(value);
      if (!claim || !field.scale) return;
      const confirmed = claim.confirmed === undefined ? 0 : 1 + rankOn(field.scale, claim.confirmed);
      put(rows, column.at, row, 16 * (1 + rankOn(field.scale, claim.claimed)) + confirmed);
      return;
    }
    case 'number':
      put(rows, column.at, row, value as number);
      return;
    case 'date':
      put(rows, column.at, row, firstDay(value as string));
      put(rows, column.at + 1, row, lastDay(value as string));
      return;
    case 'text':
      put(rows, column.at, row, layout.texts.get(value as string) ?? 1);
      return;
    default:
      column.form satisfies never;
  }
}
