import type { Comparison } from './predicate.ts';

/** Whether `a` stands to `b` as asked: numbers by size, ISO dates and instants as texts. */
export function compare<T extends number | string>(a: T, comparison: Comparison, b: T): boolean {
  switch (comparison) {
    case '=':
      return a === b;
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '<':
      return a < b;
    default:
      return comparison satisfies never;
  }
}
