import { clockOf } from '../compile/clock.ts';
import type { Clock } from '../compile/clock.ts';
import { placesOf, routesOf } from '../compile/program.ts';
import { rulesOf } from '../evaluate/counting.ts';
import type { AskedRoutes, Places, RouteProgram, Slot } from '../compile/program.ts';
import { compileValues } from '../compile/vector.ts';
import type { CompiledValues } from '../compile/vector.ts';
import { withoutAchievements } from '../compile/without-achievements.ts';
import { contextFor } from '../evaluate/evaluate.ts';
import { packAt } from '../evaluate/pack-at.ts';
import type { Layout } from '../intake/layout.ts';
import type { Node } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import type { TitleLevel } from '../vocabulary/values.ts';

/** Two standards to compare at a level and a day. */
export interface Compared {
  readonly older: StandardPack;
  readonly newer: StandardPack;
  readonly level: TitleLevel;
  readonly plan: PlanForEvaluation | null;
  readonly asOf: string;
}

/** Generated code with the clock it runs by. */
export interface TimedValues {
  readonly values: CompiledValues;
  readonly clock: Clock;
}

/** Where a condition with its wording stands. */
export interface Clause {
  readonly node: Node;
  readonly at: number;
}

/** One of the standards compared: the code that evaluates it, maybe the other with it, and what there is its own. */
export interface Side {
  readonly pack: StandardPack;
  readonly code: TimedValues;
  /** Its routes are those from `first` to below `end`. */
  readonly first: number;
  readonly end: number;
  /** Its conditions by id. */
  readonly clauses: ReadonlyMap<string, Clause>;
}

export interface Sides {
  readonly older: Side;
  readonly newer: Side;
  /**
   * What both ask besides achievements. Who fails every route of these is ineligible by both, whatever the achievements; empty
   * where that cannot be said.
   */
  readonly screens: readonly TimedValues[];
}

/**
 * Compiles both standards for one layout, into one program where they count by the same rules: what they ask alike is
 * evaluated once. Throws `NotCompilable`, and an error where one has no such level.
 */
export function sidesOf({ older, newer, level, plan, asOf }: Compared, layout: Layout): Sides {
  const [before, after] = [older, newer].map((standard) => {
    const pack = packAt(standard, asOf);
    const own = pack.levels.find((one) => one.level === level);
    if (!own) throw new Error(`${pack.id} has no level ${level}`);
    const [asked, rules] = [routesOf(pack, own, plan ?? undefined), rulesOf(pack, plan)];
    return { pack, asked, rules, clock: clockOf(contextFor(pack, asOf, plan ?? undefined)) };
  }) as [Prepared, Prepared];
  const isOneClock = isAlike(before.clock, after.clock);
  return {
    ...(isOneClock && isAlike(before.rules, after.rules)
      ? together(before, after, layout)
      : apart(before, after, layout)),
    screens: screensOf(isOneClock ? [[before, after]] : [[before], [after]], layout),
  };
}

interface Prepared {
  readonly pack: StandardPack;
  readonly asked: AskedRoutes;
  readonly rules: Places['rules'];
  readonly clock: Clock;
}

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function together(before: Prepared, after: Prepared, layout: Layout): Omit<Sides, 'screens'> {
  const values = compileValues(placesOf('values', before.rules, [before.asked, after.asked]), layout);
  const code = { values, clock: before.clock };
  const between = before.asked.routes.length;
  return {
    older: sideOf(before, code, 0, between),
    newer: sideOf(after, code, between, between + after.asked.routes.length),
  };
}

function apart(before: Prepared, after: Prepared, layout: Layout): Omit<Sides, 'screens'> {
  const own = (one: Prepared): Side => {
    const values = compileValues(placesOf('values', one.rules, [one.asked]), layout);
    return sideOf(one, { values, clock: one.clock }, 0, one.asked.routes.length);
  };
  return { older: own(before), newer: own(after) };
}

const sideOf = ({ pack }: Prepared, code: TimedValues, first: number, end: number): Side => ({
  pack,
  code,
  first,
  end,
  clauses: clausesIn(code.values.places.routes.slice(first, end)),
});

/** Where each condition of some routes stands first, with every achievement; routes themselves are none. */
function clausesIn(routes: readonly RouteProgram[]): Side['clauses'] {
  const roots = new Set<Slot>(routes.map(({ root }) => root));
  const clauses = new Map<string, Clause>();
  for (const slot of routes.flatMap(({ slots }) => slots)) {
    const { node, index } = slot;
    if (!roots.has(slot) && node.text !== '' && !clauses.has(node.id)) clauses.set(node.id, { node, at: index });
  }
  return clauses;
}

function screensOf(groups: readonly (readonly Prepared[])[], layout: Layout): readonly TimedValues[] {
  const screens = groups.flatMap((group): TimedValues[] => {
    const lenient = group.flatMap(({ asked }) => withoutAchievements(asked) ?? []);
    const [first] = group;
    // No rule on achievements matters here.
    if (!first || lenient.length < group.length) return [];
    return [{ values: compileValues(placesOf('bounds', [], lenient), layout), clock: first.clock }];
  });
  return screens.length === groups.length ? screens : [];
}
