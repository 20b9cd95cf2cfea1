import { MET, UNMET } from '../compile/thermometer.ts';
import type { Vectors } from '../compile/vector.ts';
import { VERDICTS } from '../evaluate/evaluate.ts';
import type { Verdict } from '../evaluate/evaluate.ts';
import type { Layout } from '../intake/layout.ts';
import type { Population } from '../intake/population.ts';
import type { Node } from '../language/node.ts';
import type { ClauseEffect, SimulatedStandard, SimulationResult } from './result.ts';
import { sidesOf } from './sides.ts';
import type { Compared, Side, Sides, TimedValues } from './sides.ts';

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

/** People of a population: the first `count` places in `places`. */
export interface Chosen {
  readonly places: Int32Array;
  readonly count: number;
}

/** Both verdicts of those that nothing more need be known of. */
const INELIGIBLE = PLACE_OF[UNMET] ?? 3;

/**
 * Counts who gains and who loses between two standards over populations handed in one after another. Conditions are matched
 * by their id.
 */
export class Simulation {
  readonly #compared: Compared;
  readonly #sides: Sides;
  readonly #clauses: readonly Clause[];
  readonly #moves = new Int32Array(16);
  readonly #rooms = new Map<TimedValues, { readonly size: number; readonly vectors: Vectors }>();
  #people = 0;

  /** Throws `NotCompilable`, and an error where one of the standards has no such level. */
  constructor(compared: Compared, layout: Layout) {
    this.#compared = compared;
    this.#sides = sidesOf(compared, layout);
    this.#clauses = clausesOf(this.#sides);
  }

  /** Evaluates everybody of a population by both standards. */
  add(population: Population): void {
    this.count(population, this.screen(population));
  }

  /**
   * Those of a population whose achievements matter, in their order; the others, ineligible by both standards for what else is
   * asked, are counted. Achievements are not looked at. Each person chosen is to be handed to {@link count}.
   */
  screen(population: Population): Chosen {
    const { size } = population;
    const everybody = Int32Array.from({ length: size }, (_, index) => index);
    const { screens } = this.#sides;
    if (screens.length === 0) return { places: everybody, count: size };
    const open = new Uint8Array(size);
    for (const screen of screens) {
      const { routes } = this.#run(screen, population, { places: everybody, count: size });
      const each = screen.values.places.routes.length;
      for (let at = 0; at < size * each; at += 1) if (routes[at] !== UNMET) open[Math.floor(at / each)] = 1;
    }
    const places = everybody.filter((index) => open[index] === 1);
    this.#move(INELIGIBLE, INELIGIBLE, size - places.length);
    return { places, count: places.length };
  }

  /** Evaluates some of a population by both standards. */
  count(population: Population, chosen: Chosen): void {
    const { older, newer } = this.#sides;
    const before = this.#run(older.code, population, chosen);
    const after = newer.code === older.code ? before : this.#run(newer.code, population, chosen);
    for (let index = 0; index < chosen.count; index += 1) this.#count(before, after, index);
  }

  #run(code: TimedValues, population: Population, { places, count }: Chosen): Vectors {
    let room = this.#rooms.get(code);
    if (!room || room.size < count) {
      room = { size: count, vectors: code.values.room(count) };
      this.#rooms.set(code, room);
    }
    code.values.run(population, places, count, code.clock, room.vectors);
    return room.vectors;
  }

  #count(before: Vectors, after: Vectors, index: number): void {
    const { older, newer } = this.#sides;
    const from = placeOf(older, before, index);
    const to = placeOf(newer, after, index);
    this.#move(from, to, 1);
    if (from === to) return;
    const atOlder = index * older.code.values.places.slots.length;
    const atNewer = index * newer.code.values.places.slots.length;
    for (const clause of this.#clauses) {
      // A condition that is not there holds nobody back.
      const was = clause.older < 0 ? MET : (before.codes[atOlder + clause.older] ?? 0);
      const is = clause.newer < 0 ? MET : (after.codes[atNewer + clause.newer] ?? 0);
      if (to < from && is > was) clause.gain += 1;
      if (to > from && is < was) clause.lose += 1;
    }
  }

  #move(from: number, to: number, people: number): void {
    const move = from * 4 + to;
    this.#moves[move] = (this.#moves[move] ?? 0) + people;
    this.#people += people;
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
    const { level, plan, asOf } = this.#compared;
    const moves = VERDICTS.flatMap((from, row) =>
      VERDICTS.map((to, column) => ({ from, to, count: this.#moves[row * 4 + column] ?? 0 })),
    );
    const total = (holds: (from: number, to: number) => boolean): number =>
      moves.reduce((sum, { count }, at) => sum + (holds(Math.floor(at / 4), at % 4) ? count : 0), 0);
    return {
      older: this.#standard(this.#sides.older, (verdict) => sumOf(moves, (move) => move.from === verdict)),
      newer: this.#standard(this.#sides.newer, (verdict) => sumOf(moves, (move) => move.to === verdict)),
      level,
      plan: plan ? { id: plan.id, name: plan.name } : null,
      asOf,
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

  #standard({ pack }: Side, count: (verdict: Verdict) => number): SimulatedStandard {
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

/** The place of a person's verdict among {@link VERDICTS}: that of the best route. */
function placeOf({ code, first, end }: Side, { routes }: Vectors, index: number): number {
  const at = index * code.values.places.routes.length;
  let best = 0;
  for (let route = first; route < end; route += 1) best = Math.max(best, (routes[at + route] ?? 0) & MET);
  return PLACE_OF[best] ?? INELIGIBLE;
}

function clausesOf({ older, newer }: Sides): readonly Clause[] {
  const ids = new Set([...newer.clauses.keys(), ...older.clauses.keys()]);
  return [...ids].flatMap((id): Clause[] => {
    const [then, now] = [older.clauses.get(id), newer.clauses.get(id)];
    const node = now?.node ?? then?.node;
    if (!node || node.kind === 'ref') return [];
    const change = then && now ? 'both' : now ? 'added' : 'dropped';
    return [{ node, change, older: then?.at ?? -1, newer: now?.at ?? -1, gain: 0, lose: 0 }];
  });
}
