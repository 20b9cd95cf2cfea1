import { contextFor } from '../evaluate/evaluate.ts';
import type { Layout } from '../intake/layout.ts';
import type { Population } from '../intake/population.ts';
import type { Level } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { booleanCode } from './boolean-code.ts';
import { clockOf } from './clock.ts';
import type { Clock } from './clock.ts';
import { MAX_ITEMS, programOf } from './program.ts';
import { elapsedSince, Tenure } from './runtime/tenure.ts';
import { currentTitle, titleColumns } from './runtime/title.ts';
import { contestOf, fitsAlone } from './runtime/contest.ts';
import { product, tokensIn } from './runtime/ways.ts';
import type { Bundle, Demand } from './runtime/ways.ts';
import { yearlyOf } from './runtime/yearly.ts';
import { bits, MET, NEGATED, reach } from './thermometer.ts';
import { compileLevel } from './vector.ts';

/** One level of a standard as generated code that only says whether somebody is eligible. */
export interface CompiledBoolean {
  readonly source: string;
  /** Writes 1 for each eligible dossier from `begin` to below `finish`, else 0. */
  run(population: Population, begin: number, finish: number, asOf: string, into: Uint8Array): void;
}

type Holds = (population: Population, begin: number, finish: number, clock: Clock, into: Uint8Array) => void;

/**
 * Compiles a level to its boolean form. Where something is negated, what is unknown may turn out not to matter; such a
 * level takes the vector form instead, so that both always agree. Throws `NotCompilable`.
 */
export function compileBoolean(
  pack: StandardPack,
  level: Level,
  plan: PlanForEvaluation | undefined,
  layout: Layout,
): CompiledBoolean {
  const program = programOf(pack, level, plan);
  const written = program.routes.some(({ negates }) => negates) ? null : booleanCode(program, layout);
  if (!written) return throughVector(pack, level, plan, layout);
  const runtime = {
    N: NEGATED,
    reach,
    bits,
    currentTitle,
    titleColumns,
    Tenure,
    yearlyOf,
    elapsedSince,
    demand: (mask: number, k: number): Demand => ({ tokens: tokensIn(mask), mask, k }),
    both: product,
    enough,
  };
  // The source holds nothing but whole numbers, our own names and names of columns: see `atoms.ts`.
  // oxlint-disable-next-line typescript/no-implied-eval
  const holds = new Function('T', 'R', written.source)(written.tables, runtime) as Holds;
  return {
    source: written.source,
    run(population, begin, finish, asOf, into) {
      holds(population, begin, finish, clockOf(contextFor(pack, asOf, plan)), into);
    },
  };
}

const unread = new Int32Array(MAX_ITEMS);

/** Whether `n` items can be fulfilled with different achievements, given the ways to fulfil each. */
function enough(n: number, items: readonly (readonly Bundle[])[]): boolean {
  const contestants = items.flatMap((all, item) => {
    const ways = all.filter(fitsAlone);
    return ways.length === 0 ? [] : [{ item, ways, certain: ways.length }];
  });
  return contestants.length >= n && bits(contestOf(contestants, unread, 0)) >= n;
}

function throughVector(
  pack: StandardPack,
  level: Level,
  plan: PlanForEvaluation | undefined,
  layout: Layout,
): CompiledBoolean {
  const compiled = compileLevel(pack, level, plan, layout);
  const vectors = compiled.room(1);
  const routes = compiled.program.routes.length;
  return {
    source: compiled.source,
    run(population, begin, finish, asOf, into) {
      for (let index = begin; index < finish; index += 1) {
        compiled.run(population, index, index + 1, asOf, vectors);
        into[index - begin] = vectors.routes.subarray(0, routes).some((value) => (value & MET) === MET) ? 1 : 0;
      }
    },
  };
}
