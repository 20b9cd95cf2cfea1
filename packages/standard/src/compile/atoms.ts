import { compare } from '../language/compare.ts';
import { rankOn } from '../evaluate/predicate.ts';
import { firstDay } from '../intake/days.ts';
import type { Column, Layout, Table } from '../intake/layout.ts';
import { QUALITY_BIT } from '../intake/layout.ts';
import { isAtom } from '../language/predicate.ts';
import type { Comparison, Predicate, PredicateAtom } from '../language/predicate.ts';
import type { AchievementKind, Quality, ScaleId } from '../vocabulary/values.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { Field } from '../dossier/fields.ts';
import { NotCompilable } from './program.ts';
import { JUDGE, MET, MISSING, UNMET } from './thermometer.ts';

/**
 * Names for arrays that generated code reads: columns of the population and tables of values. Everything that generated
 * code contains besides whole numbers and these names is written in this folder.
 */
export class Names {
  readonly layout: Layout;
  readonly tables: (Uint8Array | Int32Array)[] = [];
  readonly #columns = new Map<string, string>();
  readonly #declarations: string[] = [];
  readonly #tableNames = new Map<string, string>();
  readonly #functions: string[] = [];
  readonly #constants: string[] = [];

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** The array of a column: `h3` of the header, `l2_5` of the third list, `n2_0_5` of a list inside it. */
  column(table: Table, at: number): string {
    return this.#declare(`${this.#place(table)}_${at}`, `${this.#rows(table)}.columns[${at}]`);
  }

  /** Where the records of an owner begin; those of owner `o` end at `[o + 1]`. */
  from(table: Table): string {
    return this.#declare(`${this.#place(table)}_from`, `${this.#list(table)}.from`);
  }

  known(table: Table): string {
    return this.#declare(`${this.#place(table)}_known`, `${this.#list(table)}.known`);
  }

  /** A table from the codes of a column to thermometers. */
  values(codes: readonly number[]): string {
    return this.#table(codes.join(','), () => Uint8Array.from(codes));
  }

  /** A table from the codes of a column to words of lanes. */
  words(codes: readonly number[]): string {
    return this.#table(`words ${codes.join(',')}`, () => Int32Array.from(codes));
  }

  #table(key: string, make: () => Uint8Array | Int32Array): string {
    const known = this.#tableNames.get(key);
    if (known) return known;
    const name = `T${this.tables.length}`;
    this.tables.push(make());
    this.#tableNames.set(key, name);
    return name;
  }

  /** Declares a function of the generated code; answers its name. */
  define(parameters: string, body: string): string {
    const name = `f${this.#functions.length}`;
    this.#functions.push(`const ${name} = (${parameters}) => {\n${body}\n};`);
    return name;
  }

  /** Declares a value that is made once for a population; answers its name. */
  constant(expression: string): string {
    const known = this.#constants.indexOf(expression);
    if (known < 0) this.#constants.push(expression);
    return `k${known < 0 ? this.#constants.length - 1 : known}`;
  }

  /** Declarations that depend on the population. */
  get opening(): string {
    const constants = this.#constants.map((expression, index) => `const k${index} = ${expression};`);
    return [...this.#declarations, ...this.#functions, ...constants].join('\n');
  }

  get tableDeclarations(): string {
    return this.tables.map((_, index) => `const T${index} = T[${index}];`).join('\n');
  }

  #declare(name: string, value: string): string {
    if (!this.#columns.has(name)) {
      this.#columns.set(name, value);
      this.#declarations.push(`const ${name} = ${value};`);
    }
    return name;
  }

  #place(table: Table): string {
    return table.id === 'dossier' ? 'h' : table.id;
  }

  #rows(table: Table): string {
    return table.id === 'dossier' ? 'P.header' : `${this.#list(table)}.rows`;
  }

  #list(table: Table): string {
    if (table.id === 'experts') return 'P.lists.achievements.nested[0]';
    if (table.id === 'dossier') throw new Error('the header is no list');
    return `P.lists.${table.id}`;
  }
}

/** An expression of generated code, or a value known while it is generated. */
export type Code = number | string;

const code = (holds: boolean): number => (holds ? MET : UNMET);

/** Writes predicates on one record of a table as expressions; the same comparison is computed once for the record. */
export class RecordCode {
  readonly #names: Names;
  readonly #table: Table;
  readonly #kind: AchievementKind | '';
  readonly #row: string;
  readonly #prefix: string;
  readonly #isBoolean: boolean;
  readonly #atoms = new Map<string, string>();

