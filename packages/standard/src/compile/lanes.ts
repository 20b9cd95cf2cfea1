import type { Predicate } from '../language/predicate.ts';
import { isAtom } from '../language/predicate.ts';
import type { Names, RecordCode } from './atoms.ts';
import type { Group } from './lists.ts';
import { MET, UNMET } from './thermometer.ts';

/**
 * How a group's value stands in a word: as thermometer of three bits (vector form), or as one bit that says met (boolean
 * form). Lane `l` of a word begins at bit `l × width`.
 */
export interface LaneForm {
  readonly width: 3 | 1;
  readonly lanes: number;
  /** The bits of a lane that holds a thermometer. */
  readonly of: (thermometer: number) => number;
}

export const THERMOMETERS: LaneForm = { width: 3, lanes: 10, of: (value) => value };
export const BITS: LaneForm = { width: 1, lanes: 31, of: (value) => (value === MET ? 1 : 0) };

/** One group in a word: what it asks apart into its conjuncts. */
interface Lane {
  readonly group: Group;
  readonly asks: readonly Predicate[];
}

/** Judges one record for up to ten (thermometers) or 31 (bits) groups at once. */
export interface Word {
  readonly groups: readonly Group[];
  /** Statements that leave the values of all groups in the variable `word`. */
  readonly code: string;
}

/**
 * Words that judge a record for the groups it can serve. What the groups ask of one column becomes one table from its cell to
 * all lanes, so that a look-up and an AND judge the column for every group; what looks at more than one column is asked
 * only while a lane that needs it is still open. `limit` is the value beyond which no group may go: an expression of the
 * form's lane.
 */
export function wordsFor(
  names: Names,
  record: RecordCode,
  groups: readonly Group[],
  form: LaneForm,
  limit: string,
): readonly Word[] {
  // What a group says of the kind decides most of them at once.
  const lanes = groups.flatMap((group): Lane[] =>
    record.predicate(group.where) === UNMET ? [] : [{ group, asks: conjunctsOf(group.where) }],
  );
  const words: Word[] = [];
  for (let from = 0; from < lanes.length; from += form.lanes) {
    words.push(wordOf(names, record, lanes.slice(from, from + form.lanes), form, limit));
  }
  return words;
}

const conjunctsOf = (predicate: Predicate): readonly Predicate[] =>
  !isAtom(predicate) && predicate.op === 'and' ? predicate.of.flatMap(conjunctsOf) : [predicate];

function wordOf(names: Names, record: RecordCode, lanes: readonly Lane[], form: LaneForm, limit: string): Word {
  const full = form.of(MET);
  const shift = (lane: number, value: number): number => value << (lane * form.width);
  const every = lanes.reduce((word, _, lane) => word | shift(lane, full), 0);
  const ones = lanes.reduce((word, _, lane) => word | shift(lane, 1), 0);
  let start = every;
  /** Table of each column, and the lanes that ask each other expression. */
  const tables = new Map<number, number[]>();
  const others = new Map<string, number[]>();
  const askOther = (lane: number, code: number | string): void => {
    if (typeof code === 'number') start &= ~shift(lane, full) | shift(lane, form.of(code));
    else others.set(code, [...(others.get(code) ?? []), lane]);
  };
  for (const [lane, { group, asks }] of lanes.entries()) {
    for (const ask of asks) {
      const column = record.onOneColumn(ask);
      if (!column) {
        askOther(lane, record.predicate(ask));
        continue;
      }
      const table = tables.get(column.at) ?? column.values.map(() => every);
      tables.set(column.at, table);
      for (const [cell, value] of column.values.entries()) {
        table[cell] = (table[cell] ?? every) & (~shift(lane, full) | shift(lane, form.of(value)));
      }
    }
    askOther(lane, record.qualities(group.qualities));
  }
  const looked = [...tables].map(([at, table]) => `${names.words(table)}[${record.cell(at)}]`);
  const asked = [...others].map(([code, of]) => {
    const mask = of.reduce((word, lane) => word | shift(lane, full), 0);
    const unit = of.reduce((word, lane) => word | shift(lane, 1), 0);
    const value =
      form.width === 1 ? `(${code}) ? ${every} : ${every & ~mask}` : `(${code}) * ${unit} | ${every & ~mask}`;
    return `if ((word & ${mask}) !== 0) { ${record.declarationsFor(code)} word &= ${value}; }`;
  });
  const limited = limit === '' ? [] : [`${limit} * ${ones}`];
  const code = [
    `word = ${[...limited, ...(start === every ? [] : [start]), ...looked].join(' & ') || start};`,
    ...asked,
  ];
  return { groups: lanes.map(({ group }) => group), code: code.join('\n') };
}

/** Adds a record's `bit` to the masks of the groups of a word: one step for each bit set in it. */
export function addToMasks(names: Names, { groups, code }: Word, form: LaneForm): string {
  const places = groups.flatMap(({ index }) =>
    // The lowest bit of a thermometer is the widest mask: see `maskOf` for the order of the masks of a group.
    Array.from({ length: form.width }, (_, bit) => form.width * index + (form.width - 1 - bit)),
  );
  const kept = groups.flatMap(({ index, keep }, lane) =>
    keep ? [`kept[${index}][i - from] = (word >>> ${lane * form.width}) & ${MET};`] : [],
  );
  const step = `M[${names.values(places)}[31 - Math.clz32(word & -word)]] |= bit;`;
  return [code, ...kept, `for (; word !== 0; word &= word - 1) ${step}`].join('\n');
}
