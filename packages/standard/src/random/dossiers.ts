import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier, DossierList } from '../dossier/dossier.ts';
import { otherPoints } from '../dossier/derived.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { packAt } from '../evaluate/pack-at.ts';
import { rankOn } from '../evaluate/predicate.ts';
import { anniversary, civilOf, dayOf, daysInMonth, firstDay, UNKNOWN_FIRST, yearOfDay } from '../intake/days.ts';
import { layoutFor, QUALITY_BIT } from '../intake/layout.ts';
import type { Layout, Table } from '../intake/layout.ts';
import { Population } from '../intake/population.ts';
import type { Cells, List, Rows } from '../intake/population.ts';
import { needsOf, usesOf } from '../intake/uses.ts';
import { Numbers } from './numbers.ts';
import { cellsFor, kindIn, sharesOf, sumTargets } from './sums.ts';
import type { Share, SumTarget } from './sums.ts';
import { kindsOf, targetsOf } from './targets.ts';
import type { TableTargets, Target } from './targets.ts';

/** What dossiers are drawn for: values fall on and beside what these standards and plans ask for. */
export interface RandomOptions {
  readonly packs: readonly StandardPack[];
  readonly plans?: readonly PlanForEvaluation[];
  /** Day of evaluation, `YYYY-MM-DD`; dates are drawn around it. */
  readonly asOf: string;
  /** Draw for the conditions of this level only. */
  readonly level?: TitleLevel;
  /** Every fact is stated: no unknown field, no list left out, every date to the day. */
  readonly full?: boolean;
  /** Only people who come near to everything, as those who apply do. */
  readonly strong?: boolean;
  /** About this many achievements; 12 when absent. */
  readonly achievements?: number;
  /** Keep only the columns that a condition looks at: quicker, for large populations. */
  readonly narrow?: boolean;
}

/** How a column of numbers says that nothing is known. */
const UNKNOWN_NUMBER = -1;
const YEARS_BACK = 10;
/** A list holds 31 records at most, of which others take some. */
const MOST_SHARES = 24;

/** Where the records of one list are drawn; arrays are -1 where the table has no such column. */
interface ListPlan {
  readonly id: DossierList;
  readonly table: Table;
  readonly targets: TableTargets;
  readonly experts: TableTargets;
  readonly sums: readonly SumTarget[];
  readonly kind: number;
  readonly current: number;
  readonly from: number;
  readonly to: number;
  readonly obtainedOn: number;
  readonly year: number;
}

/** What is drawn of a person: themselves with all lists but one, and that one, which most of the work goes into. */
const PERSON = 0;
const ACHIEVEMENTS = 1;

/**
 * Draws dossiers into populations. One in two has holes, few or many; some people are strong and some weak, so that all
 * four verdicts occur. The same seed gives the same dossiers in the same order: each person has two streams of their own, so
 * that their achievements may be drawn later than the rest, or never, and nobody else changes.
 */
export class DossierSource {
  readonly layout: Layout;
  /** Gives each person the beginning of their streams. */
  #people: Numbers;
  readonly #numbers = new Numbers(0);
  /** Beginnings of the streams of the people of the population at hand. */
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  readonly #header: readonly Target[];
  readonly #judgements: readonly number[];
  readonly #lists: readonly ListPlan[];
  readonly #achievements: ListPlan;
  readonly #kinds: readonly number[];
  readonly #options: RandomOptions;
  readonly #asOf: number;
  readonly #cutOff: number;
  readonly #lastYear: number;
  /** Days on which something just becomes enough. */
  readonly #turning: readonly number[];
  /** Of the dossier being drawn: how often a value is good enough, how often a fact is left out (about thousandths). */
  #strength = 500;
  #decided = 700;
  #holes = 0;
  #titleDay = 0;

  constructor(options: RandomOptions, seed: number, layout?: Layout) {
    const packs = options.packs.map((pack) => packAt(pack, options.asOf));
    const uses = usesOf(packs, options.plans, options.level);
    this.layout = layout ?? layoutFor(needsOf(uses, options.narrow));
    this.#options = options;
    this.#people = new Numbers(seed);
    const targets = targetsOf(uses, this.layout);
    const sums = sumTargets(uses, this.layout);
    const planOf = (id: DossierList): ListPlan => listPlan(id, this.layout, targets, sums.get(id) ?? []);
    this.#header = targets.get('dossier')?.[0] ?? [];
    this.#judgements = [...this.layout.judgements.values()];
    this.#lists = DOSSIER_LISTS.filter((id) => id !== 'achievements').map(planOf);
    this.#achievements = planOf('achievements');
    this.#kinds = kindsOf(uses).map((kind) => 1 + rankOn('achievement-kind', kind));
    this.#asOf = firstDay(options.asOf);
    this.#lastYear = yearOfDay(this.#asOf) - 1;
    const cutOff = options.plans?.[0]?.achievementCutOff;
    this.#cutOff = cutOff ? firstDay(cutOff) : this.#asOf;
    this.#turning = [...uses.years].map((years) => anniversary(this.#asOf, -years));
  }

