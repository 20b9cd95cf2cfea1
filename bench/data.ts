// The dossiers all contestants see: drawn with a seed, every achievement a project of its own, so that languages that cannot
// count different projects are not at a loss.
import { Run } from '@zhiping/standard/evaluate/run';
import { contextFor, indexOf } from '@zhiping/standard/evaluate/evaluate';
import { compilePredicate, personKey } from '@zhiping/standard/evaluate/predicate';
import type { RecordData } from '@zhiping/standard/evaluate/predicate';
import { QUALITY_BIT } from '@zhiping/standard/intake/layout';
import { Population } from '@zhiping/standard/intake/population';
import type { Cells, List, Rows } from '@zhiping/standard/intake/population';
import type { Predicate, StandardPack } from '@zhiping/standard';
import type { CompiledLevel } from '@zhiping/standard/compile/vector';
import { MET } from '@zhiping/standard/compile/thermometer';
import type { DossierSource } from '@zhiping/standard/random/dossiers';
import type { PlainDossier } from './peers/peers.ts';
import { columnName, fieldsRead, leavesOf, whereOf } from './peers/translate.ts';

export function drawPopulation(source: DossierSource, count: number): Population {
  const population = new Population(source.layout, count);
  for (let index = 0; index < count; index += 1) source.draw(population);
  const { rows } = population.lists.achievements;
  rows.columns[rows.table.project]?.fill(0);
  return population;
}

function expertsIn(predicate: Predicate): Extract<Predicate, { op: 'experts' }> | undefined {
  if (predicate.op === 'experts') return predicate;
  if (predicate.op === 'and' || predicate.op === 'or')
    return predicate.of.map(expertsIn).find((one) => one !== undefined);
  return predicate.op === 'not' ? expertsIn(predicate.of) : undefined;
}

/** What the peers are given, in their favour: facts of the person decided, achievements past the counting rules. */
export function plainDossiers(
  pack: StandardPack,
  compiled: CompiledLevel,
  population: Population,
  asOf: string,
): readonly PlainDossier[] {
  const { slots } = compiled.program;
  const vectors = compiled.room(population.size);
  compiled.run(population, 0, population.size, asOf, vectors);
  const { person, counts } = leavesOf(compiled.program);
  const fields = [...new Set(counts.flatMap((slot) => fieldsRead(whereOf(slot))))];
  const experts = counts.map((slot) => expertsIn(whereOf(slot))).find((one) => one !== undefined);
  const { rows } = population.lists.achievements;
  const valueOf = (field: string, row: number, record: RecordData): number => {
    const quality = /^q_(.+)$/.exec(field)?.[1];
    if (quality !== undefined)
      return ((rows.columns[rows.table.confirmed]?.[row] ?? 0) & (QUALITY_BIT.get(quality) ?? 0)) === 0 ? 1 : 2;
    if (field === 'appraisals') return experts ? peopleIn(record, experts.where) : 0;
    const column = rows.table.columns.get(field);
    const cell = column ? (rows.columns[column.at]?.[row] ?? 0) : 0;
    return column?.form === 'claim' ? cell & 15 : cell;
  };
  return Array.from({ length: population.size }, (_, index) => {
    const dossier = population.dossier(index);
    const run = Run.start(pack, dossier, contextFor(pack, asOf, undefined), indexOf(pack, undefined));
    const from = population.lists.achievements.from[index] ?? 0;
    return {
      p: Object.fromEntries(
        person.map((slot) => [`s${slot.index}`, vectors.codes[index * slots.length + slot.index] === MET]),
      ),
      achievements: (run.achievements ?? []).flatMap(({ state, record }, place) =>
        state === 'met'
          ? [
              Object.fromEntries(
                fields.map((field) => [columnName(field), valueOf(field, from + place, record as RecordData)]),
              ),
            ]
          : [],
      ),
    };
  });
}

function peopleIn(record: RecordData, where: Predicate): number {
  const test = compilePredicate(where);
  const people = (record['appraisals'] ?? []) as readonly RecordData[];
  return new Set(people.flatMap((one, place) => (test(one) === 'met' ? [personKey(one, place)] : []))).size;
}

/** The population `times` over, each copy with columns of its own. */
export function tiled(population: Population, times: number): Population {
  const big = new Population(population.layout, population.size * times);
  tileRows(population.header, big.header, times);
  for (const [id, list] of Object.entries(population.lists))
    tileList(list, big.lists[id as keyof typeof big.lists], population.size, times);
  big.size = population.size * times;
  return big;
}

function tileRows(from: Rows, into: Rows, times: number): void {
  into.columns = from.columns.map((cells) => {
    const own = cells.subarray(0, from.length);
    const wide: Cells =
      cells instanceof Uint8Array ? new Uint8Array(from.length * times) : new Int32Array(from.length * times);
    for (let copy = 0; copy < times; copy += 1) wide.set(own, copy * from.length);
    return wide;
  });
  into.length = from.length * times;
}

function tileList(from: List, into: List, owners: number, times: number): void {
  tileRows(from.rows, into.rows, times);
  into.known = new Uint8Array(owners * times);
  into.from = new Int32Array(owners * times + 1);
  for (let copy = 0; copy < times; copy += 1) {
    into.known.set(from.known.subarray(0, owners), copy * owners);
    for (let owner = 0; owner < owners; owner += 1) {
      into.from[copy * owners + owner + 1] = (from.from[owner + 1] ?? 0) + copy * from.rows.length;
    }
  }
  for (const [place, inner] of from.nested.entries()) {
    const wide = into.nested[place];
    if (wide) tileList(inner, wide, from.rows.length, times);
  }
}
