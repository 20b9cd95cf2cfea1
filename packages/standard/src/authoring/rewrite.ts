import type { Cursor } from './cursor.ts';
import { parseSyntax } from './predicate-syntax.ts';
import type { Syntax } from './predicate-syntax.ts';

/** A part of predicates that a reading writes differently (`rewrite` in readings.yaml). */
export interface Rewrite {
  readonly find: Syntax;
  readonly put: Syntax;
  /** Only inside these conditions or counting rules; everywhere when null. */
  readonly inside: ReadonlySet<string> | null;
  readonly except: ReadonlySet<string>;
  readonly at: Cursor;
  /** Whether it was found anywhere: one that never is, is a mistake. */
  hit: boolean;
}

/** Reads `{ find, put, in, except }`; null after a reported mistake. */
export function parseRewrite(item: Cursor): Rewrite | null {
  item.onlyKeys(['find', 'put', 'in', 'except']);
  const syntaxOf = (key: 'find' | 'put'): Syntax | null =>
    parseSyntax(item.requiredText(key), (message, at) => item.get(key)?.fail(message, at));
  const find = syntaxOf('find');
  const put = syntaxOf('put');
  if (!find || !put) return null;
  const inside = item.get('in') ? new Set(item.texts('in')) : null;
  return { find, put, inside, except: new Set(item.texts('except')), at: item, hit: false };
}

/** The predicate with every part that a rewrite for this place names written differently; `path` holds the ids around it. */
export function rewritten(syntax: Syntax, rewrites: readonly Rewrite[], path: readonly string[]): Syntax {
  const mine = rewrites.filter(
    ({ inside, except }) =>
      (inside === null || path.some((id) => inside.has(id))) && !path.some((id) => except.has(id)),
  );
  return mine.length === 0 ? syntax : rewriteAll(syntax, mine);
}

/** Each part is written differently once: what was put is not looked through again. */
function rewriteAll(syntax: Syntax, rewrites: readonly Rewrite[]): Syntax {
  for (const rewrite of rewrites) {
    const whole = replaceHere(syntax, rewrite);
    if (whole) {
      rewrite.hit = true;
      return whole;
    }
  }
  switch (syntax.op) {
    case 'and':
    case 'or':
      return joined(
        syntax,
        syntax.of.map((part) => rewriteAll(part, rewrites)),
      );
    case 'not':
      return { ...syntax, of: rewriteAll(syntax.of, rewrites) };
    case 'experts':
      return { ...syntax, where: rewriteAll(syntax.where, rewrites) };
    case 'bare':
    case 'compare':
    case 'in':
      return syntax;
    default:
      return syntax satisfies never;
  }
}

/** The part itself, or some of the parts of a conjunction or alternative, replaced; null where the rewrite is not found. */
function replaceHere(syntax: Syntax, { find, put }: Rewrite): Syntax | null {
  if (contentOf(syntax) === contentOf(find)) return put;
  if (syntax.op !== find.op || (syntax.op !== 'and' && syntax.op !== 'or') || !('of' in find)) return null;
  const wanted = new Set((Array.isArray(find.of) ? (find.of as readonly Syntax[]) : []).map(contentOf));
  const rest = syntax.of.filter((part) => !wanted.has(contentOf(part)));
  return wanted.size > 0 && rest.length === syntax.of.length - wanted.size ? joined(syntax, [...rest, put]) : null;
}

/** A chain of these parts; one of the same kind among them becomes part of the chain, so that `kind = …` still narrows it. */
const joined = (chain: Extract<Syntax, { op: 'and' | 'or' }>, parts: readonly Syntax[]): Syntax => ({
  ...chain,
  of: parts.flatMap((part) => (part.op === chain.op ? part.of : [part])),
});

/** The content without the places. */
const contentOf = (syntax: Syntax): string =>
  JSON.stringify(syntax, (key: string, value: unknown) => (key === 'at' ? undefined : value));