  /** Goes on with the dossiers of another seed. */
  restart(seed: number): void {
    this.#people = new Numbers(seed);
  }

  /** Adds one dossier to a population of this source's layout; answers its place. */
  draw(into: Population): number {
    const index = this.drawPerson(into);
    this.#begin(index, ACHIEVEMENTS);
    this.#list(into.lists.achievements, index, this.#achievements);
    return index;
  }

  /** Adds one dossier as far as it goes without achievements; {@link drawAchievements} is to follow for all added so. */
  drawPerson(into: Population): number {
    const index = into.header.add();
    this.#lows[index] = this.#people.next() | 0;
    this.#highs[index] = this.#people.next() | 0;
    this.#begin(index, PERSON);
    const { columns } = into.header;
    this.#fill(columns, index, this.#header);
    this.#derive(into.header, index);
    const numbers = this.#numbers;
    for (const at of this.#judgements) {
      const cells = columns[at];
      if (cells && numbers.chance(this.#decided)) cells[index] = numbers.chance(this.#strength) ? 2 : 1;
    }
    for (const plan of this.#lists) this.#list(into.lists[plan.id], index, plan);
    into.size = index + 1;
    return index;
  }

  /** Adds the achievements of the first `count` people in `places`, in ascending order; the others of the population get none. */
  drawAchievements(into: Population, places: Int32Array, count: number): void {
    const list = into.lists.achievements;
    let next = 0;
    for (let index = 0; index < into.size; index += 1) {
      if (next === count || places[next] !== index) {
        list.close(index, false);
        continue;
      }
      next += 1;
      this.#begin(index, ACHIEVEMENTS);
      this.#list(list, index, this.#achievements);
    }
  }

  /** One dossier as JSON. */
  dossier(): Dossier {
    const one = new Population(this.layout, 1);
    return one.dossier(this.draw(one));
  }

  /** What follows from other facts is not drawn. */
  #derive({ table, columns }: Rows, row: number): void {
    const cells = (key: string) => columns[table.columns.get(key)?.at ?? -1];
    const other = cells('selfScore.otherHundredths');
    if (!other) return;
    const all = cells('selfScore.hundredths')?.[row] ?? UNKNOWN_NUMBER;
    const mountain = cells('selfScore.mountainHundredths')?.[row] ?? UNKNOWN_NUMBER;
    const known = all !== UNKNOWN_NUMBER && mountain !== UNKNOWN_NUMBER;
    other[row] = known ? otherPoints(all, mountain) : UNKNOWN_NUMBER;
  }

  /** Draws what a person is like, the same whenever it is asked, and goes on with one of their streams. */
  #begin(index: number, stream: typeof PERSON | typeof ACHIEVEMENTS): void {
    const numbers = this.#numbers;
    const [low, high] = [this.#lows[index] ?? 0, this.#highs[index] ?? 0];
    numbers.restart(low, high, PERSON);
    this.#strength = this.#options.strong || numbers.chance(300) ? 960 + numbers.below(40) : 350 + numbers.below(600);
    this.#decided = this.#options.strong || numbers.chance(400) ? 1000 : 600;
    this.#holes = this.#options.full || numbers.chance(500) ? 0 : numbers.pick([15, 60, 250]);
    this.#titleDay = this.#someDay(true);
    if (stream !== PERSON) numbers.restart(low, high, stream);
  }

  #list(list: List, owner: number, plan: ListPlan): void {
    const numbers = this.#numbers;
    const { id } = plan;
    const { rows } = list;
    const left = this.#isHole() && numbers.chance(500);
    const shares = left ? [] : this.#shares(plan);
    const count = left ? 0 : this.#countOf(id);
    // Achievements are as many as asked for; of other lists those that add up to a sum come on top.
    const others = id === 'achievements' ? Math.max(0, count - shares.length) : count;
    for (let place = 0; place < others + shares.length; place += 1) {
      const row = rows.add();
      // Asked for only where there is one: an index below 0 is slow.
      const share = place < others ? undefined : shares[place - others];
      const kind = id === 'achievements' ? this.#kind(rows, row, plan, share) : 0;
      this.#fill(rows.columns, row, plan.targets[kind] ?? []);
      if (share) this.#fulfil(rows, row, share);
      this.#identity(rows, row, place);
      if (id === 'workPeriods' && numbers.chance(200)) this.#endOfWork(rows, row, plan);
      if (id === 'titles' && place === 0) this.#firstTitle(rows, row, plan);
      if (id === 'assessments') this.#year(rows, row, place, plan);
      for (const inner of list.nested) this.#experts(inner, row, kind, plan);
    }
    list.close(owner, !left);
  }

  #countOf(id: DossierList): number {
    const numbers = this.#numbers;
    const mean = this.#options.achievements ?? 12;
    if (id === 'achievements') return Math.min(31, Math.max(0, mean - 4 + numbers.below(9)));
    if (id === 'assessments') return numbers.chance(150) ? numbers.below(6) : YEARS_BACK;
    if (id === 'titles') return numbers.pick([0, 1, 1, 1, 1, 2, 2, 3]);
    if (id === 'recommendations') return numbers.below(4);
    return numbers.pick([0, 1, 1, 1, 2, 2, 3]);
  }

