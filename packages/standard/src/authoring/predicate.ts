import { ALL_KINDS, fieldsOf } from '../dossier/fields.ts';
import type { Field } from '../dossier/fields.ts';
import type { Comparison, FieldRef, Predicate, PredicateAtom, Subject } from '../language/predicate.ts';
import { isScaleId } from '../vocabulary/values.ts';
import type { AchievementKind, ScaleId } from '../vocabulary/values.ts';
import { wordId } from '../vocabulary/vocabulary.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { parseSyntax } from './predicate-syntax.ts';
import type { Syntax } from './predicate-syntax.ts';
import type { Token } from './tokens.ts';

export interface PredicateContext {
  readonly vocabulary: Vocabulary;
  /** Values of `$name`. */
  readonly parameters: ReadonlyMap<string, string | number>;
}

type Fail = (message: string, at: number) => void;
type Kinds = readonly AchievementKind[];

/**
 * Parses the sugar of docs/POLICY-LANGUAGE.md for a subject into the checked tree, or reports the first mistake with
 * its offset in the text and returns null. `rewrite` is what readings change before words are resolved.
 */
export function parsePredicate(
  source: string,
  subject: Subject,
  context: PredicateContext,
  fail: Fail,
  rewrite: (syntax: Syntax) => Syntax = (written) => written,
): Predicate | null {
  const written = parseSyntax(source, fail);
  const syntax = written && rewrite(written);
  return syntax && new Resolver(subject, context, fail).resolve(syntax, ALL_KINDS);
}

class Resolver {
  readonly #subject: Subject;
  readonly #context: PredicateContext;
  readonly #fail: Fail;

  constructor(subject: Subject, context: PredicateContext, fail: Fail) {
    this.#subject = subject;
    this.#context = context;
    this.#fail = fail;
  }

  /** `kinds` are the kinds of achievement still possible here: `kind = …` beside a part narrows them. */
  resolve(syntax: Syntax, kinds: Kinds): Predicate | null {
    switch (syntax.op) {
      case 'and': {
        const inner = this.#narrow(syntax.of, kinds);
        return this.#group('and', syntax.of, inner);
      }
      case 'or':
        return this.#group('or', syntax.of, kinds);
      case 'not': {
        const of = this.resolve(syntax.of, kinds);
        return of && { op: 'not', of };
      }
      case 'bare':
      case 'compare':
      case 'in':
      case 'experts':
        return this.#atom(syntax, kinds);
      default:
        return syntax satisfies never;
    }
  }

