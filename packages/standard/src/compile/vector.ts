import { contextFor, indexOf } from '../evaluate/evaluate.ts';
import { Run } from '../evaluate/run.ts';
import type { Layout } from '../intake/layout.ts';
import type { Population } from '../intake/population.ts';
import { evaluateNode } from '../kinds/index.ts';
import type { Level } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { clockOf } from './clock.ts';
import type { Clock } from './clock.ts';
import { NotCompilable, programOf } from './program.ts';
import type { Places, Program } from './program.ts';
import { completeRoute, routeSpec } from './runtime/complete.ts';
import { shareNone, shareOut } from './runtime/items.ts';
import { elapsedSince, Tenure } from './runtime/tenure.ts';
import { currentTitle, titleColumns } from './runtime/title.ts';
import { yearlyOf } from './runtime/yearly.ts';
import { codeOf, drop, level as levelOf, NEGATED, reach } from './thermometer.ts';
import { vectorCode } from './vector-code.ts';

/** The outcome of many dossiers in arrays; those of dossier `d` stand at `d` × the number of places, routes or items. */
export interface Vectors {
  /** Value of each place, as thermometer (`thermometer.ts`). */
  readonly codes: Uint8Array;
  /** What each place has that counts: for `count` the mask of the records, else how many parts or years, or the sum. */
  readonly have: Int32Array;
  /** For conditions over a list: mask of the records that count or await judgement. */
  readonly evidence: Int32Array;
  /** For each item of each block: mask of the achievements it has. */
  readonly owned: Int32Array;
  /** Value of each route after completion, with the bits of `runtime/complete.ts`. */
  readonly routes: Uint8Array;
}

type Run1 = (
  population: Population,
  begin: number,
  finish: number,
  clock: Clock,
  codes: Uint8Array,
  have: Int32Array,
  evidence: Int32Array,
  owned: Int32Array,
  routes: Uint8Array,
  interpret: (slot: number, dossier: number) => number,
  who: Int32Array | null,
) => void;

/** One level of a standard as generated code. */
export interface CompiledLevel {
  readonly program: Program;
  readonly layout: Layout;
  readonly source: string;
  /** Room for the outcome of `count` dossiers. */
  room(count: number): Vectors;
  /**
   * Evaluates dossiers `begin` to below `finish` of a population at a day, into the first places of `into`. `under` is the
   * plan compiled for, or the same rules with the days of a later year.
   */
  run(
    population: Population,
    begin: number,
    finish: number,
    asOf: string,
    into: Vectors,
    under?: PlanForEvaluation,
  ): void;
}

/** Routes of one or several standards as generated code that finds their values and tells nothing of why. */
export interface CompiledValues {
  readonly places: Places;
  /** Room for the outcome of `count` dossiers; only `codes` and `routes` are filled. */
  room(count: number): Vectors;
  /** Evaluates the first `count` of the dossiers in `who`, into the first places of `into`. */
  run(population: Population, who: Int32Array, count: number, clock: Clock, into: Vectors): void;
}

/**
 * Compiles a level of a checked standard, with a plan or without. Runs generated code, so it belongs on the server only.
 * Throws `NotCompilable` where the standard has a form that only the closure form evaluates.
 */
export function compileLevel(
  pack: StandardPack,
  level: Level,
  plan: PlanForEvaluation | undefined,
  layout: Layout,
): CompiledLevel {
  const program = programOf(pack, level, plan);
  const { source, items, run } = generated(program, layout);
  return {
    program,
    layout,
    source,
    room: (count) => roomFor(program, items, count, count),
    run(population, begin, finish, asOf, { codes, have, evidence, owned, routes: values }, under = plan) {
      const context = contextFor(pack, asOf, under);
      let interpreted: { readonly dossier: number; readonly run: Run } | null = null;
      const interpret = (slot: number, dossier: number): number => {
        if (interpreted?.dossier !== dossier) {
          const own = Run.start(pack, population.dossier(dossier), context, indexOf(pack, plan));
          interpreted = { dossier, run: own };
        }
        const place = program.slots[slot];
        if (!place) throw new Error(`no place ${slot}`);
        return codeOf(evaluateNode(place.node, interpreted.run).state);
      };
      run(population, begin, finish, clockOf(context), codes, have, evidence, owned, values, interpret, null);
    },
  };
}

/** Compiles what `placesOf` laid out. Throws `NotCompilable` where only the closure form evaluates a condition. */
export function compileValues(places: Places, layout: Layout): CompiledValues {
  const { items, run, interpreted } = generated(places, layout);
  const [first] = interpreted;
  if (first) throw new NotCompilable(`${first.node.id}：这种条件没有编译形式`);
  const interpret = (): never => {
    throw new Error('every place has generated code');
  };
  return {
    places,
    room: (count) => roomFor(places, items, count, 0),
    run(population, who, count, clock, { codes, have, evidence, owned, routes }) {
      run(population, 0, count, clock, codes, have, evidence, owned, routes, interpret, who);
    },
  };
}

/** Arrays for `count` dossiers, for `told` of them with what explains the values. */
const roomFor = ({ slots, routes }: Places, items: number, count: number, told: number): Vectors => ({
  codes: new Uint8Array(count * slots.length),
  have: new Int32Array(told * slots.length),
  evidence: new Int32Array(told * slots.length),
  owned: new Int32Array(count * items),
  routes: new Uint8Array(count * routes.length),
});

function generated(program: Places, layout: Layout) {
  const { source, tables, blocks, ownedAt, sums, tokens, kept, interpreted } = vectorCode(program, layout);
  const routes = program.routes.map(routeSpec);
  const runtime = {
    N: NEGATED,
    reach,
    level: levelOf,
    drop,
    sums,
    tokens,
    kept,
    currentTitle,
    titleColumns,
    Tenure,
    yearlyOf,
    elapsedSince,
    completeRoute: (route: number, codes: Uint8Array, base: number) =>
      completeRoute(routes[route] as (typeof routes)[number], codes, base),
    shareOut: {
      some: (block: number, masks: Int32Array, codes: Uint8Array, base: number, owned: Int32Array, at: number) =>
        shareOut(blocks[block] as (typeof blocks)[number], masks, codes, base, owned, at),
      none: (block: number, codes: Uint8Array, base: number, owned: Int32Array, at: number) =>
        shareNone(blocks[block] as (typeof blocks)[number], codes, base, owned, at),
    },
  };
  // The source holds nothing but whole numbers, our own names and names of columns: see `atoms.ts`.
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function('T', 'R', source)(tables, runtime) as Run1;
  return { source, items: ownedAt.at(-1) ?? 0, run, interpreted };
}
