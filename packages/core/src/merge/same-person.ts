import { comparableName } from '../identity/name.ts';

/** What is known of who stands behind an account. */
export interface Identified {
  readonly name: string;
  /** Names before legal changes of name. */
  readonly formerNames: readonly string[];
  /** Anything equal for equal identity numbers, e.g. a blind index; null where none is registered. */
  readonly number: string | null;
}

/** How two accounts agree on who stands behind them, or on what they do not. */
export type Sameness =
  | { readonly same: false; readonly differs: 'number' | 'name' }
  | { readonly same: true; readonly number: 'equal' | 'missing'; readonly name: 'equal' | 'former' };

/** Whether two accounts can be one person's: no two different numbers, and one name, be it by its former spelling. */
export function sameness(one: Identified, other: Identified): Sameness {
  if (one.number !== null && other.number !== null && one.number !== other.number) {
    return { same: false, differs: 'number' };
  }
  const number = one.number === null || other.number === null ? 'missing' : 'equal';
  const [a, b] = [comparableName(one.name), comparableName(other.name)];
  if (a === b) return { same: true, number, name: 'equal' };
  const former = (names: readonly string[], name: string): boolean =>
    names.some((before) => comparableName(before) === name);
  if (former(one.formerNames, b) || former(other.formerNames, a)) return { same: true, number, name: 'former' };
  return { same: false, differs: 'name' };
}
