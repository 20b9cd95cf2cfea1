import { HAD_FROM } from '../evaluate/up-to.ts';
import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier, DossierList } from '../dossier/dossier.ts';
import { otherPoints } from '../dossier/derived.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { packAt } from '../evaluate/pack-at.ts';
import { rankOn } from '../evaluate/predicate.ts';
import { anniversary, civilOf, dayOf, daysInMonth, firstDay, UNKNOWN_FIRST, yearOfDay } from '../intake/days.ts';
import { layoutFor, QUALITY_BIT } from '../intake/layout.ts';
import type { Layout, Table } from '../intake/layout.ts';
import { Population } from '../intake/population.ts';
import type { List, Rows } from '../intake/population.ts';
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

/**
 * Draws dossiers into populations. One in two has holes, few or many; some people are strong and some weak, so that all
 * four verdicts occur. The same seed gives the same dossiers in the same order.
 */
export class DossierSource {
  readonly layout: Layout;
  #numbers: Numbers;
  readonly #targets: ReadonlyMap<Table['id'], TableTargets>;
  readonly #sums: ReadonlyMap<DossierList, readonly SumTarget[]>;
  readonly #kinds: readonly number[];
  readonly #options: RandomOptions;
  readonly #asOf: number;
  readonly #cutOff: number;
  /** Days on which something just becomes enough. */
  readonly #turning: readonly number[];
  /** Of the dossier being drawn: how often a value is good enough, how often a fact is left out (in thousandths). */
  #strength = 500;
  #decided = 700;
  #holes = 0;
  #titleDay = 0;

  constructor(options: RandomOptions, seed: number, layout?: Layout) {
    const packs = options.packs.map((pack) => packAt(pack, options.asOf));
    const uses = usesOf(packs, options.plans, options.level);
    this.layout = layout ?? layoutFor(needsOf(uses, options.narrow));
    this.#options = options;
    this.#numbers = new Numbers(seed);
    this.#targets = targetsOf(uses, this.layout);
    this.#sums = sumTargets(uses, this.layout);
    this.#kinds = kindsOf(uses).map((kind) => 1 + rankOn('achievement-kind', kind));
    this.#asOf = firstDay(options.asOf);
    const cutOff = options.plans?.[0]?.achievementCutOff;
    this.#cutOff = cutOff ? firstDay(cutOff) : this.#asOf;
    this.#turning = [...uses.years].map((years) => anniversary(this.#asOf, -years));
  }

  /** Goes on with the dossiers of another seed. */
  restart(seed: number): void {
    this.#numbers = new Numbers(seed);
  }

