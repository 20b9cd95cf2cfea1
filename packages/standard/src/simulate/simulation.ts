import type { CompiledLevel, Vectors } from '../compile/vector.ts';
import { MET } from '../compile/thermometer.ts';
import { VERDICTS } from '../evaluate/evaluate.ts';
import type { Verdict } from '../evaluate/evaluate.ts';
import type { Population } from '../intake/population.ts';
import type { Node } from '../language/node.ts';
import type { ClauseEffect, SimulatedStandard, SimulationResult } from './result.ts';

/** Verdict of a route's thermometer: eligible, needs-judgement, incomplete, ineligible as 0 to 3. */
const PLACE_OF: Readonly<Record<number, number>> = { 7: 0, 3: 1, 1: 2, 0: 3 };

interface Clause {
  readonly node: Node;
  readonly change: ClauseEffect['change'];
  /** Place in each vector; -1 where the standard has no such condition. */
  readonly older: number;
  readonly newer: number;
  gain: number;
  lose: number;
}

/** What a simulation has counted, as numbers that another simulation of the same two standards can take over. */
export interface SimulationTally {
  readonly people: number;
  readonly moves: readonly number[];
  readonly gain: readonly number[];
  readonly lose: readonly number[];
}

/**
 * Counts who gains and who loses between two standards over populations handed in one after another. Both must be compiled
 * for the same layout. Conditions are matched by their id.
 */
export class Simulation {
  readonly #older: CompiledLevel;
  readonly #newer: CompiledLevel;
  readonly #asOf: string;
  readonly #clauses: readonly Clause[];
  readonly #moves = new Int32Array(16);
  #vectors: { size: number; older: Vectors; newer: Vectors };
  #people = 0;

  constructor(older: CompiledLevel, newer: CompiledLevel, asOf: string) {
    if (older.layout !== newer.layout) throw new Error('both standards must be compiled for one layout');
    this.#older = older;
    this.#newer = newer;
    this.#asOf = asOf;
    this.#clauses = clausesOf(older, newer);
    this.#vectors = { size: 0, older: older.room(0), newer: newer.room(0) };
  }

  /** Evaluates everybody of a population by both standards. */
  add(population: Population): void {
    const { size } = population;
    if (size > this.#vectors.size) {
      this.#vectors = { size, older: this.#older.room(size), newer: this.#newer.room(size) };
    }
    const { older, newer } = this.#vectors;
    this.#older.run(population, 0, size, this.#asOf, older);
    this.#newer.run(population, 0, size, this.#asOf, newer);
    for (let index = 0; index < size; index += 1) this.#count(index);
    this.#people += size;
  }

  #count(index: number): void {
    const { older, newer } = this.#vectors;
    const from = bestOf(this.#older, older, index);
    const to = bestOf(this.#newer, newer, index);
    const move = from * 4 + to;
    this.#moves[move] = (this.#moves[move] ?? 0) + 1;
    if (from === to) return;
    const atOlder = index * this.#older.program.slots.length;
    const atNewer = index * this.#newer.program.slots.length;
    for (const clause of this.#clauses) {
      // A condition that is not there holds nobody back.
      const before = clause.older < 0 ? MET : (older.codes[atOlder + clause.older] ?? 0);
      const after = clause.newer < 0 ? MET : (newer.codes[atNewer + clause.newer] ?? 0);
      if (to < from && after > before) clause.gain += 1;
      if (to > from && after < before) clause.lose += 1;
    }
  }

  get tally(): SimulationTally {
    return {
      people: this.#people,
      moves: [...this.#moves],
      gain: this.#clauses.map(({ gain }) => gain),
      lose: this.#clauses.map(({ lose }) => lose),
    };
  }

  /** Adds what another simulation of the same two standards counted. */
  absorb(tally: SimulationTally): void {
    this.#people += tally.people;
    for (const [move, count] of tally.moves.entries()) this.#moves[move] = (this.#moves[move] ?? 0) + count;
    for (const [at, clause] of this.#clauses.entries()) {
      clause.gain += tally.gain[at] ?? 0;
      clause.lose += tally.lose[at] ?? 0;
    }
  }

  get result(): SimulationResult {
    const { level, plan } = this.#newer.program;
    const moves = VERDICTS.flatMap((from, row) =>
      VERDICTS.map((to, column) => ({ from, to, count: this.#moves[row * 4 + column] ?? 0 })),
    );
    const total = (holds: (from: number, to: number) => boolean): number =>
      moves.reduce((sum, { count }, at) => sum + (holds(Math.floor(at / 4), at % 4) ? count : 0), 0);
    return {
      older: this.#standard(this.#older, (verdict) => sumOf(moves, (move) => move.from === verdict)),
      newer: this.#standard(this.#newer, (verdict) => sumOf(moves, (move) => move.to === verdict)),
      level: level.level,
      plan: plan ? { id: plan.id, name: plan.name } : null,
      asOf: this.#asOf,
      people: this.#people,
      gain: total((from, to) => to < from),
      lose: total((from, to) => to > from),
      same: total((from, to) => to === from),
      moves: moves.filter(({ count }) => count > 0),
      clauses: this.#clauses
        .filter(({ gain, lose }) => gain + lose > 0)
        .toSorted((a, b) => b.gain + b.lose - a.gain - a.lose)
        .map(({ node, change, gain, lose }) => ({
          id: node.id,
          label: node.label,
          text: node.text,
          change,
          gain,
          lose,
        })),
    };
  }

  #standard({ program: { pack } }: CompiledLevel, count: (verdict: Verdict) => number): SimulatedStandard {
    return {
      id: pack.id,
      name: pack.name,
      number: pack.document.number,
      verdicts: Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>,
    };
  }
}

type Move = SimulationResult['moves'][number];
const sumOf = (moves: readonly Move[], holds: (move: Move) => boolean): number =>
  moves.reduce((sum, move) => sum + (holds(move) ? move.count : 0), 0);

function bestOf({ program }: CompiledLevel, { routes }: Vectors, index: number): number {
  let best = 0;
  for (let route = 0; route < program.routes.length; route += 1) {
    best = Math.max(best, (routes[index * program.routes.length + route] ?? 0) & MET);
  }
  return PLACE_OF[best] ?? 3;
}

function clausesOf(older: CompiledLevel, newer: CompiledLevel): readonly Clause[] {
  const before = placesOf(older);
  const after = placesOf(newer);
  const ids = new Set([...after.keys(), ...before.keys()]);
  return [...ids].flatMap((id): Clause[] => {
    const [then, now] = [before.get(id), after.get(id)];
    const node = now?.node ?? then?.node;
    if (!node || node.kind === 'ref') return [];
    const change = then && now ? 'both' : now ? 'added' : 'dropped';
    return [{ node, change, older: then?.at ?? -1, newer: now?.at ?? -1, gain: 0, lose: 0 }];
  });
}

/** Where each condition stands first, with every achievement. */
function placesOf({ program }: CompiledLevel): ReadonlyMap<string, { readonly node: Node; readonly at: number }> {
  const roots = new Set(program.routes.map(({ root }) => root));
  const places = new Map<string, { node: Node; at: number }>();
  for (const slot of program.slots) {
    const { node, scope, index } = slot;
    if (scope === null && !roots.has(slot) && node.text !== '' && !places.has(node.id))
      places.set(node.id, { node, at: index });
  }
  return places;
}
