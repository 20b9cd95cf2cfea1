import { DOSSIER_LISTS, dossierSchema } from '../dossier/dossier.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Field } from '../dossier/fields.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { ScaleId } from '../vocabulary/values.ts';
import { writtenDate } from './days.ts';
import type { Column } from './layout.ts';
import { QUALITY_BIT } from './layout.ts';
import type { List, Population, Rows } from './population.ts';

type Json = Record<string, unknown>;

const wordAt = (scale: ScaleId | null, code: number): string | undefined =>
  scale === null || code === 0 ? undefined : VALUES[scale][code - 1];

/** A dossier in JSON with the facts of dossier `index` of a population: what intake would read as the same numbers. */
export function dossierOf(population: Population, index: number): Dossier {
  const { layout, header } = population;
  const words = new Map([...layout.texts].map(([text, code]) => [code, text]));
  const dossier: Json = {};
  for (const { field, column } of layout.dossier.fields.get('') ?? []) {
    const value = valueOf(header, index, field, column, words);
    if (value === undefined) continue;
    const [group = '', key = ''] = field.path;
    dossier[group] = { ...(dossier[group] as Json | undefined), [key]: value };
  }
  const judgements: Json = {};
  for (const [id, at] of layout.judgements) {
    const code = header.columns[at]?.[index] ?? 0;
    if (code > 0) judgements[id] = { result: code === 2 ? 'met' : 'unmet' };
  }
  if (Object.keys(judgements).length > 0) dossier['judgements'] = judgements;
  for (const id of DOSSIER_LISTS) {
    const records = listOf(population.lists[id], index, words);
    if (records) dossier[id] = records;
  }
  return dossierSchema.parse(dossier);
}

function listOf(list: List, owner: number, words: ReadonlyMap<number, string>): readonly Json[] | undefined {
  if (list.known[owner] !== 1) return undefined;
  const from = list.from[owner] ?? 0;
  const records: Json[] = [];
  for (let row = from; row < (list.from[owner + 1] ?? 0); row += 1) records.push(recordOf(list, row, from, words));
  return records;
}

function recordOf(list: List, row: number, from: number, words: ReadonlyMap<number, string>): Json {
  const { rows } = list;
  const { table } = rows;
  const record: Json = {};
  const cell = (at: number): number => rows.columns[at]?.[row] ?? 0;
  const kindColumn = table.id === 'achievements' ? table.columns.get('kind') : undefined;
  const kind = kindColumn ? VALUES['achievement-kind'][cell(kindColumn.at) - 1] : undefined;
  if (kind !== undefined) {
    record['kind'] = kind;
    record['id'] = `a${row - from + 1}`;
    if (cell(table.project) > 0) record['project'] = `项目${cell(table.project)}`;
    const decided = [...QUALITY_BIT].filter(([, bit]) => (cell(table.decided) & bit) !== 0);
    if (decided.length > 0) {
      record['qualities'] = Object.fromEntries(decided.map(([id, bit]) => [id, (cell(table.confirmed) & bit) !== 0]));
    }
  }
  if (table.person >= 0) record['name'] = `专家${cell(table.person) + 1}`;
  for (const { field, column } of table.fields.get(kind ?? '') ?? []) {
    if (field.id === 'kind') continue;
    const value = valueOf(rows, row, field, column, words);
    if (value !== undefined) record[field.id] = value;
  }
  for (const [place, { field }] of table.nested.entries()) {
    const inner = list.nested[place];
    const records = inner && listOf(inner, row, words);
    if (records) record[field] = records;
  }
  return record;
}

function valueOf(rows: Rows, row: number, field: Field, column: Column, words: ReadonlyMap<number, string>): unknown {
  const code = rows.columns[column.at]?.[row] ?? 0;
  switch (column.form) {
    case 'word':
      return wordAt(field.scale, code);
    case 'yes':
      return code === 0 ? undefined : code === 2;
    case 'claim': {
      const claimed = wordAt(field.scale, code >> 4);
      const confirmed = wordAt(field.scale, code & 15);
      return confirmed === undefined ? claimed : { claimed, confirmed };
    }
    case 'number':
      return code < 0 ? undefined : code;
    case 'date':
      return writtenDate(code, rows.columns[column.at + 1]?.[row] ?? 0);
    case 'text':
      return code === 0 ? undefined : (words.get(code) ?? '其他');
    default:
      return column.form satisfies never;
  }
}
