import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { DossierList } from '../dossier/dossier.ts';
import { fieldsOf } from '../dossier/fields.ts';
import type { Field } from '../dossier/fields.ts';
import type { AchievementKind } from '../vocabulary/values.ts';
import { VALUES } from '../vocabulary/values.ts';
import { UNKNOWN_FIRST, UNKNOWN_LAST } from './days.ts';

export type TableId = 'dossier' | 'experts' | DossierList;

/** How the cells of a column say what they know. */
export type ColumnForm =
  /** 0 unknown, else 1 + place on the scale. */
  | 'word'
  /** 0 unknown, 1 no, 2 yes. */
  | 'yes'
  /** 0 unknown, else 16 × (1 + place claimed) + (1 + place confirmed, 0 while not confirmed). */
  | 'claim'
  /** −1 unknown. */
  | 'number'
  /** Two arrays: first and last day possible. */
  | 'date'
  /** 0 unknown, 1 a text no pack speaks of, else the number of the text in the layout. */
  | 'text';

/** A field as one column (two for a date); `at` is the place of its first array in {@link Table.cells}. */
export interface Column {
  readonly field: string;
  readonly path: readonly string[];
  readonly form: ColumnForm;
  readonly at: number;
}

/** What one array of a table holds when nothing is known, and how wide it is. */
export interface CellKind {
  readonly width: 1 | 4;
  readonly unknown: number;
}

/** One list of the dossier (or its groups, `dossier`) as columns. */
export interface Table {
  readonly id: TableId;
  readonly cells: readonly CellKind[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Fields by kind of achievement; under `''` for every other table. */
  readonly fields: ReadonlyMap<AchievementKind | '', readonly { readonly field: Field; readonly column: Column }[]>;
  /** Array with the place of the first record of the same person; -1 where records are not people. */
  readonly person: number;
  /** Arrays of achievements: project (0 none, else 1 + place of its first record), qualities decided and confirmed. */
  readonly project: number;
  readonly decided: number;
  readonly confirmed: number;
  /** Lists inside a record, e.g. the experts of a report. */
  readonly nested: readonly { readonly field: string; readonly table: Table }[];
}

/** Where every fact of a dossier stands in numbers. The same layout serves every pack it was made for. */
export interface Layout {
  readonly dossier: Table;
  readonly lists: Readonly<Record<DossierList, Table>>;
  /** Texts that some condition compares with, numbered from 2. */
  readonly texts: ReadonlyMap<string, number>;
  /** Conditions that a person decides, by id: their array in `dossier` (0 not decided, 1 unmet, 2 met). */
  readonly judgements: ReadonlyMap<string, number>;
}

/** What packs ask of a layout beyond the fields of the dossier format. */
export interface LayoutNeeds {
  readonly texts: Iterable<string>;
  readonly judgements: Iterable<string>;
  /** Fields to keep, as `table/field`; every field when absent. Fewer columns are quicker to fill. */
  readonly fields?: ReadonlySet<string>;
}

const BYTE: CellKind = { width: 1, unknown: 0 };
const INT: CellKind = { width: 4, unknown: 0 };

const cellsOf = (form: ColumnForm): readonly CellKind[] => {
  switch (form) {
    case 'word':
    case 'yes':
    case 'claim':
      return [BYTE];
    case 'number':
      return [{ width: 4, unknown: -1 }];
    case 'date':
      return [
        { width: 4, unknown: UNKNOWN_FIRST },
        { width: 4, unknown: UNKNOWN_LAST },
      ];
    case 'text':
      return [INT];
    default:
      return form satisfies never;
  }
};

const PEOPLE: ReadonlySet<TableId> = new Set(['experts', 'recommendations']);
/** Fields that only name or are held otherwise. */
const HELD_OTHERWISE = new Set(['id', 'name', 'project', 'qualities']);

class TableBuilder {
  readonly cells: CellKind[] = [];
  readonly columns = new Map<string, Column>();

  add(form: ColumnForm): number {
    this.cells.push(...cellsOf(form));
    return this.cells.length - cellsOf(form).length;
  }

  column(field: Field, form: ColumnForm): Column {
    // A field that is a word for one kind and a text for another needs the wider column and stands apart.
    const key = form === 'text' ? `${field.id}#text` : field.id;
    const known = this.columns.get(key);
    if (known) return known;
    const column = { field: field.id, path: field.path, form, at: this.add(form) };
    this.columns.set(key, column);
    return column;
  }
}

function tableOf(id: TableId, keep: (table: TableId, field: string) => boolean, experts: Table | null): Table {
  const builder = new TableBuilder();
  const fields = new Map<AchievementKind | '', { field: Field; column: Column }[]>();
  const nested: { field: string; table: Table }[] = [];
  for (const field of fieldsOf(id)) {
    const { form } = field;
    if (form === 'group' || (HELD_OTHERWISE.has(field.id) && field.path.length === 1)) continue;
    if (form === 'list') {
      if (experts && id === 'achievements' && !nested.some((one) => one.field === field.id)) {
        nested.push({ field: field.id, table: experts });
      }
      continue;
    }
    if (field.id !== 'kind' && !keep(id, field.id)) continue;
    const column = builder.column(field, form);
    for (const kind of field.kinds ?? ([''] as const)) {
      const known = fields.get(kind) ?? [];
      known.push({ field, column });
      fields.set(kind, known);
    }
  }
  const isAchievements = id === 'achievements';
  return {
    id,
    person: PEOPLE.has(id) ? builder.add('text') : -1,
    project: isAchievements ? builder.add('text') : -1,
    decided: isAchievements ? builder.add('text') : -1,
    confirmed: isAchievements ? builder.add('text') : -1,
    cells: builder.cells,
    columns: builder.columns,
    fields,
    nested,
  };
}

/** Makes the layout for some packs; the order of texts and judgements given fixes their numbers. */
export function layoutFor(needs: LayoutNeeds): Layout {
  const keep = (table: TableId, field: string): boolean => needs.fields?.has(`${table}/${field}`) ?? true;
  const experts = tableOf('experts', keep, null);
  const dossier = tableOf('dossier', keep, null);
  const cells = [...dossier.cells];
  const judgements = new Map<string, number>();
  for (const id of needs.judgements) {
    if (judgements.has(id)) continue;
    judgements.set(id, cells.length);
    cells.push(BYTE);
  }
  const texts = new Map<string, number>();
  for (const text of needs.texts) if (!texts.has(text)) texts.set(text, texts.size + 2);
  return {
    dossier: { ...dossier, cells },
    lists: Object.fromEntries(DOSSIER_LISTS.map((list) => [list, tableOf(list, keep, experts)])) as Record<
      DossierList,
      Table
    >,
    texts,
    judgements,
  };
}

/** The column a predicate's field is read from; undefined where the layout does not hold it. */
export const columnOf = (table: Table, path: readonly string[], form: ColumnForm): Column | undefined =>
  table.columns.get(form === 'text' ? `${path.join('.')}#text` : path.join('.'));

/** Places of the qualities in the masks of a record. */
export const QUALITY_BIT: ReadonlyMap<string, number> = new Map(VALUES.quality.map((id, index) => [id, 1 << index]));
