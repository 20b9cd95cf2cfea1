import type { AtLeastNode } from '../kinds/at-least.ts';
import type { Bounds } from './bounds.ts';
import { Encoder } from './encoder.ts';
import type { Owners } from './encoder.ts';
import { fieldSymbol, presence } from './predicates.ts';
import type { Place } from './predicates.ts';
import type { Judged, Side } from './sides.ts';
import { World, not } from './world.ts';

const TIMEOUT_MS = 20_000;

/** Whether the upper route can be met while the lower one is not. */
export interface Question {
  readonly asOf: string;
  readonly upper: Side;
  readonly lower: Side;
  readonly bounds: Bounds;
  readonly judged: Judged;
}

/** Of whom it is asked. */
export interface Asking {
  /** Also of people whom only a text outside the pack lets in. */
  readonly byOutsideRule: boolean;
  /** Everything the upper standard asks of achievements is taken as given; enough for a proof. */
  readonly takesAchievements?: boolean;
}

/** The script of one query, and the unknowns it speaks of. */
export function queryFor(
  { asOf, upper, lower, bounds, judged }: Question,
  learnt: ReadonlyMap<string, readonly Owners[]>,
  { byOutsideRule, takesAchievements = false }: Asking,
): { readonly script: string; readonly world: World } {
  const world = new World(asOf);
  const blocks = new Map<string, { readonly node: AtLeastNode; readonly symbols: readonly string[] }>();
  const upperOwners = (node: AtLeastNode, id: string): readonly Owners[] => {
    const symbols = Array.from({ length: bounds.achievements }, (_, slot) =>
      world.symbol(`owner:${id}.${slot}`, { form: 'index', most: node.of.length }, 'help'),
    );
    blocks.set(id, { node, symbols });
    return [symbols.map((symbol) => (item: number) => `(= ${symbol} ${item + 1})`)];
  };
  const lowerOwners = (node: AtLeastNode, id: string): readonly Owners[] => {
    const same = blocks.get(id);
    const like = same ? [ownersLike(node, same)] : [];
    return [...like, ...(learnt.get(id) ?? [])];
  };
  const top = new Encoder(
    upper.pack,
    world,
    bounds,
    upper.index,
    { owners: upperOwners },
    judged.upper,
    takesAchievements,
  );
  const bottom = new Encoder(lower.pack, world, bounds, lower.index, { owners: lowerOwners }, judged.lower);
  const isUpper = top.met(upper.route.node);
  const isLower = bottom.met(lower.route.node);
  const facts = [
    ...orderly(world, bounds),
    ...[...blocks.values()].flatMap(({ symbols }) =>
      symbols.flatMap((a, first) =>
        symbols.slice(first + 1).flatMap((b, offset) => {
          const same = top.sameToken(first, first + 1 + offset);
          return same === 'false' ? [] : [`(=> ${same} (= ${a} ${b}))`];
        }),
      ),
    ),
    ...(byOutsideRule ? [] : judged.outside.map((node) => not(top.met(node)))),
    isUpper,
    not(isLower),
  ];
  const script = [
    `(set-option :timeout ${TIMEOUT_MS})`,
    ...world.declarations(),
    ...facts.map((fact) => `(assert ${fact})`),
    '(check-sat)',
    `(get-value (${world
      .unknowns()
      .map(({ symbol }) => symbol)
      .join(' ')}))`,
  ];
  return { script: script.join('\n'), world };
}

/** The way of the upper block in terms of the items of the lower one: the same items by id. */
function ownersLike(
  node: AtLeastNode,
  upper: { readonly node: AtLeastNode; readonly symbols: readonly string[] },
): Owners {
  const places = node.of.map(({ id }) => upper.node.of.findIndex((one) => one.id === id));
  return upper.symbols.map((symbol) => (item: number) => {
    const at = places[item] ?? -1;
    return at < 0 ? 'false' : `(= ${symbol} ${at + 1})`;
  });
}

/** What is true of every dossier, and which of the equal ones to look at: records fill a list from its start. */
function orderly(world: World, bounds: Bounds): readonly string[] {
  const lists = Object.entries(bounds) as [keyof Bounds, number][];
  const places = (list: keyof Bounds, size: number): readonly Place[] =>
    Array.from({ length: size }, (_, index) => ({ subject: list, path: [list, index] }));
  return lists.flatMap(([list, size]) => {
    const all = places(list, size);
    const filled = all
      .slice(1)
      .map((place, index) => `(=> ${presence(world, place)} ${presence(world, all[index] ?? place)})`);
    if (list === 'achievements') {
      const kind = (place: Place): string =>
        fieldSymbol(world, place, ['kind'], { form: 'word', scale: 'achievement-kind' });
      return [...filled, ...all.slice(1).map((place, index) => `(<= ${kind(all[index] ?? place)} ${kind(place)})`)];
    }
    if (list !== 'titles') return filled;
    const day = (place: Place, key: string): string => fieldSymbol(world, place, [key], { form: 'date' });
    const level = (place: Place): string =>
      fieldSymbol(world, place, ['level'], { form: 'word', scale: 'title-level' });
    const [current] = all;
    return [
      ...filled,
      ...all.map((place) => `(>= ${day(place, 'appointedOn')} ${day(place, 'obtainedOn')})`),
      // The first title is the current one.
      ...(current ? all.slice(1).map((place) => `(>= ${level(current)} ${level(place)})`) : []),
    ];
  });
}