  /**
   * `row` is the variable of the record, `prefix` keeps the names of different records apart. `isBoolean` writes whether
   * the predicate is met, as a condition, instead of its thermometer.
   */
  constructor(names: Names, table: Table, kind: AchievementKind | '', row: string, prefix: string, isBoolean = false) {
    this.#isBoolean = isBoolean;
    this.#names = names;
    this.#table = table;
    this.#kind = kind;
    this.#row = row;
    this.#prefix = prefix;
  }

  /** The comparisons used so far, to stand before the expressions. */
  get declarations(): string {
    return [...this.#atoms].map(([expression, name]) => `const ${name} = ${expression};`).join('\n');
  }

  /** The same, only of those that `code` uses. */
  declarationsFor(code: string): string {
    const used = new Set(code.match(/[a-z]+\d+/gu));
    return [...this.#atoms]
      .flatMap(([expression, name]) => (used.has(name) ? [`const ${name} = ${expression};`] : []))
      .join('\n');
  }

  predicate(predicate: Predicate): Code {
    if (this.#isBoolean) return this.#is(predicate, MET);
    if (isAtom(predicate)) return this.#atom(predicate);
    switch (predicate.op) {
      case 'and':
        return this.#join(predicate.of, '&', MET, UNMET);
      case 'or':
        return this.#join(predicate.of, '|', UNMET, MET);
      case 'not': {
        const of = this.predicate(predicate.of);
        return typeof of === 'number' ? negated(of) : `N[${of}]`;
      }
      default:
        return predicate satisfies never;
    }
  }

  /** Whether a predicate certainly fails; only where conditions are written. */
  fails(predicate: Predicate): Code {
    return this.#is(predicate, UNMET);
  }

  #is(predicate: Predicate, wanted: typeof MET | typeof UNMET): Code {
    if (isAtom(predicate)) {
      const value = this.#atom(predicate);
      return typeof value === 'number' ? code(value === wanted) : `((${value}) === ${wanted})`;
    }
    if (predicate.op === 'not') return this.#is(predicate.of, wanted === MET ? UNMET : MET);
    const isAll = (predicate.op === 'and') === (wanted === MET);
    const [sign, neutral, deciding] = isAll ? (['&&', MET, UNMET] as const) : (['||', UNMET, MET] as const);
    const codes: Code[] = [];
    const inOrder = predicate.of.toSorted((a, b) => Number(this.#isAboutKind(b)) - Number(this.#isAboutKind(a)));
    for (const part of inOrder) {
      const next = this.#is(part, wanted);
      if (next === deciding) return deciding;
      codes.push(next);
    }
    return joined(codes, sign, neutral, deciding);
  }

  /** What a person said of the qualities: judge until said. */
  qualities(wanted: readonly Quality[]): Code {
    if (wanted.length === 0) return MET;
    if (this.#table.decided < 0) return this.#isBoolean ? UNMET : JUDGE;
    const decided = `${this.#names.column(this.#table, this.#table.decided)}[${this.#row}]`;
    const confirmed = `${this.#names.column(this.#table, this.#table.confirmed)}[${this.#row}]`;
    if (this.#isBoolean) {
      const all = wanted.reduce((mask, quality) => mask | (QUALITY_BIT.get(quality) ?? 0), 0);
      return `((${decided} & ${confirmed} & ${all}) === ${all})`;
    }
    const parts = wanted.map((quality) => {
      const bit = QUALITY_BIT.get(quality) ?? 0;
      return this.#name(`(${decided} & ${bit}) === 0 ? ${JUDGE} : (${confirmed} & ${bit}) !== 0 ? ${MET} : ${UNMET}`);
    });
    return parts.length === 1 ? (parts[0] ?? MET) : `(${parts.join(' & ')})`;
  }

  /** Conjunction of codes. */
  static and(...parts: readonly Code[]): Code {
    return joined(parts, '&', MET, UNMET);
  }

  static or(...parts: readonly Code[]): Code {
    return joined(parts, '|', UNMET, MET);
  }

  static not(part: Code): Code {
    return typeof part === 'number' ? negated(part) : `N[${part}]`;
  }

  #join(parts: readonly Predicate[], sign: '&' | '|', neutral: number, deciding: number): Code {
    // What is known of the kind first: the other parts may speak of fields this kind has not.
    const known = parts.filter((part) => this.#isAboutKind(part)).map((part) => this.predicate(part));
    if (known.includes(deciding)) return deciding;
    const others = parts.filter((part) => !this.#isAboutKind(part));
    const codes: Code[] = [...known];
    for (const part of others) {
      const next = this.predicate(part);
      if (next === deciding) return deciding;
      codes.push(next);
    }
    return joined(codes, sign, neutral, deciding);
  }

  #isAboutKind(part: Predicate): boolean {
    return this.#kind !== '' && isAtom(part) && part.field.path.length === 1 && part.field.path[0] === 'kind';
  }

  #name(expression: string): string {
    if (this.#isBoolean) return expression;
    const known = this.#atoms.get(expression);
    if (known) return known;
    const name = `${this.#prefix}${this.#atoms.size}`;
    this.#atoms.set(expression, name);
    return name;
  }

  #atom(atom: PredicateAtom): Code {
    if (this.#isAboutKind(atom)) return this.#ofKind(atom);
    if (atom.op === 'experts') return this.#experts(atom);
    const found = this.#find(atom);
    // A field that this kind of record has not is never stated.
    if (!found) return MISSING;
    return this.#name(this.#compared(atom, found.field, found.column));
  }

  #ofKind(atom: PredicateAtom): Code {
    const kind = this.#kind;
    if (atom.op === 'wordIn') return code(atom.values.includes(kind));
    if (atom.op !== 'word') throw new NotCompilable('类别只能与词比较');
    return code(compare(rankOn(atom.scale, kind), atom.comparison, rankOn(atom.scale, atom.value)));
  }

  #cell(at: number): string {
    return `${this.#names.column(this.#table, at)}[${this.#row}]`;
  }

  #compared(atom: Exclude<PredicateAtom, { op: 'experts' }>, field: Field, column: Column): string {
    const cell = this.#cell(column.at);
    const mismatch = (): never => {
      throw new NotCompilable(`字段 ${field.id} 的形式不合`);
    };
    switch (atom.op) {
      case 'yes':
      case 'word':
      case 'wordIn':
      case 'claim':
        return `${this.#names.values(cellValues(atom, field, column) ?? mismatch())}[${cell}]`;
      case 'number': {
        if (column.form !== 'number') return mismatch();
        const sign = atom.comparison === '=' ? '===' : atom.comparison;
        return `${cell} < 0 ? ${MISSING} : ${cell} ${sign} ${whole(atom.value)} ? ${MET} : ${UNMET}`;
      }
      case 'text': {
        if (column.form !== 'text') return mismatch();
        const wanted = this.#names.layout.texts.get(atom.value);
        if (wanted === undefined) throw new NotCompilable(`文字“${atom.value}”不在编号表中`);
        return `${cell} === 0 ? ${MISSING} : ${cell} === ${wanted} ? ${MET} : ${UNMET}`;
      }
      case 'date':
        if (column.form !== 'date') return mismatch();
        return dated(cell, this.#cell(column.at + 1), atom.comparison, firstDay(atom.value));
      default:
        return atom satisfies never;
    }
  }

  /**
   * The value of a predicate for each cell of the one column it looks at; null where it looks at several, or at cells that
   * are no small codes (numbers, dates, texts).
   */
  onOneColumn(predicate: Predicate): ColumnValues | null {
    if (isAtom(predicate)) {
      if (predicate.op === 'experts' || this.#isAboutKind(predicate)) return null;
      const found = this.#find(predicate);
      const values = found && cellValues(predicate, found.field, found.column);
      return values ? { at: found.column.at, values } : null;
    }
    const parts = (predicate.op === 'not' ? [predicate.of] : predicate.of).map((part) => this.onOneColumn(part));
    const [first] = parts;
    if (!first || parts.some((part) => part?.at !== first.at)) return null;
    const valuesAt = (cell: number): readonly number[] => parts.map((part) => part?.values[cell] ?? UNMET);
    const combine = {
      and: (cell: number) => valuesAt(cell).reduce((all, value) => all & value, MET),
      or: (cell: number) => valuesAt(cell).reduce((any, value) => any | value, UNMET),
      not: (cell: number) => negated(first.values[cell] ?? MISSING),
    }[predicate.op];
    return { at: first.at, values: first.values.map((_, cell) => combine(cell)) };
  }

  /** The cell of a column of this record. */
  cell(at: number): string {
    return this.#cell(at);
  }

  #find(atom: PredicateAtom): { readonly field: Field; readonly column: Column } | undefined {
    const path = atom.field.path.join('.');
    return (this.#table.fields.get(this.#kind) ?? []).find(({ field }) => field.path.join('.') === path);
  }

  #experts(atom: Extract<PredicateAtom, { op: 'experts' }>): Code {
    const table = this.#table.nested.find(({ field }) => field === atom.field.path.join('.'))?.table;
    if (!table) return MISSING;
    const names = this.#names;
    const inner = new RecordCode(names, table, '', 'j', 'y');
    const value = inner.predicate(atom.where);
    const body = [
      `if (${names.known(table)}[i] === 0) return ${MISSING};`,
      `let met = 0, judged = 0, open = 0;`,
      `for (let j = ${names.from(table)}[i], end = ${names.from(table)}[i + 1]; j < end; j++) {`,
      inner.declarations,
      `const t = ${value}, bit = 1 << ${names.column(table, table.person)}[j];`,
      `if (t & 4) met |= bit;`,
      `if (t & 2) judged |= bit;`,
      `if (t & 1) open |= bit;`,
      `}`,
      `return reach(met, judged, open, ${whole(atom.min)});`,
    ].join('\n');
    return this.#name(`${names.define('i', body)}(${this.#row})`);
  }
}

function joined(parts: readonly Code[], sign: '&' | '|' | '&&' | '||', neutral: number, deciding: number): Code {
  if (parts.includes(deciding)) return deciding;
  const left = [...new Set(parts.filter((part) => part !== neutral))];
  if (left.length === 0) return neutral;
  const [only] = left;
  if (left.length === 1 && only !== undefined) return only;
  return `(${left.join(` ${sign} `)})`;
}

const negated = (value: number): number => (value === MET ? UNMET : value === UNMET ? MET : value);

/** A whole number as it stands in generated code. Throws on anything else. */
export function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new NotCompilable(`${value} 不是整数`);
  return String(value);
}

/** A predicate on one column as a table from cells to thermometers. */
export interface ColumnValues {
  readonly at: number;
  readonly values: readonly number[];
}

/** The thermometer of each cell, for columns of small codes; null where the column has another form. */
function cellValues(
  atom: Exclude<PredicateAtom, { op: 'experts' }>,
  field: Field,
  column: Column,
): readonly number[] | null {
  switch (atom.op) {
    case 'yes':
      return column.form === 'yes' ? [MISSING, UNMET, MET] : null;
    case 'word':
    case 'wordIn': {
      if (column.form !== 'word' || !field.scale) return null;
      const fits = (word: string): boolean =>
        atom.op === 'wordIn'
          ? atom.values.includes(word)
          : compare(rankOn(atom.scale, word), atom.comparison, rankOn(atom.scale, atom.value));
      return [MISSING, ...VALUES[field.scale].map((word) => code(fits(word)))];
    }
    case 'claim':
      return column.form === 'claim' ? claimValues(atom.scale, atom.comparison, atom.value) : null;
    case 'number':
    case 'text':
    case 'date':
      return null;
    default:
      return atom satisfies never;
  }
}

function claimValues(scale: ScaleId, comparison: Comparison, needed: string): readonly number[] {
  const threshold = 1 + rankOn(scale, needed);
  return Array.from({ length: 16 * (VALUES[scale].length + 1) }, (_, cell) => {
    const [claimed, confirmed] = [cell >> 4, cell & 15];
    if (claimed === 0) return MISSING;
    if (!compare(claimed, comparison, threshold)) return UNMET;
    return confirmed === 0 ? JUDGE : code(compare(confirmed, comparison, threshold));
  });
}

/** A date known as first and last day against a day; unknown dates span everything. */
export function dated(first: string, last: string, comparison: Comparison, day: number): string {
  const at = whole(day);
  switch (comparison) {
    case '>=':
    case '>':
      return `${first} ${comparison} ${at} ? ${MET} : ${last} ${comparison} ${at} ? ${MISSING} : ${UNMET}`;
    case '<=':
    case '<':
      return `${last} ${comparison} ${at} ? ${MET} : ${first} ${comparison} ${at} ? ${MISSING} : ${UNMET}`;
    case '=':
      return `${first} > ${at} || ${last} < ${at} ? ${UNMET} : ${first} === ${last} ? ${MET} : ${MISSING}`;
    default:
      return comparison satisfies never;
  }
}
