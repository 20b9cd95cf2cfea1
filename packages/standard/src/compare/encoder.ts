import { leastYears } from '../language/node.ts';
import { addYears, dayNumber } from '../evaluate/dates.ts';
import type { DossierList } from '../dossier/dossier.ts';
import type { AtLeastNode } from '../kinds/at-least.ts';
import type { CountNode } from '../kinds/count.ts';
import type { SumNode } from '../kinds/sum.ts';
import type { TenureNode } from '../kinds/tenure.ts';
import type { Node } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import { rankOn } from '../evaluate/predicate.ts';
import { and, atLeast, integer, not, or } from './world.ts';
import type { World } from './world.ts';
import type { Bounds } from './bounds.ts';
import { fieldSymbol, predicateFormula, presence } from './predicates.ts';
import type { Place } from './predicates.ts';

/** For each achievement, the formula that it serves an item. */
export type Owners = readonly ((item: number) => string)[];

/** How the competing items of a block may be shared out; known ways are tried, a new one is added when it turns up. */
export interface Sharing {
  /** The owners to try for a block; each of them alone is enough for the block to hold. */
  owners(block: AtLeastNode, id: string): readonly Owners[];
}

/** A judgement of one standard under the name under which both standards know it; null when it is taken as given. */
export type JudgementName = (node: Node) => string | null;

/** States that one standard is met by the unknown dossier. */
export class Encoder {
  readonly #pack: StandardPack;
  readonly #world: World;
  readonly #bounds: Bounds;
  readonly #index: ReadonlyMap<string, Node>;
  readonly #sharing: Sharing;
  readonly #judgement: JudgementName;
  readonly #takesAchievements: boolean;
  readonly #rules = new Map<number, string>();
  /** Conditions that are not looked into: the same condition in both standards is the same unknown. */
  readonly abstracted = new Map<string, Node>();

  constructor(
    pack: StandardPack,
    world: World,
    bounds: Bounds,
    index: ReadonlyMap<string, Node>,
    sharing: Sharing,
    judgement: JudgementName,
    takesAchievements = false,
  ) {
    this.#pack = pack;
    this.#world = world;
    this.#bounds = bounds;
    this.#index = index;
    this.#sharing = sharing;
    this.#judgement = judgement;
    this.#takesAchievements = takesAchievements;
  }

