import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier, DossierList } from '../dossier/dossier.ts';
import { dossierOf } from './dossier-of.ts';
import type { Layout, Table } from './layout.ts';

export type Cells = Uint8Array | Int32Array;

/** Records as columns; grows as records are added. Cells not written say that nothing is known. */
export class Rows {
  readonly table: Table;
  /** One array for each of {@link Table.cells}, as long as the capacity. */
  columns: Cells[];
  length = 0;

  constructor(table: Table, capacity: number) {
    this.table = table;
    this.columns = table.cells.map(({ width, unknown }) => fresh(width, unknown, capacity));
  }

  /** Adds a record of which nothing is known; answers its place. */
  add(): number {
    const place = this.length;
    const capacity = this.columns[0]?.length ?? Number.POSITIVE_INFINITY;
    if (place >= capacity) {
      this.columns = this.table.cells.map(({ width, unknown }, index) => {
        const wider = fresh(width, unknown, capacity * 2);
        wider.set(this.columns[index] ?? []);
        return wider;
      });
    }
    this.length += 1;
    return place;
  }

  clear(): void {
    this.truncate(0);
  }

  /** Takes away the records from place `length` on. */
  truncate(length: number): void {
    if (length >= this.length) return;
    for (const [index, { unknown }] of this.table.cells.entries()) {
      this.columns[index]?.fill(unknown, length, this.length);
    }
    this.length = length;
  }
}

function fresh(width: 1 | 4, unknown: number, capacity: number): Cells {
  const cells = width === 1 ? new Uint8Array(capacity) : new Int32Array(capacity);
  return unknown === 0 ? cells : cells.fill(unknown);
}

/** The records of all owners one after another: those of owner `o` stand from `from[o]` to `from[o + 1]`. */
export class List {
  readonly rows: Rows;
  /** 0 where the owner does not state the list at all. */
  known: Uint8Array;
  from: Int32Array;
  readonly nested: readonly List[];

  constructor(table: Table, capacity: number, each: number) {
    this.rows = new Rows(table, capacity * each);
    this.known = new Uint8Array(capacity);
    this.from = new Int32Array(capacity + 1);
    this.nested = table.nested.map((inner) => new List(inner.table, capacity * each, 1));
  }

  /** Closes the list of the next owner: its records are those added since the owner before. */
  close(owner: number, isKnown: boolean): void {
    if (owner >= this.known.length) {
      const known = new Uint8Array(this.known.length * 2);
      known.set(this.known);
      this.known = known;
      const from = new Int32Array(known.length + 1);
      from.set(this.from);
      this.from = from;
    }
    this.known[owner] = isKnown ? 1 : 0;
    this.from[owner + 1] = this.rows.length;
  }

  clear(): void {
    this.rows.clear();
    for (const inner of this.nested) inner.clear();
  }
}

/**
 * Dossiers in the one shape compiled standards read: words as small numbers on their scales, dates as first and last day,
 * holes explicit. One dossier is a population of one; a population is filled, read, cleared and filled again.
 */
export class Population {
  readonly layout: Layout;
  size = 0;
  readonly header: Rows;
  readonly lists: Readonly<Record<DossierList, List>>;
  /** The dossiers themselves where they came from JSON; explanations name their records. */
  readonly sources: Dossier[] = [];

  constructor(layout: Layout, capacity: number) {
    this.layout = layout;
    this.header = new Rows(layout.dossier, capacity);
    this.lists = Object.fromEntries(
      DOSSIER_LISTS.map((id) => [id, new List(layout.lists[id], capacity, id === 'achievements' ? 12 : 3)]),
    ) as Record<DossierList, List>;
  }

  /** Dossier number `index` as JSON: the one it was made from, or one with the same facts. */
  dossier(index: number): Dossier {
    return this.sources[index] ?? dossierOf(this, index);
  }

  clear(): void {
    this.header.clear();
    for (const list of Object.values(this.lists)) list.clear();
    this.sources.length = 0;
    this.size = 0;
  }
}