  /** Records that reach the sums asked for of a list, or just fail to. */
  #shares({ sums }: ListPlan): readonly Share[] {
    if (sums.length === 0) return NO_SHARES;
    const numbers = this.#numbers;
    const shares = sums.flatMap((target) => {
      const isEnough = numbers.chance(this.#strength);
      return isEnough || numbers.chance(500) ? sharesOf(target, isEnough, numbers) : [];
    });
    return shares.slice(0, MOST_SHARES);
  }

  #fulfil(rows: Rows, row: number, share: Share): void {
    for (const { column, value } of cellsFor(share.way, rows.table, this.layout, this.#numbers)) {
      if (this.#isHole()) continue;
      if (column.form === 'date') this.#date(rows.columns, row, column.at, value);
      else put(rows.columns, column.at, row, value);
    }
    if (!this.#isHole()) put(rows.columns, share.at, row, share.amount);
  }

  #kind(rows: Rows, row: number, plan: ListPlan, share: Share | undefined): number {
    const asked = share && kindIn(share.way, this.#numbers);
    const code = asked
      ? 1 + rankOn('achievement-kind', asked)
      : (this.#kinds[this.#numbers.below(this.#kinds.length)] ?? 1);
    put(rows.columns, plan.kind, row, code);
    return code;
  }

  #fill(columns: readonly Cells[], row: number, targets: readonly Target[]): void {
    const numbers = this.#numbers;
    for (const target of targets) {
      // One number decides nearly all of a cell, each question by bits of its own.
      const drawn = numbers.next();
      if ((drawn & 1023) < this.#holes) continue;
      if (target.isSeldom && numbers.chance(800)) continue;
      if (target.form === 'date') this.#date(columns, row, target.at, this.#dayFor(target));
      else put(columns, target.at, row, this.#value(target, drawn >>> 10));
    }
  }

  /** A value for a cell from 22 bits: 10 for whether it is good enough, 6 for what is aimed at, 6 for how far off. */
  #value({ form, words, wanted, exact, least }: Target, drawn: number): number {
    const numbers = this.#numbers;
    const good = (drawn & 1023) < this.#strength;
    const aim = wanted[(((drawn >>> 10) & 63) * wanted.length) >>> 6];
    const off = drawn >>> 16;
    const step = (off & 1) - (good ? 0 : 1);
    switch (form) {
      case 'word': {
        if (aim === undefined || off < 4) return 1 + numbers.below(words);
        if (exact) return good ? aim : 1 + numbers.below(words);
        return clamp(aim + step, 1, words);
      }
      case 'yes':
        return good || off < 19 ? (aim ?? 2) : 3 - (aim ?? 2);
      case 'claim': {
        const claimed = clamp((aim ?? 1) + step, 1, words);
        const lowered = claimed - (off < 44 ? 0 : 1);
        return 16 * claimed + (numbers.chance(600) ? Math.max(1, lowered) : 0);
      }
      case 'number':
        return Math.max(least, (aim ?? 2) + (off % 3) - 1);
      case 'text':
        return off < 45 ? (aim ?? 1) : 1;
      case 'date':
        return 0;
      default:
        return form satisfies never;
    }
  }

  #dayFor(target: Target): number {
    const day = this.#anyDayFor(target);
    return target.isHad ? Math.min(day, this.#asOf) : day;
  }

  #anyDayFor({ field, wanted }: Target): number {
    const numbers = this.#numbers;
    const aim = wanted[numbers.below(wanted.length)];
    if (aim !== undefined && numbers.chance(500)) return aim + numbers.between(-1, 1);
    if (field === 'effectiveOn') {
      if (numbers.chance(100)) return this.#titleDay + numbers.between(-1, 1);
      if (numbers.chance(80)) return this.#cutOff + numbers.between(-1, 1);
      if (numbers.chance(750)) return numbers.between(Math.min(this.#titleDay, this.#cutOff), this.#cutOff);
    }
    if (field === 'from' && numbers.chance(700)) return this.#titleDay - numbers.below(800);
    return this.#someDay(false);
  }

  #someDay(turning: boolean): number {
    const numbers = this.#numbers;
    const aim = this.#turning[numbers.below(this.#turning.length)];
    if (aim !== undefined && numbers.chance(turning ? 350 : 150)) return aim + numbers.between(-1, 1);
    return this.#asOf - numbers.below(YEARS_BACK * 365) + (numbers.chance(40) ? 400 : 0);
  }

  #date(columns: readonly Cells[], row: number, at: number, day: number): void {
    let first = day;
    let last = day;
    if (this.#isHole()) {
      const civil = civilOf(day);
      const year = (civil / 10_000) | 0;
      const month = ((civil / 100) | 0) % 100;
      if (this.#numbers.chance(500)) [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
      else [first, last] = [dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month))];
    }
    put(columns, at, row, first);
    put(columns, at + 1, row, last);
  }

  /** Who or what a record belongs to; the same person, the same project now and then. */
  #identity({ table, columns }: Rows, row: number, place: number): void {
    const numbers = this.#numbers;
    if (table.person >= 0) {
      const person = place > 0 && numbers.chance(150) ? row - 1 : -1;
      put(columns, table.person, row, person < 0 ? place : (columns[table.person]?.[person] ?? place));
    }
    if (table.project < 0) return;
    if (place > 0 && numbers.chance(120)) {
      const other = row - 1 - numbers.below(place);
      const known = columns[table.project]?.[other] ?? 0;
      const first = known > 0 ? known : place - (row - other) + 1;
      put(columns, table.project, other, first);
      put(columns, table.project, row, first);
    }
    if (numbers.chance(600)) {
      const decided = numbers.next() & numbers.next() & QUALITIES;
      const confirmed = numbers.chance(this.#strength) ? decided : decided & numbers.next();
      put(columns, table.decided, row, decided);
      put(columns, table.confirmed, row, confirmed);
    }
  }

  #experts(list: List, owner: number, kind: number, plan: ListPlan): void {
    const has = kind === REPORT && !this.#isHole();
    const count = has ? this.#numbers.below(4) : 0;
    for (let place = 0; place < count; place += 1) {
      const row = list.rows.add();
      this.#fill(list.rows.columns, row, plan.experts[0] ?? []);
      this.#identity(list.rows, row, place);
    }
    list.close(owner, has);
  }

