import { withDerived } from '../dossier/derived.ts';
import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Field } from '../dossier/fields.ts';
import { readField } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { fits, MAX_RECORDS, recordFits, takeFields, takeIn, takeJudgements, takeList, write } from './intake.ts';
import type { Column, Layout } from './layout.ts';
import { Population } from './population.ts';
import type { List, Rows } from './population.ts';

interface FieldAt {
  readonly field: Field;
  readonly column: Column;
}
type Records = readonly RecordData[] | undefined;

/**
 * A population of one dossier that is read again as the dossier changes: parts and records that are the same objects as
 * before are not looked at. So a dossier must not be written to while it is followed; a changed one shares what it keeps.
 */
export class Reading {
  readonly population: Population;
  readonly #layout: Layout;
  /** Fields of each group of facts. */
  readonly #groups: ReadonlyMap<string, readonly FieldAt[]>;
  /** What the population holds; null for nothing that can be relied on. */
  #held: Dossier | null = null;

  constructor(layout: Layout) {
    this.#layout = layout;
    this.population = new Population(layout, 1);
    this.#groups = Map.groupBy(layout.dossier.fields.get('') ?? [], ({ field }) => field.path[0] ?? '');
  }

  /** Reads the whole dossier. False where compiled evaluation cannot hold it (see `fits`). */
  begin(dossier: Dossier): boolean {
    this.#held = null;
    if (!fits(dossier)) return false;
    this.population.clear();
    takeIn(this.population, dossier);
    this.#held = dossier;
    return true;
  }

  /** Reads what is another object than in the dossier before. False as {@link begin}. */
  follow(dossier: Dossier): boolean {
    const held = this.#held;
    if (!held) return this.begin(dossier);
    if (held === dossier) return true;
    this.#held = null;
    const { header, lists, sources } = this.population;
    // Of facts that follow from others the whole group is read again.
    const [before, after] = [held as RecordData, withDerived(dossier) as RecordData];
    for (const [group, fields] of this.#groups) {
      if (before[group] === after[group]) continue;
      if (!recordFits((after[group] ?? {}) as RecordData)) return false;
      for (const { field, column } of fields) {
        forget(header, 0, column.at);
        if (column.form === 'date') forget(header, 0, column.at + 1);
        write(header, 0, field, column, readField(after, field.path), this.#layout);
      }
    }
    if (held.judgements !== dossier.judgements) {
      for (const id of Object.keys(held.judgements ?? {})) {
        const at = this.#layout.judgements.get(id);
        if (at !== undefined) forget(header, 0, at);
      }
      takeJudgements(header, 0, dossier.judgements, this.#layout);
    }
    for (const id of DOSSIER_LISTS) {
      if (before[id] === after[id]) continue;
      if (!this.#followList(lists[id], before[id] as Records, after[id] as Records)) return false;
    }
    sources[0] = dossier;
    this.#held = dossier;
    return true;
  }

  #followList(list: List, before: Records = [], after: Records): boolean {
    const records = after ?? [];
    if (records.length > MAX_RECORDS) return false;
    const changed = records.flatMap((record, place) => (record === before[place] ? [] : [place]));
    if (!changed.every((place) => recordFits(records[place] ?? {}))) return false;
    const gone = before.slice(records.length);
    const isRowByRow =
      changed.every((place) => standsAlone(list, before[place], records[place])) &&
      gone.every((record) => standsAlone(list, record, undefined));
    if (!isRowByRow) {
      list.clear();
      takeList(list, 0, after, this.#layout);
      return true;
    }
    list.rows.truncate(records.length);
    for (const place of changed) this.#readAgain(list, place, records[place] ?? {});
    list.close(0, after !== undefined);
    return true;
  }

  /** Writes a record over the one in its place, or behind the last. Project and people within stay as they are. */
  #readAgain({ rows, nested }: List, place: number, record: RecordData): void {
    if (place < rows.length) {
      for (const at of rows.table.cells.keys()) if (at !== rows.table.project) forget(rows, place, at);
    } else {
      rows.add();
      for (const inner of nested) takeList(inner, place, undefined, this.#layout);
    }
    takeFields(rows, place, record, this.#layout);
  }
}

/** Whether a row can change from one record to another (undefined: none) while all other rows stay as they are. */
function standsAlone(
  { rows: { table } }: List,
  before: RecordData | undefined,
  after: RecordData | undefined,
): boolean {
  if (table.person >= 0) return false;
  if (before?.['project'] !== after?.['project']) return false;
  return table.nested.every(({ field }) => before?.[field] === after?.[field]);
}

function forget(rows: Rows, row: number, at: number): void {
  const cells = rows.columns[at];
  if (cells) cells[row] = rows.table.cells[at]?.unknown ?? 0;
}
