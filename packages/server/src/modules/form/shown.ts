import { type Fields, kindSpec, type RowFacts, type RowKind } from '@zhiping/core';

/** A field of an archive row as it is printed: the words of a choice, text as typed, empty where nothing is there. */
export function shown(row: Pick<RowFacts, 'kind' | 'fields'> | undefined, name: string): string {
  if (row === undefined) return '';
  const value = row.fields[name];
  const field = kindSpec(row.kind).fields.find((one) => one.name === name);
  if (field?.type === 'choice') return field.choices.find((choice) => choice.value === value)?.label ?? '';
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** `YYYY-MM` of a date field; null where it holds no date. */
export function monthOf(fields: Fields | undefined, name: string): string | null {
  const value = fields?.[name];
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.slice(0, 7) : null;
}

/** The highest row of a kind by the order of its list, which runs from high to low. */
export function highest(rows: readonly RowFacts[], kind: RowKind): RowFacts | undefined {
  const field = kindSpec(kind).fields.find(({ name }) => name === 'level');
  const order = field?.type === 'choice' ? field.choices.map(({ value }) => value) : [];
  const rank = (row: RowFacts): number => order.indexOf(String(row.fields.level));
  return rows.filter((row) => row.kind === kind).toSorted((a, b) => rank(a) - rank(b))[0];
}
