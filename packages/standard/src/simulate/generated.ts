import { layoutFor } from '../intake/layout.ts';
import type { Layout } from '../intake/layout.ts';
import { Population } from '../intake/population.ts';
import { needsOf, usesOf } from '../intake/uses.ts';
import { DossierSource } from '../random/dossiers.ts';
import type { Compared } from './sides.ts';
import { Simulation } from './simulation.ts';
import type { SimulationTally } from './simulation.ts';

/** The same over so many generated people; a seed always gives the same people. */
export interface SimulationAsked extends Compared {
  readonly people: number;
  readonly seed: number;
}

/** People drawn from one seed; the next block has a seed of its own, so that blocks may be drawn by several threads. */
export const BLOCK = 10_000;
const BATCH = 1_000;
/** Seeds have 64 bits: the lower half is the one asked for, the upper the number of the block. */
const SEEDS = 4_294_967_296;

/** The layout for both standards, and what counts over it. Throws as {@link Simulation} does. */
export function prepareSimulation(asked: Compared): { readonly layout: Layout; readonly simulation: Simulation } {
  const { older, newer, level, plan } = asked;
  const layout = layoutFor(needsOf(usesOf([older, newer], plan ? [plan] : [], level), true));
  return { layout, simulation: new Simulation(asked, layout) };
}

/**
 * Draws and evaluates every `of`-th block from block `part`, and answers what to {@link Simulation.absorb}: the parts 0 to
 * `of − 1` together are all the people, whatever `of` is. `progress` is told how many of its people are done.
 */
export function simulatePart(
  asked: SimulationAsked,
  part: number,
  of: number,
  progress: (done: number) => void,
): SimulationTally {
  const { older, newer, level, plan, asOf, people, seed } = asked;
  const { layout, simulation } = prepareSimulation(asked);
  const options = { packs: [older, newer], plans: plan ? [plan] : [], asOf, level, narrow: true };
  const source = new DossierSource(options, seed, layout);
  const population = new Population(layout, BATCH);
  let done = 0;
  for (let block = part; block * BLOCK < people; block += of) {
    source.restart(seed + block * SEEDS);
    const end = Math.min(BLOCK, people - block * BLOCK);
    for (let drawn = 0; drawn < end; ) {
      population.clear();
      const size = Math.min(BATCH, end - drawn);
      for (let index = 0; index < size; index += 1) source.drawPerson(population);
      const chosen = simulation.screen(population);
      source.drawAchievements(population, chosen.places, chosen.count);
      simulation.count(population, chosen);
      drawn += size;
      done += size;
      progress(done);
    }
  }
  return simulation.tally;
}
