import { expect, test } from 'vitest';
import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { DossierSource } from '../random/dossiers.ts';
import { Numbers } from '../random/numbers.ts';
import { MAX_RECORDS, takeIn } from './intake.ts';
import type { List, Rows } from './population.ts';
import { Population } from './population.ts';
import { Reading } from './reading.ts';

const { pack } = loadPack('liaoning/ln-sec-2024');
const source = new DossierSource({ packs: [pack], asOf: '2024-07-15', level: 'senior' }, 7);

/** Everything a population of one says. */
function said({ header, lists }: Population): unknown {
  const cells = ({ columns, length }: Rows): unknown => columns.map((column) => column.slice(0, length).join());
  const within = ({ rows, known, from, nested }: List, owners: number): unknown => [
    cells(rows),
    known.slice(0, owners).join(),
    from.slice(0, owners + 1).join(),
    nested.map((inner) => within(inner, rows.length)),
  ];
  return [cells(header), DOSSIER_LISTS.map((id) => within(lists[id], 1))];
}

function fromTheStart(dossier: Dossier): unknown {
  const population = new Population(source.layout, 1);
  takeIn(population, dossier);
  return said(population);
}

/** The dossier with some parts, or some records of a list, as in another; what stays is the same object. */
function mixed(dossier: Dossier, other: Dossier, numbers: Numbers): Dossier {
  const result: Record<string, unknown> = { ...dossier };
  const from = other as Record<string, unknown>;
  for (const part of Object.keys({ ...dossier, ...other })) {
    if (numbers.chance(700)) continue;
    const [own, others] = [result[part], from[part]];
    if (numbers.chance(300) || !Array.isArray(own) || !Array.isArray(others)) result[part] = others;
    else {
      const kept = own.map((record: unknown, place) => (numbers.chance(800) ? record : (others[place] ?? record)));
      const length = numbers.chance(500) ? kept.length : numbers.below(kept.length + 1);
      result[part] = [...kept.slice(0, length), ...others.slice(0, numbers.below(3))].slice(0, MAX_RECORDS);
    }
  }
  return result as Dossier;
}

test('a changed dossier read again says what it says read from the start', () => {
  const numbers = new Numbers(3);
  const reading = new Reading(source.layout);
  let dossier = source.dossier();
  for (let step = 0; step < 100; step += 1) {
    dossier = mixed(dossier, source.dossier(), numbers);
    expect(reading.follow(dossier)).toBe(true);
    expect(said(reading.population)).toEqual(fromTheStart(dossier));
  }
});

test('what compiled code cannot hold is refused, and what comes after is read whole', () => {
  const reading = new Reading(source.layout);
  const dossier = source.dossier();
  const records = [{ year: 2020, result: 'qualified' } as const];
  const tooMany = { ...dossier, assessments: Array.from({ length: MAX_RECORDS + 1 }, () => records[0]) } as Dossier;
  const tooMuch = { ...dossier, probation: { years: 2 ** 40 } } as Dossier;
  expect(reading.begin(tooMany)).toBe(false);
  for (const one of [tooMany, tooMuch]) {
    expect(reading.follow(dossier)).toBe(true);
    expect(reading.follow(one)).toBe(false);
    expect(reading.follow({ ...dossier, assessments: records })).toBe(true);
    expect(said(reading.population)).toEqual(fromTheStart({ ...dossier, assessments: records }));
  }
});