  #group(op: 'and' | 'or', parts: readonly Syntax[], kinds: Kinds): Predicate | null {
    const of: Predicate[] = [];
    for (const part of parts) {
      const resolved = this.resolve(part, kinds);
      if (!resolved) return null;
      of.push(resolved);
    }
    return { op, of };
  }

  /** The kinds that the `kind = …` and `kind in […]` parts of a conjunction leave. */
  #narrow(parts: readonly Syntax[], kinds: Kinds): Kinds {
    if (this.#subject !== 'achievements') return kinds;
    let left = kinds;
    for (const part of parts) {
      if ((part.op !== 'compare' && part.op !== 'in') || !['kind', '类别'].includes(part.field.value)) continue;
      if (part.op === 'compare' && part.sign !== '=') continue;
      const tokens = part.op === 'in' ? part.values : [part.value];
      const named = tokens.map((token) => wordId(this.#context.vocabulary, 'achievement-kind', token.value));
      left = left.filter((kind) => named.includes(kind));
    }
    return left;
  }

  #atom(syntax: Extract<Syntax, { field: Token }>, kinds: Kinds): Predicate | null {
    const fields = this.#find(syntax.field, kinds);
    const [field] = fields;
    if (!field) return null;
    const atom = this.#atomOf(syntax, field);
    if (!atom) return null;
    const having = fields.flatMap((one) => one.kinds ?? []);
    if (this.#subject !== 'achievements' || having.length === 0 || kinds.every((kind) => having.includes(kind))) {
      return atom;
    }
    // Not every kind that is still possible has the field: for the others the atom is simply not fulfilled.
    const ofKind: Predicate = {
      op: 'wordIn',
      field: { path: ['kind'], name: '类别' },
      scale: 'achievement-kind',
      values: having,
    };
    return { op: 'and', of: [ofKind, atom] };
  }

  #find(token: Token, kinds: Kinds): readonly Field[] {
    const all = fieldsOf(this.#subject).filter((field) => field.id === token.value || field.title === token.value);
    const fields = all.filter((field) => field.kinds === null || field.kinds.some((kind) => kinds.includes(kind)));
    const [first] = fields;
    if (!first) {
      const known = [...new Set(fieldsOf(this.#subject).map((field) => field.id))].join('、');
      this.#fail(
        all.length > 0 ? `此类业绩没有字段 ${token.value}` : `没有字段 ${token.value}；可用：${known}`,
        token.at,
      );
      return [];
    }
    if (fields.some((field) => field.scale !== first.scale || field.form !== first.form)) {
      this.#fail(`字段 ${token.value} 在不同类别的业绩中含义不同，请先写明 kind`, token.at);
      return [];
    }
    return fields;
  }

  #atomOf(syntax: Extract<Syntax, { field: Token }>, field: Field): Predicate | null {
    const name = field.title.split('.').at(-1) ?? field.title;
    const ref: FieldRef = { path: field.path, name, ...(field.unit === '' ? {} : { unit: field.unit }) };
    if (syntax.op === 'experts') return this.#experts(syntax, field, ref);
    if (syntax.op === 'bare') {
      if (field.form === 'yes') return { op: 'yes', field: ref };
      this.#fail(`字段 ${syntax.field.value} 不是是否项，请写比较`, syntax.at);
      return null;
    }
    if (syntax.op === 'in') {
      if (field.form !== 'word' || !field.scale) {
        this.#fail(`字段 ${syntax.field.value} 不能用 in`, syntax.at);
        return null;
      }
      const values: string[] = [];
      for (const token of syntax.values) {
        const id = this.#word(token, field.scale);
        if (id === null) return null;
        values.push(id);
      }
      return { op: 'wordIn', field: ref, scale: field.scale, values };
    }
    const negated = syntax.sign === '!=';
    const atom = this.#comparison(syntax, field, ref, negated ? '=' : (syntax.sign as Comparison));
    return atom && negated ? { op: 'not', of: atom } : atom;
  }

  #comparison(
    syntax: Extract<Syntax, { op: 'compare' }>,
    field: Field,
    ref: FieldRef,
    comparison: Comparison,
  ): PredicateAtom | null {
    const value = this.#value(syntax.value);
    if (value === null) return null;
    const reject = (message: string): null => {
      this.#fail(message, syntax.value.at);
      return null;
    };
    switch (field.form) {
      case 'word': {
        if (!field.scale) return reject(`字段 ${field.id} 没有量表`);
        if (comparison !== '=' && !this.#context.vocabulary.scales[field.scale].ordered) {
          return reject(`${field.title}没有高低之分，只能用 = 或 in`);
        }
        const id = this.#word(syntax.value, field.scale);
        return id === null ? null : { op: 'word', field: ref, scale: field.scale, comparison, value: id };
      }
      case 'claim': {
        if (!field.scale) return reject(`字段 ${field.id} 没有量表`);
        if (comparison !== '>=' && comparison !== '>') return reject('程度词只能用 >= 或 >');
        const id = this.#word(syntax.value, field.scale);
        return id === null ? null : { op: 'claim', field: ref, scale: field.scale, comparison, value: id };
      }
      case 'number': {
        const number = Number(value);
        if (!Number.isSafeInteger(number)) return reject('应为整数');
        return { op: 'number', field: ref, comparison, value: number };
      }
      case 'date':
        if (!/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return reject('应为日期，如 2019-01-01');
        return { op: 'date', field: ref, comparison, value: String(value) };
      case 'text':
        if (comparison !== '=') return reject('文字只能用 = 或 !=');
        return { op: 'text', field: ref, value: String(value) };
      case 'yes':
        if (comparison !== '=' || !['true', 'false', '是', '否'].includes(String(value))) {
          return reject('是否项直接写字段名，否定写 not');
        }
        if (value === 'false' || value === '否') return reject('否定请写 not');
        return { op: 'yes', field: ref };
      case 'list':
      case 'group':
        return reject(`字段 ${field.id} 不能比较`);
      default:
        return field.form satisfies never;
    }
  }

  #experts(syntax: Extract<Syntax, { op: 'experts' }>, field: Field, ref: FieldRef): Predicate | null {
    if (field.form !== 'list') {
      this.#fail(`字段 ${syntax.field.value} 不是列表`, syntax.at);
      return null;
    }
    const where = new Resolver('experts', this.#context, this.#fail).resolve(syntax.where, ALL_KINDS);
    const min = Number(this.#value(syntax.min));
    return where && { op: 'experts', field: ref, where, min };
  }

  #value(token: Token): string | number | null {
    if (token.type !== 'parameter') return token.value;
    const value = this.#context.parameters.get(token.value);
    if (value === undefined) this.#fail(`没有参数 $${token.value}`, token.at);
    return value ?? null;
  }

  #word(token: Token, scale: ScaleId): string | null {
    const value = this.#value(token);
    if (value === null || !isScaleId(scale)) return null;
    const id = wordId(this.#context.vocabulary, scale, String(value));
    if (id !== undefined) return id;
    const { label, words } = this.#context.vocabulary.scales[scale];
    const known = words.map((word) => `${word.id}（${word.label}）`).join('、');
    this.#fail(`${label}中没有“${value}”；可用：${known}`, token.at);
    return null;
  }
}
