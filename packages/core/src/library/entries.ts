import {
  type Node,
  partsOf,
  type Predicate,
  type StandardPack,
  type TitleLevel,
  type Vocabulary,
} from '@zhiping/standard';
import type { Plan } from '../plan/index.ts';
import type { Questions } from './questions.ts';

export type EntryKind =
  | 'condition'
  | 'counting'
  | 'definition'
  | 'outside'
  | 'plan'
  | 'question'
  | 'reading'
  | 'specialty';

/** One thing of a policy that a search can find and a link can point to. */
export interface LibraryEntry {
  /** Unique within the version; the last part of its address. */
  readonly anchor: string;
  readonly kind: EntryKind;
  /** Level of the title it belongs to; null where it holds for all. */
  readonly level: TitleLevel | null;
  /** Printed label; empty where it has none. */
  readonly label: string;
  readonly text: string;
  /** What it is part of, outermost first: 高级工程师 › 正常申报 › 业绩，9 项中具备 3 项以上. */
  readonly context: string;
  /** Words of the vocabulary its condition turns on, found although its text does not say them. */
  readonly keywords: string;
}

/** Everything of a standard that can be found, each once: conditions by level, then what holds for all levels. */
export function entriesOfStandard(pack: StandardPack): readonly LibraryEntry[] {
  const entries = new Map<string, LibraryEntry>();
  const visit = (node: Node, level: TitleLevel | null, above: readonly string[]): void => {
    const spoken = node.text !== '';
    if (spoken && node.kind !== 'ref' && !entries.has(node.id)) {
      entries.set(node.id, {
        anchor: node.id,
        kind: 'condition',
        level,
        label: node.label,
        text: node.text,
        context: above.join(' › '),
        keywords: keywordsOf(node, pack.vocabulary),
      });
    }
    const next = spoken ? [...above, node.text] : above;
    for (const part of partsOf(node)) visit(part, level, next);
  };
  for (const { level, name, routes } of pack.levels) {
    for (const route of routes) {
      // The route itself is a heading, not a condition.
      for (const part of partsOf(route.node)) visit(part, level, [name, route.name]);
    }
  }
  for (const node of pack.shared) visit(node, null, ['各层级']);
  const plain = (
    kind: EntryKind,
    prefix: string,
    items: readonly { readonly id: string; readonly label: string; readonly text: string }[],
    context: string,
  ): readonly LibraryEntry[] =>
    items.map(({ id, label, text }) => ({
      anchor: `${prefix}-${id}`,
      kind,
      level: null,
      label,
      text,
      context,
      keywords: '',
    }));
  return [
    ...entries.values(),
    ...plain('counting', 'counting', pack.counting, '业绩怎样计算'),
    ...plain(
      'definition',
      'definition',
      pack.definitions.map(({ id, label, word, text }) => ({ id, label, text: `${word}：${text}` })),
      '词语定义',
    ),
    ...plain(
      'specialty',
      'specialty',
      pack.specialties.map(({ id, label, name, text }) => ({ id, label, text: `${name}：${text}` })),
      '评审专业',
    ),
    ...plain(
      'outside',
      'outside',
      pack.outside.map(({ id, document, note }) => ({ id, label: '', text: note ? `${document}：${note}` : document })),
      '包外规定',
    ),
    ...plain(
      'reading',
      'reading',
      pack.readings.map(({ id, label, question, chosen, meanings }) => ({
        id,
        label,
        text: `${question}取：${meanings[chosen] ?? chosen}`,
      })),
      '解读',
    ),
  ];
}

/** What of a plan can be found: windows, cut-off, routes, specialties, what must not be asked, readings. */
export function entriesOfPlan(plan: Plan): readonly LibraryEntry[] {
  const entry = (anchor: string, label: string, text: string, context: string): LibraryEntry => ({
    anchor,
    kind: 'plan',
    level: null,
    label,
    text,
    context,
    keywords: '',
  });
  return [
    ...plan.windows.map((window) =>
      entry(`window-${window.id}`, window.label, `${window.name}：${window.opensOn} 至 ${window.closesOn}`, '办理时间'),
    ),
    entry('cut-off', plan.cutOff.label, `业绩截止 ${plan.cutOff.date}`, '办理时间'),
    ...plan.routes.map((route) => entry(`route-${route.id}`, route.label ?? '', route.name, '申报方式')),
    ...plan.specialties.map((specialty) =>
      entry(
        `specialty-${specialty.id}`,
        specialty.label,
        [specialty.name, ...(specialty.directions ?? []), specialty.standard.title].join('、'),
        '专业与标准',
      ),
    ),
    ...plan.readings.map((reading) =>
      entry(`reading-${reading.id}`, reading.label, `${reading.question}取：${reading.chosen}`, '解读'),
    ),
  ];
}

export const entriesOfQuestions = (questions: Questions): readonly LibraryEntry[] =>
  questions.questions.map(({ id, label, question, answer }) => ({
    anchor: id,
    kind: 'question',
    level: null,
    label,
    text: `${question} ${answer}`,
    context: questions.title,
    keywords: '',
  }));

/** The labels of the words a condition compares with, e.g. 论文 著作 省（部）级. */
function keywordsOf(node: Node, vocabulary: Vocabulary): string {
  const words = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value as readonly unknown[]) visit(part);
    else if (typeof value === 'object' && value !== null && 'op' in value)
      collect(value as Predicate, vocabulary, words);
  };
  for (const [key, value] of Object.entries(node)) if (key !== 'of') visit(value);
  return [...words].join(' ');
}

function collect(predicate: Predicate, vocabulary: Vocabulary, into: Set<string>): void {
  switch (predicate.op) {
    case 'and':
    case 'or':
      for (const part of predicate.of) collect(part, vocabulary, into);
      return;
    case 'not':
      return;
    case 'word':
    case 'wordIn':
    case 'claim': {
      const ids = predicate.op === 'wordIn' ? predicate.values : [predicate.value];
      const words = vocabulary.scales[predicate.scale].words;
      for (const id of ids) into.add(words.find((word) => word.id === id)?.label ?? id);
      return;
    }
    case 'experts':
      into.add(predicate.field.name);
      collect(predicate.where, vocabulary, into);
      return;
    case 'number':
    case 'date':
    case 'text':
    case 'yes':
      into.add(predicate.field.name);
      return;
    default:
      predicate satisfies never;
  }
}
