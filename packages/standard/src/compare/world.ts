import { addYears, dayNumber } from '../evaluate/dates.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { ScaleId } from '../vocabulary/values.ts';

/** What a symbol of a query stands for, so that a model can be read back as a dossier. */
export type Meaning =
  | { readonly form: 'word' | 'claim'; readonly scale: ScaleId }
  | { readonly form: 'number'; readonly least?: number }
  | { readonly form: 'date' }
  | { readonly form: 'text' }
  | { readonly form: 'yes' }
  | { readonly form: 'index'; readonly most: number };

/** A value of the dossier at a path, that a record is there, a person's judgement, or one that only helps. */
export type Role = 'value' | 'presence' | 'judgement' | 'help';

/** One unknown of the comparison; `path` is where it stands in the dossier, or the name of what it stands for. */
export interface Unknown {
  readonly symbol: string;
  readonly meaning: Meaning;
  readonly role: Role;
  readonly path: readonly (string | number)[];
}

/** Longer than any number of years a standard asks for. */
const YEARS_BACK = 25;

/**
 * The unknown dossier as SMT-LIB symbols: made when first asked for, each within its scale. Both standards are stated over
 * the same symbols.
 */
export class World {
  readonly asOf: string;
  readonly #unknowns = new Map<string, Unknown>();
  readonly #texts: string[] = [];

  constructor(asOf: string) {
    this.asOf = asOf;
  }

  /** The symbol of an unknown, declared once. */
  symbol(name: string, meaning: Meaning, role: Role, path: Unknown['path'] = [name]): string {
    const symbol = `|${name}|`;
    if (!this.#unknowns.has(symbol)) this.#unknowns.set(symbol, { symbol, meaning, role, path });
    return symbol;
  }

  /** Texts are compared for equality only: each text that a condition names is a number, 0 is any other. */
  textNumber(text: string): number {
    if (!this.#texts.includes(text)) this.#texts.push(text);
    return this.#texts.indexOf(text) + 1;
  }

  textOf(number: number): string {
    return this.#texts[number - 1] ?? '其他';
  }

  unknowns(): readonly Unknown[] {
    return [...this.#unknowns.values()];
  }

  /** Declarations with the range of every symbol. */
  declarations(): readonly string[] {
    return this.unknowns().flatMap(({ symbol, meaning }) => {
      if (meaning.form === 'yes') return [`(declare-const ${symbol} Bool)`];
      const [least, most] = this.#range(meaning);
      const upper = most === null ? '' : ` (<= ${symbol} ${most})`;
      return [`(declare-const ${symbol} Int)`, `(assert (and (>= ${symbol} ${least})${upper}))`];
    });
  }

  #range(meaning: Exclude<Meaning, { form: 'yes' }>): readonly [number, number | null] {
    switch (meaning.form) {
      case 'word':
      case 'claim':
        return [0, VALUES[meaning.scale].length - 1];
      case 'number':
        return [meaning.least ?? 0, 1_000_000_000_000];
      case 'date':
        return [dayNumber(addYears(this.asOf, -YEARS_BACK)), dayNumber(this.asOf)];
      case 'text':
        return [0, this.#texts.length];
      case 'index':
        return [0, meaning.most];
      default:
        return meaning satisfies never;
    }
  }
}

export const and = (parts: readonly string[]): string =>
  parts.length === 0 ? 'true' : parts.length === 1 ? (parts[0] ?? 'true') : `(and ${parts.join(' ')})`;
export const or = (parts: readonly string[]): string =>
  parts.length === 0 ? 'false' : parts.length === 1 ? (parts[0] ?? 'false') : `(or ${parts.join(' ')})`;
export const not = (part: string): string => `(not ${part})`;
/** At least `n` of the parts. */
export const atLeast = (n: number, parts: readonly string[]): string => {
  if (n <= 0) return 'true';
  if (parts.length < n) return 'false';
  if (n === 1) return or(parts);
  return parts.length === n ? and(parts) : `((_ at-least ${n}) ${parts.join(' ')})`;
};
export const integer = (value: number): string => (value < 0 ? `(- ${-value})` : String(value));