  /** That the condition is met. `serves` limits the achievements to those of one item. */
  met(node: Node, serves?: (slot: number) => string): string {
    // What is taken as given cannot keep anybody out: a proof without it is a proof.
    if (this.#takesAchievements && 'list' in node && node.list === 'achievements') return 'true';
    switch (node.kind) {
      case 'all':
        return and(node.of.map((child) => this.met(child, serves)));
      case 'any':
        return or(node.of.map((child) => this.met(child, serves)));
      case 'not':
        return not(this.met(node.of, serves));
      case 'ref':
        return this.met(this.#node(node.to), serves);
      case 'atLeast':
        return node.compete && this.#competes && !this.#takesAchievements
          ? this.#items(node, node.id)
          : atLeast(
              node.n,
              node.of.map((child) => this.met(child, serves)),
            );
      case 'again': {
        const target = this.#node(node.to);
        if (target.kind !== 'atLeast') return 'false';
        return this.#competes && !this.#takesAchievements
          ? this.#items({ ...target, n: node.n }, node.id)
          : this.met({ ...target, n: node.n, compete: false }, serves);
      }
      case 'count':
        return this.#count(node, serves);
      case 'sum':
        return this.#sum(node, serves);
      case 'fact':
        return predicateFormula(this.#world, node.test, { subject: 'dossier', path: [] }, true);
      case 'tenure':
        return this.#tenure(node);
      case 'elapsed': {
        const since = fieldSymbol(this.#world, { subject: 'dossier', path: [] }, node.since.path, { form: 'date' });
        return `(<= ${since} ${integer(dayNumber(addYears(this.#world.asOf, -node.years)))})`;
      }
      case 'yearly': {
        if (typeof node.from === 'number') {
          const recent: Place = { subject: 'assessments', path: [`assessments:last-${node.from}`] };
          return predicateFormula(this.#world, node.must, recent, true);
        }
        // Nobody has a title in a dossier without room for one, and then nothing is asked.
        if (this.#bounds.titles === 0) return leastYears(node) === 0 ? 'true' : 'false';
        const place = (when: string): Place => ({ subject: 'assessments', path: [`assessments:${when}`] });
        const later = predicateFormula(this.#world, node.must, place('later'), true);
        const first = predicateFormula(this.#world, node.must, place('first'), true);
        const titled = presence(this.#world, { subject: 'titles', path: ['titles', 0] });
        const each = node.from === 'title-year' ? and([first, later]) : later;
        return leastYears(node) === 0 ? `(=> ${titled} ${each})` : and([titled, each]);
      }
      case 'judge':
      case 'outside': {
        const name = this.#judgement(node);
        return name === null ? 'true' : this.#world.symbol(`judgement:${name}`, { form: 'yes' }, 'judgement', [name]);
      }
      case 'every':
        return this.#abstract(node);
      default:
        return node satisfies never;
    }
  }

  #node(id: string): Node {
    const found = this.#index.get(id);
    if (!found) throw new Error(`没有条件 ${id}`);
    return found;
  }

  get #competes(): boolean {
    return this.#pack.counting.some(({ rule }) => rule === 'one-item-each');
  }

  #abstract(node: Node): string {
    const { id: _id, label: _label, text: _text, readings: _readings, note: _note, ...content } = node;
    const key = JSON.stringify(content);
    this.abstracted.set(key, node);
    return this.#world.symbol(`condition:${key.replaceAll(/[|\\]/gu, '¦')}`, { form: 'yes' }, 'help');
  }

  #places(list: DossierList): readonly Place[] {
    return Array.from({ length: this.#bounds[list] }, (_, index) => ({ subject: list, path: [list, index] }));
  }

  /** That a record is there, counts by the rules of the standard and fulfils the condition's own words. */
  #fits(node: CountNode | SumNode, place: Place, slot: number, serves?: (slot: number) => string): string {
    const world = this.#world;
    const qualities = node.qualities.map((quality) =>
      fieldSymbol(world, place, ['qualities', quality], { form: 'yes' }),
    );
    const counts =
      node.list === 'achievements' ? [this.#countable(place, slot), ...(serves ? [serves(slot)] : [])] : [];
    return and([presence(world, place), ...counts, predicateFormula(world, node.where, place, true), ...qualities]);
  }

  #countable(place: Place, slot: number): string {
    const known = this.#rules.get(slot);
    if (known !== undefined) return known;
    const world = this.#world;
    const effective = fieldSymbol(world, place, ['effectiveOn'], { form: 'date' });
    const parts = this.#pack.counting.flatMap((rule) => {
      switch (rule.rule) {
        case 'after-current-title': {
          if (this.#bounds.titles === 0) return [];
          const title: Place = { subject: 'titles', path: ['titles', 0] };
          const obtained = fieldSymbol(world, title, ['obtainedOn'], { form: 'date' });
          const later = `(=> ${presence(world, title)} (${rule.inclusive ? '>=' : '>'} ${effective} ${obtained}))`;
          return [rule.when ? or([predicateFormula(world, rule.when, place, false), later]) : later];
        }
        case 'where': {
          const holds = predicateFormula(world, rule.where, place, true);
          return [rule.when ? or([predicateFormula(world, rule.when, place, false), holds]) : holds];
        }
        case 'until-cut-off':
        // Only plans have it, and standards are compared without one.
        case 'unless-unproven':
        case 'one-per-project':
        case 'one-item-each':
          return [];
        default:
          return rule satisfies never;
      }
    });
    const formula = and(parts);
    this.#rules.set(slot, formula);
    return formula;
  }

  /** Records of which one counts for all: an earlier one of the same project and kind stands for a later one. */
  #distinct(fits: readonly string[], list: DossierList): readonly string[] {
    const once = this.#pack.counting.find((rule) => rule.rule === 'one-per-project');
    if (list !== 'achievements' || once?.rule !== 'one-per-project') return fits;
    return fits.map((fit, slot) => {
      const earlier = fits.slice(0, slot).map((other, before) => and([other, this.sameToken(before, slot)]));
      return earlier.length === 0 ? fit : and([fit, not(or(earlier))]);
    });
  }

  /** That two achievements are of one project and count as one kind. */
  sameToken(a: number, b: number): string {
    const world = this.#world;
    const once = this.#pack.counting.find((rule) => rule.rule === 'one-per-project');
    if (once?.rule !== 'one-per-project') return 'false';
    const place = (slot: number): Place => ({ subject: 'achievements', path: ['achievements', slot] });
    const project = (slot: number): string =>
      fieldSymbol(world, place(slot), ['project'], { form: 'index', most: this.#bounds.achievements });
    const kind = (slot: number): string =>
      fieldSymbol(world, place(slot), ['kind'], { form: 'word', scale: 'achievement-kind' });
    const among = (slot: number, kinds: readonly string[]): string =>
      or(kinds.map((one) => `(= ${kind(slot)} ${rankOn('achievement-kind', one)})`));
    const sameKind = or([
      `(= ${kind(a)} ${kind(b)})`,
      ...once.sameKind.map((kinds) => and([among(a, kinds), among(b, kinds)])),
    ]);
    const covered = once.kinds === undefined ? [] : [among(a, once.kinds), among(b, once.kinds)];
    return and([`(> ${project(a)} 0)`, `(= ${project(a)} ${project(b)})`, sameKind, ...covered]);
  }

  #count(node: CountNode, serves?: (slot: number) => string): string {
    if (node.list === 'assessments') return this.#abstract(node);
    const fits = this.#places(node.list).map((place, slot) => this.#fits(node, place, slot, serves));
    return atLeast(node.min, this.#distinct(fits, node.list));
  }

  #sum(node: SumNode, serves?: (slot: number) => string): string {
    if (node.list === 'assessments') return this.#abstract(node);
    const places = this.#places(node.list);
    const fits = this.#distinct(
      places.map((place, slot) => this.#fits(node, place, slot, serves)),
      node.list,
    );
    const parts = places.map((place, slot) => {
      const amount = fieldSymbol(this.#world, place, node.field.path, { form: 'number' });
      return `(ite ${fits[slot] ?? 'false'} ${amount} 0)`;
    });
    return parts.length === 0 ? 'false' : `(>= (+ 0 ${parts.join(' ')}) ${node.min})`;
  }

  /** Work goes on to the day of evaluation, so that years are full when both title and work began early enough. */
  #tenure(node: TenureNode): string {
    const world = this.#world;
    const rule = this.#pack.tenure;
    const last =
      rule === 'YEAR_DIFF' ? `${Number(world.asOf.slice(0, 4)) - node.years}-12-31` : addYears(world.asOf, -node.years);
    const early = (symbol: string): string => `(<= ${symbol} ${integer(dayNumber(last))})`;
    const { since, work } = node;
    const titled =
      since === null
        ? 'true'
        : or(
            this.#places('titles').map((place) =>
              and([
                presence(world, place),
                predicateFormula(world, since, place, true),
                early(
                  fieldSymbol(world, place, [node.base === 'obtained' ? 'obtainedOn' : 'appointedOn'], {
                    form: 'date',
                  }),
                ),
              ]),
            ),
          );
    if (work === null) return titled;
    const worked = this.#places('workPeriods').map((place) =>
      and([
        presence(world, place),
        predicateFormula(world, work, place, true),
        early(fieldSymbol(world, place, ['from'], { form: 'date' })),
      ]),
    );
    return and([titled, or(worked)]);
  }

  #items(node: AtLeastNode, id: string): string {
    return or(
      this.#sharing.owners(node, id).map((owners) =>
        atLeast(
          node.n,
          node.of.map((child, item) => this.met(child, (slot) => owners[slot]?.(item) ?? 'false')),
        ),
      ),
    );
  }
}
