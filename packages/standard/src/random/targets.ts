import { HAD_FROM } from '../evaluate/up-to.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { AchievementKind, ScaleId } from '../vocabulary/values.ts';
import { rankOn } from '../evaluate/predicate.ts';
import { firstDay } from '../intake/days.ts';
import type { ColumnForm, Layout, Table } from '../intake/layout.ts';
import type { Uses } from '../intake/uses.ts';

/** How cells of one column are drawn: around the values that conditions ask for. */
export interface Target {
  readonly field: string;
  readonly form: ColumnForm;
  /** Its (first) array in the table. */
  readonly at: number;
  /** Mostly left out. */
  readonly isSeldom: boolean;
  /** What is had from this day on is had by the day of evaluation: what comes later is left out before anything looks. */
  readonly isHad: boolean;
  /** The least a number can mean. */
  readonly least: number;
  /** How many words the scale has. */
  readonly words: number;
  /** Values that conditions compare with, as cells hold them; empty where nothing looks at the field. */
  readonly wanted: readonly number[];
  /** Conditions ask for these very words, not for these and better ones. */
  readonly exact: boolean;
}

/** The columns of a table to draw, by kind of achievement as the column of kinds has it; at 0 for every other table. */
export type TableTargets = readonly (readonly Target[])[];

/** The values each field is compared with, by `table/field`. */
function wantedBy(uses: Uses, layout: Layout): ReadonlyMap<string, readonly number[]> {
  const wanted = new Map<string, Set<number>>();
  for (const { table, atom, isNegated } of uses.atoms) {
    const key = `${table}/${atom.field.path.join('.')}`;
    const known = wanted.get(key) ?? new Set<number>();
    wanted.set(key, known);
    if (atom.op === 'word' || atom.op === 'claim') known.add(1 + rankOn(atom.scale, atom.value));
    else if (atom.op === 'wordIn') for (const value of atom.values) known.add(1 + rankOn(atom.scale, value));
    else if (atom.op === 'number') known.add(atom.value);
    else if (atom.op === 'date') known.add(firstDay(atom.value));
    else if (atom.op === 'text') known.add(layout.texts.get(atom.value) ?? 1);
    else if (atom.op === 'yes') known.add(isNegated ? 1 : 2);
  }
  return new Map([...wanted].map(([key, values]) => [key, [...values]]));
}

const sizeOf = (scale: ScaleId | null): number => (scale === null ? 0 : VALUES[scale].length);

/** Drawn otherwise, or left out: to leave out the end of work, or which title is the current one, is an answer. */
const DRAWN_APART = new Set(['achievements/kind', 'assessments/year', 'workPeriods/to', 'titles/current']);

const had: Readonly<Partial<Record<Table['id'], string>>> = HAD_FROM;

/** For each table of a layout, how its cells are drawn for some standards and plans. */
export function targetsOf(uses: Uses, layout: Layout): ReadonlyMap<Table['id'], TableTargets> {
  const wanted = wantedBy(uses, layout);
  const ordered = new Set(
    uses.atoms.flatMap(({ table, atom }) =>
      atom.op === 'word' && atom.comparison !== '=' ? [`${table}/${atom.field.path.join('.')}`] : [],
    ),
  );
  const of = (table: Table): TableTargets =>
    (['', ...VALUES['achievement-kind']] as const).map((kind) =>
      (table.fields.get(kind) ?? []).flatMap(({ field, column }) =>
        DRAWN_APART.has(`${table.id}/${field.id}`)
          ? []
          : {
              field: field.id,
              form: column.form,
              at: column.at,
              isSeldom: field.id === 'appointedUntil',
              isHad: had[table.id] === field.id,
              least: field.least,
              words: sizeOf(field.scale),
              exact: !ordered.has(`${table.id}/${field.id}`),
              // A word of another kind's scale says nothing here.
              wanted: (wanted.get(`${table.id}/${field.id}`) ?? []).filter(
                (value) => column.form !== 'word' || value <= sizeOf(field.scale),
              ),
            },
      ),
    );
  const experts = layout.lists.achievements.nested[0]?.table;
  const tables = [layout.dossier, ...Object.values(layout.lists), ...(experts ? [experts] : [])];
  return new Map(tables.map((table) => [table.id, of(table)]));
}

/** Kinds of achievement that some condition speaks of; all of them when none is named. */
export function kindsOf(uses: Uses): readonly AchievementKind[] {
  const named = new Set<string>(
    uses.atoms.flatMap(({ table, atom }) => {
      if (table !== 'achievements' || atom.field.path.join('.') !== 'kind') return [];
      return atom.op === 'wordIn' ? atom.values : atom.op === 'word' ? [atom.value] : [];
    }),
  );
  const kinds = VALUES['achievement-kind'].filter((kind) => named.has(kind));
  return kinds.length > 0 ? kinds : VALUES['achievement-kind'];
}
