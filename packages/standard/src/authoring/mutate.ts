import { compileLevel } from '../compile/vector.ts';
import { MET, stateOf } from '../compile/thermometer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { VERDICT_OF } from '../evaluate/evaluate.ts';
import { upTo } from '../evaluate/up-to.ts';
import { fits, takeIn } from '../intake/intake.ts';
import { layoutFor } from '../intake/layout.ts';
import type { Layout } from '../intake/layout.ts';
import { Population } from '../intake/population.ts';
import { needsOf, partsOf, usesOf } from '../intake/uses.ts';
import type { Level, Node } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import type { Expectation } from './examples.ts';

/** An example as the check of mutations needs it. */
export interface ExampleCase {
  readonly dossier: Dossier;
  readonly expected: Expectation;
  readonly plan: PlanForEvaluation | undefined;
}

/** A change to a standard that no example notices. */
export interface Survivor {
  readonly id: string;
  readonly change: string;
}

export interface MutationReport {
  readonly tried: number;
  readonly survivors: readonly Survivor[];
}

interface Mutation extends Survivor {
  readonly apply: (node: Node) => Node | null;
}

/** Ways to change one condition: leave it out, ask for one more, for one less. */
function mutationsOf(node: Node): readonly Mutation[] {
  const dropped: Mutation = { id: node.id, change: '删去', apply: () => null };
  const moved = (change: string, next: Node): Mutation => ({ id: node.id, change, apply: () => next });
  if (node.kind === 'count' || node.kind === 'sum') {
    const more = moved(`${node.min} 改为 ${node.min + 1}`, { ...node, min: node.min + 1 });
    if (node.min <= 1) return [dropped, more];
    return [dropped, more, moved(`${node.min} 改为 ${node.min - 1}`, { ...node, min: node.min - 1 })];
  }
  if (node.kind === 'atLeast') {
    const { n, of } = node;
    const more = n < of.length ? [moved(`${n} 改为 ${n + 1}`, { ...node, n: n + 1 })] : [];
    const less = n > 1 ? [moved(`${n} 改为 ${n - 1}`, { ...node, n: n - 1 })] : [];
    return [dropped, ...more, ...less];
  }
  if (node.kind === 'tenure' || node.kind === 'elapsed') {
    const { years } = node;
    return [
      dropped,
      moved(`${years} 年改为 ${years + 1} 年`, { ...node, years: years + 1 }),
      moved(`${years} 年改为 ${years - 1} 年`, { ...node, years: years - 1 }),
    ];
  }
  return [dropped];
}

/** The condition with one of its parts changed; null when it is left out itself. */
function changed(node: Node, { id, apply }: Mutation): Node | null {
  if (node.id === id) return apply(node);
  if (node.kind === 'not') {
    const of = changed(node.of, { id, change: '', apply });
    return of && { ...node, of };
  }
  if (!('of' in node)) return node;
  const of = node.of.flatMap((part) => changed(part, { id, change: '', apply }) ?? []);
  return of.length === node.of.length && of.every((part, index) => part === node.of[index]) ? node : { ...node, of };
}

/** Whether a condition or one of its parts is referred to elsewhere: it cannot be left out. */
const holdsOne = (node: Node, ids: ReadonlySet<string>): boolean =>
  ids.has(node.id) || partsOf(node).some((part) => holdsOne(part, ids));

/** The ids that references name. */
function referredTo(pack: StandardPack): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (node: Node): void => {
    if (node.kind === 'ref' || node.kind === 'again') ids.add(node.to);
    for (const part of partsOf(node)) visit(part);
  };
  for (const node of pack.shared) visit(node);
  for (const level of pack.levels) for (const route of level.routes) visit(route.node);
  return ids;
}

/**
 * Drops each clause and moves each threshold of a level by one, and answers the changes that no example of the level notices
 * in its verdicts, routes or conditions.
 */
export function mutate(pack: StandardPack, level: Level, examples: readonly ExampleCase[]): MutationReport {
  const mine = examples.filter(({ dossier, expected }) => expected.level === level.level && fits(dossier));
  const plans = [...new Set(mine.map(({ plan }) => plan))];
  const uses = usesOf(
    [pack],
    plans.flatMap((plan) => plan ?? []),
  );
  const layout = layoutFor(needsOf(uses));
  const referred = referredTo(pack);
  const survivors: Survivor[] = [];
  let tried = 0;
  const visit = (node: Node): void => {
    for (const mutation of mutationsOf(node)) {
      if (mutation.change === '删去' && (holdsOne(node, referred) || level.routes.some((route) => route.node === node)))
        continue;
      const routes = level.routes.map((route) => ({ ...route, node: changed(route.node, mutation) ?? route.node }));
      tried += 1;
      if (isNoticed(pack, { ...level, routes }, mine, layout)) continue;
      survivors.push({ id: mutation.id, change: mutation.change });
    }
    for (const part of partsOf(node)) visit(part);
  };
  for (const route of level.routes) visit(route.node);
  return { tried, survivors };
}

function isNoticed(pack: StandardPack, level: Level, examples: readonly ExampleCase[], layout: Layout): boolean {
  const mutated = { ...pack, levels: pack.levels.map((one) => (one.level === level.level ? level : one)) };
  for (const plan of new Set(examples.map((example) => example.plan))) {
    const compiled = compileLevel(mutated, level, plan, layout);
    const places = new Map(compiled.program.slots.toReversed().map(({ node, index }) => [node.id, index]));
    const population = new Population(layout, 1);
    const vectors = compiled.room(1);
    for (const { dossier, expected } of examples.filter((example) => example.plan === plan)) {
      population.clear();
      takeIn(population, upTo(dossier, expected.asOf));
      compiled.run(population, 0, 1, expected.asOf, vectors);
      const verdicts = compiled.program.routes.map(({ route }, at) => ({
        route,
        verdict: VERDICT_OF[stateOf((vectors.routes[at] ?? 0) & MET)],
      }));
      for (const { route, verdict } of verdicts) {
        const wanted = expected.routes?.[route];
        if (wanted !== undefined && wanted !== verdict) return true;
      }
      for (const [id, state] of Object.entries(expected.nodes ?? {})) {
        const place = places.get(id);
        if (place === undefined || stateOf(vectors.codes[place] ?? 0) !== state) return true;
      }
    }
  }
  return false;
}
