import type { StandardPack } from '../language/pack.ts';
import { type KindDemand, type Outline, type OutlineClause, sayThreshold } from './demands.ts';
import { covers, type Way } from './thresholds.ts';

/**
 * Which side asks for more. `differs` where neither side's demand contains the other's; `left-only` and `right-only` where
 * the other side says nothing of it.
 */
export type Stricter = 'same' | 'left' | 'right' | 'differs' | 'left-only' | 'right-only';

export interface SideView {
  readonly said: string;
  readonly clauses: readonly OutlineClause[];
  /** For drawing: the amount asked for; null where it is no amount. */
  readonly amount: number | null;
}
export interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly stricter: Stricter;
  readonly left: SideView | null;
  readonly right: SideView | null;
}
export interface ComparedGroup {
  readonly id: 'years' | 'choices' | 'kinds' | 'experts' | 'sums' | 'facts' | 'judged' | 'outside';
  readonly name: string;
  /** Unit of the amounts; empty where nothing is drawn. */
  readonly unit: string;
  readonly rows: readonly ComparedRow[];
}

export interface Compared {
  readonly pack: StandardPack;
  readonly outline: Outline;
}

/** Two routes side by side, by measures both standards share. */
export function compareOutlines(left: Compared, right: Compared): readonly ComparedGroup[] {
  const groups: readonly ComparedGroup[] = [
    { id: 'years', name: '学历与年限', unit: '年', rows: yearsRows(left, right) },
    { id: 'choices', name: '业绩条目', unit: '项', rows: choiceRows(left, right) },
    { id: 'kinds', name: '各种业绩', unit: '', rows: kindRows(left, right) },
    { id: 'experts', name: '专家推荐', unit: '名', rows: expertRows(left, right) },
    { id: 'sums', name: '合计数量', unit: '', rows: sumRows(left, right) },
    { id: 'facts', name: '基本条件', unit: '', rows: merged(factRows(left, right)) },
    { id: 'judged', name: '由评审人员判断', unit: '条', rows: judgedRows(left, right) },
    { id: 'outside', name: '按别的文件', unit: '', rows: outsideRows(left, right) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

const side = (said: string, clauses: readonly OutlineClause[], amount: number | null = null): SideView => ({
  said,
  clauses,
  amount,
});

const byAmount = (left: number, right: number): Stricter => (left === right ? 'same' : left > right ? 'left' : 'right');

/** No way open at all is stricter than any number of years. */
function yearsRows({ outline: left }: Compared, { outline: right }: Compared): readonly ComparedRow[] {
  const none = side('没有这一学历的途径', []);
  return left.years.flatMap((own, index) => {
    const other = right.years[index];
    if (!other || (own.years === null && other.years === null)) return [];
    const said = (one: Outline['years'][number]): SideView =>
      one.years === null
        ? none
        : side(one.years === 0 ? '不要求年限' : `满 ${one.years} 年`, one.clause ? [one.clause] : [], one.years);
    return [
      {
        key: own.education,
        name: own.name,
        stricter: byAmount(own.years ?? Infinity, other.years ?? Infinity),
        left: said(own),
        right: said(other),
      },
    ];
  });
}

function choiceRows({ outline: left }: Compared, { outline: right }: Compared): readonly ComparedRow[] {
  const count = Math.max(left.choices.length, right.choices.length);
  return Array.from({ length: count }, (_, index) => {
    const own = left.choices[index];
    const other = right.choices[index];
    const said = (one: Outline['choices'][number] | undefined): SideView | null =>
      one ? side(`${one.of} 项中至少 ${one.need} 项`, [one], one.need) : null;
    // More out of the same list, or as many out of a shorter one, asks for more.
    const stricter: Stricter =
      own && other
        ? own.need === other.need && own.of === other.of
          ? 'same'
          : own.need >= other.need && own.of <= other.of
            ? 'left'
            : own.need <= other.need && own.of >= other.of
              ? 'right'
              : 'differs'
        : own
          ? 'left-only'
          : 'right-only';
    return {
      key: `choice-${index}`,
      name: count > 1 ? `第 ${index + 1} 组` : '须具备的条目',
      stricter,
      left: said(own),
      right: said(other),
    };
  });
}

function kindRows(left: Compared, right: Compared): readonly ComparedRow[] {
  const { vocabulary } = left.pack;
  return vocabulary.scales['achievement-kind'].words.flatMap(({ id, label }) => {
    const own = left.outline.kinds.filter(({ kind }) => kind === id);
    const other = right.outline.kinds.filter(({ kind }) => kind === id);
    if (own.length === 0 && other.length === 0) return [];
    return [
      {
        key: id,
        name: label,
        stricter: stricterKind(own, other),
        left: sayKind(own, left.pack),
        right: sayKind(other, right.pack),
      },
    ];
  });
}

function stricterKind(left: readonly KindDemand[], right: readonly KindDemand[]): Stricter {
  if (left.length === 0) return 'right-only';
  if (right.length === 0) return 'left-only';
  const leftSuffices = impliesSome(left, right);
  const rightSuffices = impliesSome(right, left);
  if (leftSuffices && rightSuffices) return 'same';
  return leftSuffices ? 'left' : rightSuffices ? 'right' : 'differs';
}

/** Whichever of `own` somebody fulfils, one of `other` is fulfilled with it. */
const impliesSome = (own: readonly KindDemand[], other: readonly KindDemand[]): boolean =>
  own.every((one) => other.some((aim) => one.min >= aim.min && covers(one.way, aim.way)));

function sayKind(demands: readonly KindDemand[], pack: StandardPack): SideView | null {
  if (demands.length === 0) return null;
  const said = [...new Set(demands.map(({ min, way }) => `${sayWay(way, pack)}${min} 项`))];
  const clauses = new Map(demands.map(({ id, label, text }) => [id, { id, label, text }]));
  return side(said.join('；'), [...clauses.values()]);
}

function sayWay(way: Way, pack: StandardPack): string {
  const said = [...new Set(way.thresholds.map((threshold) => sayThreshold(threshold, pack)))];
  return said.length === 0 ? '' : `${said.join('、')} `;
}

function expertRows(left: Compared, right: Compared): readonly ComparedRow[] {
  const [own] = left.outline.experts;
  const [other] = right.outline.experts;
  if (!own && !other) return [];
  const said = (one: Outline['experts'][number] | undefined, pack: StandardPack): SideView | null =>
    one ? side(`${sayWay(one.way, pack)}${one.min} 名`, [one], one.min) : null;
  const stricter: Stricter =
    own && other
      ? pick(own.min >= other.min && covers(own.way, other.way), other.min >= own.min && covers(other.way, own.way))
      : own
        ? 'left-only'
        : 'right-only';
  return [{ key: 'experts', name: '推荐专家', stricter, left: said(own, left.pack), right: said(other, right.pack) }];
}

const pick = (left: boolean, right: boolean): Stricter =>
  left && right ? 'same' : left ? 'left' : right ? 'right' : 'differs';

function factRows({ outline: left }: Compared, { outline: right }: Compared): readonly ComparedRow[] {
  const keys = [...new Set([...left.facts, ...right.facts].map(({ key }) => key))];
  return keys.map((key) => {
    const own = left.facts.filter((one) => one.key === key);
    const other = right.facts.filter((one) => one.key === key);
    const said = (facts: Outline['facts']): SideView | null =>
      facts.length === 0 ? null : side([...new Set(facts.map(({ text }) => text))].join('；'), facts);
    const stricter = own.length === 0 ? 'right-only' : other.length === 0 ? 'left-only' : 'same';
    const name = (own[0] ?? other[0])?.text ?? key;
    return { key, name, stricter, left: said(own), right: said(other) };
  });
}

/** Several facts of one clause are one row. */
function merged(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const seen = new Set<string>();
  return rows.filter(({ left, right, stricter }) => {
    const said = [left?.said, right?.said, stricter].join(' | ');
    return !seen.has(said) && seen.add(said);
  });
}

function sumRows({ outline: left }: Compared, { outline: right }: Compared): readonly ComparedRow[] {
  const fields = [...new Set([...left.sums, ...right.sums].map(({ field }) => field))];
  return fields.map((field) => {
    const own = left.sums.filter((one) => one.field === field);
    const other = right.sums.filter((one) => one.field === field);
    const said = (sums: Outline['sums']): SideView | null =>
      sums.length === 0 ? null : side([...new Set(sums.map(({ text }) => text))].join('；'), sums);
    const [a, b] = [own[0], other[0]];
    const single = own.length === 1 && other.length === 1;
    const stricter = !a ? 'right-only' : !b ? 'left-only' : single ? byAmount(a.min, b.min) : 'differs';
    return { key: field, name: field, stricter, left: said(own), right: said(other) };
  });
}

function judgedRows({ outline: left }: Compared, { outline: right }: Compared): readonly ComparedRow[] {
  if (left.judged.length === 0 && right.judged.length === 0) return [];
  const said = (judged: readonly OutlineClause[]): SideView | null =>
    judged.length === 0 ? null : side(judged.map(({ text }) => text).join('；'), judged, judged.length);
  // What people will decide cannot be compared before they do.
  return [{ key: 'judged', name: '条数', stricter: 'differs', left: said(left.judged), right: said(right.judged) }];
}

function outsideRows({ outline: left }: Compared, { outline: right }: Compared): readonly ComparedRow[] {
  const documents = [...new Set([...left.outside, ...right.outside].map(({ document }) => document))];
  return documents.map((document) => {
    const own = left.outside.filter((one) => one.document === document);
    const other = right.outside.filter((one) => one.document === document);
    const said = (rules: Outline['outside']): SideView | null =>
      rules.length === 0 ? null : side([...new Set(rules.map(({ text }) => text))].join('；'), rules);
    const stricter = own.length === 0 ? 'right-only' : other.length === 0 ? 'left-only' : 'same';
    return { key: document, name: document, stricter, left: said(own), right: said(other) };
  });
}