  /** The first title is the one the achievements are dated around. */
  #firstTitle({ columns }: Rows, row: number, { obtainedOn, current }: ListPlan): void {
    if (obtainedOn >= 0 && !this.#isHole()) this.#date(columns, row, obtainedOn, Math.min(this.#titleDay, this.#asOf));
    if (current >= 0 && this.#numbers.chance(200)) put(columns, current, row, 2);
  }

  #endOfWork({ columns }: Rows, row: number, plan: ListPlan): void {
    const from = columns[plan.from]?.[row] ?? UNKNOWN_FIRST;
    const begin = from === UNKNOWN_FIRST ? this.#someDay(false) : from;
    if (plan.to >= 0) this.#date(columns, row, plan.to, begin + this.#numbers.below(2500));
  }

  #year({ columns }: Rows, row: number, place: number, { year }: ListPlan): void {
    if (year >= 0 && !this.#isHole()) put(columns, year, row, this.#lastYear - place);
  }

  #isHole(): boolean {
    return this.#holes > 0 && this.#numbers.chance(this.#holes);
  }
}

const NO_SHARES: readonly Share[] = [];
const QUALITIES = [...QUALITY_BIT.values()].reduce((all, bit) => all | bit, 0);
const REPORT = 1 + rankOn('achievement-kind', 'report');
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

function put(columns: readonly Cells[], at: number, row: number, value: number): void {
  const cells = columns[at];
  if (cells) cells[row] = value;
}

function listPlan(
  id: DossierList,
  layout: Layout,
  targets: ReadonlyMap<Table['id'], TableTargets>,
  sums: readonly SumTarget[],
): ListPlan {
  const table = layout.lists[id];
  const at = (field: string): number => table.columns.get(field)?.at ?? -1;
  return {
    id,
    table,
    targets: targets.get(id) ?? [],
    experts: targets.get('experts') ?? [],
    sums,
    kind: at('kind'),
    current: at('current'),
    from: at('from'),
    to: at('to'),
    obtainedOn: at('obtainedOn'),
    year: at('year'),
  };
}
