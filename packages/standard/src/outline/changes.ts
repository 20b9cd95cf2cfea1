import { type Node, partsOf } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';

/** One thing that differs between two versions of a pack. `before` or `after` is null where it was added or removed. */
export interface PackChange {
  readonly what: 'condition' | 'counting' | 'definition' | 'reading' | 'document';
  readonly id: string;
  readonly label: string;
  /** Names of the levels it belongs to; empty where it holds for all. */
  readonly levels: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
  /** Whether only its rule changed and its wording stayed. */
  readonly sameWords: boolean;
  /** Which side asks for more, where an amount alone changed. */
  readonly stricter: 'before' | 'after' | null;
}

/** Everything that differs, conditions in the order of the newer version; a condition counts by its own content, not its parts'. */
export function packChanges(before: StandardPack, after: StandardPack): readonly PackChange[] {
  return [
    ...conditionChanges(before, after),
    ...listChanges('counting', before.counting, after.counting, ({ text }) => text),
    ...listChanges('definition', before.definitions, after.definitions, ({ word, text }) => `${word}：${text}`),
    ...listChanges(
      'reading',
      before.readings,
      after.readings,
      ({ question, meanings, chosen }) => `${question}取：${meanings[chosen] ?? chosen}`,
    ),
    ...documentChanges(before, after),
  ];
}

interface Standing {
  readonly node: Node;
  readonly levels: Set<string>;
}

function standing(pack: StandardPack): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  const visit = (node: Node, level: string | null): void => {
    const known = found.get(node.id) ?? { node, levels: new Set<string>() };
    if (level !== null) known.levels.add(level);
    found.set(node.id, known);
    for (const part of partsOf(node)) visit(part, level);
  };
  for (const node of pack.shared) visit(node, null);
  for (const { name, routes } of pack.levels) for (const { node } of routes) visit(node, name);
  return found;
}

/** What a condition itself says: its parts stand for themselves, by their ids. */
function own(node: Node): string {
  const parts = partsOf(node).map(({ id }) => id);
  const { id: _id, text: _text, note: _note, ...rest } = node;
  return JSON.stringify({ ...rest, of: parts });
}

function conditionChanges(before: StandardPack, after: StandardPack): readonly PackChange[] {
  const old = standing(before);
  const now = standing(after);
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))];
  return ids.flatMap((id): readonly PackChange[] => {
    const was = old.get(id);
    const is = now.get(id);
    const node = is?.node ?? was?.node;
    if (!node || (was && is && own(was.node) === own(is.node) && was.node.text === is.node.text)) return [];
    return [
      {
        what: 'condition',
        id,
        label: node.label,
        levels: [...((is ?? was)?.levels ?? [])],
        before: was ? say(was.node) : null,
        after: is ? say(is.node) : null,
        sameWords: was !== undefined && is !== undefined && was.node.text === is.node.text,
        stricter: was && is ? stricter(was.node, is.node) : null,
      },
    ];
  });
}

/** The wording with the amount the rule itself asks for. */
function say(node: Node): string {
  const amount = amountOf(node);
  return amount === null ? node.text : `${node.text}（${amount}）`;
}

/** The number a condition turns on: years, items, records. */
function amountOf(node: Node): number | null {
  if ('years' in node) return node.years;
  if ('n' in node) return node.n;
  return 'min' in node ? node.min : null;
}

function stricter(was: Node, is: Node): 'before' | 'after' | null {
  const [a, b] = [amountOf(was), amountOf(is)];
  if (a === null || b === null || a === b || was.kind !== is.kind) return null;
  const without = (node: Node): string => own(node).replace(/"(?:years|n|min)":\d+/, '');
  return without(was) === without(is) ? (a > b ? 'before' : 'after') : null;
}

function listChanges<T extends { readonly id: string; readonly label: string }>(
  what: PackChange['what'],
  before: readonly T[],
  after: readonly T[],
  text: (item: T) => string,
): readonly PackChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))];
  return ids.flatMap((id): readonly PackChange[] => {
    const was = old.get(id);
    const is = now.get(id);
    const item = is ?? was;
    if (!item || (was && is && JSON.stringify(was) === JSON.stringify(is))) return [];
    const [first, second] = [was ? text(was) : null, is ? text(is) : null];
    return [
      {
        what,
        id,
        label: item.label,
        levels: [],
        before: first,
        after: second,
        sameWords: first === second,
        stricter: null,
      },
    ];
  });
}

const FACTS = { title: '名称', number: '文号', issuedOn: '印发', inForceFrom: '施行', repealedOn: '废止' } as const;

function documentChanges(before: StandardPack, after: StandardPack): readonly PackChange[] {
  return Object.entries(FACTS).flatMap(([key, name]): readonly PackChange[] => {
    const field = key as keyof typeof FACTS;
    const [was, is] = [before.document[field], after.document[field]];
    if (was === is) return [];
    const said = (value: string | null): string => `${name}：${value ?? '无'}`;
    return [
      {
        what: 'document',
        id: key,
        label: '',
        levels: [],
        before: said(was),
        after: said(is),
        sameWords: false,
        stricter: null,
      },
    ];
  });
}
