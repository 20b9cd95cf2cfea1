import { tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A predicate as written, with places; words and fields are not resolved yet. */
export type Syntax =
  | { readonly op: 'and' | 'or'; readonly of: readonly Syntax[]; readonly at: number }
  | { readonly op: 'not'; readonly of: Syntax; readonly at: number }
  | { readonly op: 'bare'; readonly field: Token; readonly at: number }
  | { readonly op: 'compare'; readonly field: Token; readonly sign: string; readonly value: Token; readonly at: number }
  | { readonly op: 'in'; readonly field: Token; readonly values: readonly Token[]; readonly at: number }
  | {
      readonly op: 'experts';
      readonly field: Token;
      readonly where: Syntax;
      readonly min: Token;
      readonly at: number;
    };

const COMPARISONS = new Set(['=', '!=', '>=', '<=', '>', '<']);
/** Deeper nesting than any document has. */
const MAX_DEPTH = 24;

/**
 * Reads the sugar by recursive descent: `or` binds weakest, then `and`, then `not`. Returns null after reporting the
 * first mistake through `fail(message, offset)`.
 */
export function parseSyntax(source: string, fail: (message: string, at: number) => void): Syntax | null {
  let failed = false;
  const failOnce = (message: string, at: number): void => {
    if (!failed) fail(message, at);
    failed = true;
  };
  const tokens = tokenize(source, failOnce);
  let next = 0;
  const peek = (): Token => tokens[next] ?? { type: 'end', value: '', at: source.length };
  const take = (): Token => {
    const token = peek();
    next += 1;
    return token;
  };
  const isSymbol = (value: string): boolean => peek().type === 'symbol' && peek().value === value;
  const expect = (value: string): boolean => {
    if (isSymbol(value)) {
      take();
      return true;
    }
    failOnce(`此处应为 ${value}${peek().value === '' ? '' : `，现为 ${peek().value}`}`, peek().at);
    return false;
  };

  function chain(sign: 'or' | 'and', part: (depth: number) => Syntax | null, depth: number): Syntax | null {
    const at = peek().at;
    const parts: Syntax[] = [];
    do {
      const one = part(depth);
      if (!one) return null;
      parts.push(one);
    } while (isSymbol(sign) && take());
    const [first] = parts;
    return parts.length === 1 && first ? first : { op: sign, of: parts, at };
  }
  const disjunction = (depth: number): Syntax | null => chain('or', conjunction, depth);
  const conjunction = (depth: number): Syntax | null => chain('and', unary, depth);

  function unary(depth: number): Syntax | null {
    const at = peek().at;
    if (depth > MAX_DEPTH) {
      failOnce('嵌套过深', at);
      return null;
    }
    if (isSymbol('not')) {
      take();
      const of = unary(depth + 1);
      return of && { op: 'not', of, at };
    }
    if (isSymbol('(')) {
      take();
      const inner = disjunction(depth + 1);
      return inner && expect(')') ? inner : null;
    }
    return atom(depth);
  }

  function atom(depth: number): Syntax | null {
    const field = take();
    const at = field.at;
    if (field.type !== 'word') {
      failOnce(field.type === 'end' ? '条件没有写完' : `此处应为字段名，现为 ${field.value}`, at);
      return null;
    }
    if (isSymbol('[')) {
      take();
      const where = disjunction(depth + 1);
      if (!where || !expect(']') || !expect('>=')) return null;
      const min = take();
      if (min.type === 'number' || min.type === 'parameter') return { op: 'experts', field, where, min, at };
      failOnce('此处应为人数', min.at);
      return null;
    }
    if (isSymbol('in') || isSymbol('not in') || isSymbol('not')) {
      const negated = take().value !== 'in';
      if (negated && isSymbol('in')) take();
      const values = valueList();
      if (!values) return null;
      const member: Syntax = { op: 'in', field, values, at };
      return negated ? { op: 'not', of: member, at } : member;
    }
    if (peek().type === 'symbol' && COMPARISONS.has(peek().value)) {
      const sign = take().value;
      const value = take();
      if (value.type === 'symbol' || value.type === 'end') {
        failOnce('此处应为值', value.at);
        return null;
      }
      return { op: 'compare', field, sign, value, at };
    }
    return { op: 'bare', field, at };
  }

  function valueList(): readonly Token[] | null {
    if (!expect('[')) return null;
    const values: Token[] = [];
    for (;;) {
      const value = take();
      if (value.type === 'symbol' || value.type === 'end') {
        failOnce('此处应为值', value.at);
        return null;
      }
      values.push(value);
      if (isSymbol(',')) take();
      else break;
    }
    return expect(']') ? values : null;
  }

  const result = disjunction(0);
  if (result && peek().type !== 'end') failOnce(`多出 ${peek().value}`, peek().at);
  return failed ? null : result;
}
