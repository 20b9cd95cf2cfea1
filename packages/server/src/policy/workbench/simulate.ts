import { BLOCK, prepareSimulation, type SimulationAsked, simulatePart } from '@zhiping/standard/simulate/generated';
import type { SimulationResult } from '@zhiping/standard/simulate/result';
import { Workbench } from './workbench.ts';

/**
 * A simulation over generated people, shared out among `threads` beside this one, or done in this one where there are 0;
 * the result is the same. `progress` is told how many people are done.
 */
export async function simulateInThreads(
  asked: SimulationAsked,
  threads: number,
  progress: (done: number) => void,
): Promise<SimulationResult> {
  const { simulation } = prepareSimulation(asked);
  if (threads === 0) {
    simulation.absorb(simulatePart(asked, 0, 1, progress));
    return simulation.result;
  }
  const of = Math.max(1, Math.min(threads, Math.ceil(asked.people / BLOCK)));
  const benches = Array.from({ length: of }, () => new Workbench());
  const done = benches.map(() => 0);
  try {
    const parts = benches.map((bench, part) =>
      bench.run({ task: 'simulate', asked, part, of }, (people) => {
        done[part] = people;
        progress(done.reduce((sum, one) => sum + one, 0));
      }),
    );
    for (const tally of await Promise.all(parts)) simulation.absorb(tally);
    return simulation.result;
  } finally {
    await Promise.all(benches.map((bench) => bench.close()));
  }
}