  /** Adds one dossier to a population of this source's layout; answers its place. */
  draw(into: Population): number {
    const numbers = this.#numbers;
    const index = into.header.add();
    this.#strength = this.#options.strong || numbers.chance(300) ? 960 + numbers.below(40) : 350 + numbers.below(600);
    this.#decided = this.#options.strong || numbers.chance(400) ? 1000 : 600;
    this.#holes = this.#options.full || numbers.chance(500) ? 0 : (numbers.pick([15, 60, 250]) ?? 0);
    this.#titleDay = this.#someDay(true);
    this.#fill(into.header, index, '');
    this.#derive(into.header, index);
    for (const at of this.layout.judgements.values()) {
      const cells = into.header.columns[at];
      if (cells && numbers.chance(this.#decided)) cells[index] = numbers.chance(this.#strength) ? 2 : 1;
    }
    for (const id of DOSSIER_LISTS) this.#list(into.lists[id], index, id);
    into.size = index + 1;
    return index;
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

  #list(list: List, owner: number, id: DossierList): void {
    const numbers = this.#numbers;
    const left = this.#isHole() && numbers.chance(500);
    const shares = left ? [] : this.#shares(id);
    const count = left ? 0 : this.#countOf(id);
    // Achievements are as many as asked for; of other lists those that add up to a sum come on top.
    const others = id === 'achievements' ? Math.max(0, count - shares.length) : count;
    for (let place = 0; place < others + shares.length; place += 1) {
      const row = list.rows.add();
      const share = shares[place - others];
      const kind = id === 'achievements' ? this.#kind(list.rows, row, share) : '';
      this.#fill(list.rows, row, kind);
      if (share) this.#fulfil(list.rows, row, share);
      this.#identity(list, row, place);
      if (id === 'workPeriods' && numbers.chance(200)) this.#endOfWork(list.rows, row);
      if (id === 'titles' && place === 0) this.#firstTitle(list.rows, row);
      if (id === 'assessments') this.#year(list.rows, row, place);
      for (const inner of list.nested) this.#people(inner, row, kind);
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
  #shares(id: DossierList): readonly Share[] {
    const numbers = this.#numbers;
    const shares = (this.#sums.get(id) ?? []).flatMap((target) => {
      const isEnough = numbers.chance(this.#strength);
      return isEnough || numbers.chance(500) ? sharesOf(target, isEnough, numbers) : [];
    });
    return shares.slice(0, MOST_SHARES);
  }

  #fulfil(rows: Rows, row: number, share: Share): void {
    for (const { column, value } of cellsFor(share.way, rows.table, this.layout, this.#numbers)) {
      if (this.#isHole()) continue;
      if (column.form === 'date') this.#date(rows, row, column.at, value);
      else put(rows, column.at, row, value);
    }
    if (!this.#isHole()) put(rows, share.at, row, share.amount);
  }

  #kind(rows: Rows, row: number, share: Share | undefined): string {
    const asked = share && kindIn(share.way, this.#numbers);
    const code = asked
      ? 1 + rankOn('achievement-kind', asked)
      : (this.#kinds[this.#numbers.below(this.#kinds.length)] ?? 1);
    put(rows, rows.table.columns.get('kind')?.at ?? -1, row, code);
    return VALUES['achievement-kind'][code - 1] ?? '';
  }

  #fill(rows: Rows, row: number, kind: string): void {
    const targets = this.#targets.get(rows.table.id)?.byKind.get(kind as '') ?? [];
    for (const target of targets) {
      const { field, form, at } = target.column;
      if (field === 'kind') continue;
      // To leave these out is an answer, not a hole.
      if (field === 'to' || field === 'current' || this.#isHole()) continue;
      if (field === 'appointedUntil' && this.#numbers.chance(800)) continue;
      if (form === 'date') this.#date(rows, row, at, this.#had(rows.table, field, this.#dayFor(field, target)));
      else put(rows, at, row, this.#value(target));
    }
  }

  #value({ column, words, wanted, exact, least }: Target): number {
    const numbers = this.#numbers;
    const good = numbers.chance(this.#strength);
    const aim = wanted[numbers.below(wanted.length)];
    switch (column.form) {
      case 'word': {
        if (aim === undefined || numbers.chance(60)) return 1 + numbers.below(words);
        if (exact) return good ? aim : 1 + numbers.below(words);
        return clamp(aim + (good ? numbers.below(2) : numbers.between(-1, 0)), 1, words);
      }
      case 'yes':
        return good || numbers.chance(300) ? (aim ?? 2) : 3 - (aim ?? 2);
      case 'claim': {
        const claimed = clamp((aim ?? 1) + (good ? numbers.below(2) : numbers.between(-1, 0)), 1, words);
        const lowered = claimed - (numbers.chance(700) ? 0 : 1);
        return 16 * claimed + (numbers.chance(600) ? Math.max(1, lowered) : 0);
      }
      case 'number':
        return Math.max(least, (aim ?? 2) + numbers.between(-1, 1));
      case 'text':
        return numbers.chance(700) ? (aim ?? 1) : 1;
      case 'date':
        return 0;
      default:
        return column.form satisfies never;
    }
  }

  #dayFor(field: string, { wanted }: Target): number {
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

  /** What is had from a day on is had by the day of evaluation: what comes later is left out before anything looks at it. */
  #had({ id }: Table, field: string, day: number): number {
    return (HAD_FROM as Readonly<Partial<Record<Table['id'], string>>>)[id] === field ? Math.min(day, this.#asOf) : day;
  }

  #someDay(turning: boolean): number {
    const numbers = this.#numbers;
    const aim = this.#turning[numbers.below(this.#turning.length)];
    if (aim !== undefined && numbers.chance(turning ? 350 : 150)) return aim + numbers.between(-1, 1);
    return this.#asOf - numbers.below(YEARS_BACK * 365) + (numbers.chance(40) ? 400 : 0);
  }

  #date(rows: Rows, row: number, at: number, day: number): void {
    let [first, last] = [day, day];
    if (this.#isHole()) {
      const civil = civilOf(day);
      const year = (civil / 10_000) | 0;
      const month = ((civil / 100) | 0) % 100;
      if (this.#numbers.chance(500)) [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
      else [first, last] = [dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month))];
    }
    put(rows, at, row, first);
    put(rows, at + 1, row, last);
  }

  /** Who or what a record belongs to; the same person, the same project now and then. */
  #identity(list: List, row: number, place: number): void {
    const numbers = this.#numbers;
    const { table } = list.rows;
    if (table.person >= 0) {
      const person = place > 0 && numbers.chance(150) ? row - 1 : -1;
      put(list.rows, table.person, row, person < 0 ? place : (list.rows.columns[table.person]?.[person] ?? place));
    }
    if (table.project < 0) return;
    if (place > 0 && numbers.chance(120)) {
      const other = row - 1 - numbers.below(place);
      const known = list.rows.columns[table.project]?.[other] ?? 0;
      const first = known > 0 ? known : place - (row - other) + 1;
      put(list.rows, table.project, other, first);
      put(list.rows, table.project, row, first);
    }
    if (numbers.chance(600)) {
      const decided = numbers.next() & numbers.next() & QUALITIES;
      const confirmed = numbers.chance(this.#strength) ? decided : decided & numbers.next();
      put(list.rows, table.decided, row, decided);
      put(list.rows, table.confirmed, row, confirmed);
    }
  }

  #people(list: List, owner: number, kind: string): void {
    const has = kind === 'report' && !this.#isHole();
    const count = has ? this.#numbers.below(4) : 0;
    for (let place = 0; place < count; place += 1) {
      const row = list.rows.add();
      this.#fill(list.rows, row, '');
      this.#identity(list, row, place);
    }
    list.close(owner, has);
  }

  /** The first title is the one the achievements are dated around. */
  #firstTitle(rows: Rows, row: number): void {
    const column = rows.table.columns.get('obtainedOn');
    if (column && !this.#isHole()) this.#date(rows, row, column.at, Math.min(this.#titleDay, this.#asOf));
    const current = rows.table.columns.get('current');
    if (current && this.#numbers.chance(200)) put(rows, current.at, row, 2);
  }

  #endOfWork(rows: Rows, row: number): void {
    const from = rows.columns[rows.table.columns.get('from')?.at ?? -1]?.[row] ?? UNKNOWN_FIRST;
    const to = rows.table.columns.get('to');
    const begin = from === UNKNOWN_FIRST ? this.#someDay(false) : from;
    if (to) this.#date(rows, row, to.at, begin + this.#numbers.below(2500));
  }

  #year(rows: Rows, row: number, place: number): void {
    const column = rows.table.columns.get('year');
    if (column && !this.#isHole()) put(rows, column.at, row, yearOfDay(this.#asOf) - 1 - place);
  }

  #isHole(): boolean {
    return this.#holes > 0 && this.#numbers.chance(this.#holes);
  }
}

const QUALITIES = [...QUALITY_BIT.values()].reduce((all, bit) => all | bit, 0);
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

function put(rows: Rows, at: number, row: number, value: number): void {
  const cells = rows.columns[at];
  if (cells) cells[row] = value;
}
