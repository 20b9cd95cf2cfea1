import { type Level, type Node, partsOf, type RouteId } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import { VALUES } from '../vocabulary/values.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';
import { type Threshold, type Way, waysOf } from './thresholds.ts';

/** A clause that something in the outline comes from. */
export interface OutlineClause {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** n records of one kind in one way, as one clause asks for them. */
export interface KindDemand extends OutlineClause {
  readonly kind: string;
  readonly min: number;
  readonly way: Way;
  /** It must be there; otherwise it is one of several possibilities. */
  readonly required: boolean;
}

/** What one route of one level asks, in measures that any two standards share. */
export interface Outline {
  /** Years by the education or degree a person has, weak to strong; null where no way is open with it. */
  readonly years: readonly {
    readonly education: string;
    readonly name: string;
    readonly years: number | null;
    readonly clause: OutlineClause | null;
  }[];
  /** Blocks of the form "n of m". */
  readonly choices: readonly (OutlineClause & { readonly need: number; readonly of: number })[];
  readonly kinds: readonly KindDemand[];
  /** Experts who recommend: how many, of which title. */
  readonly experts: readonly (OutlineClause & { readonly min: number; readonly way: Way })[];
  /** Facts of the person, assessments, waiting times. */
  readonly facts: readonly (OutlineClause & { readonly key: string })[];
  /** Amounts that records have to reach together. */
  readonly sums: readonly (OutlineClause & { readonly field: string; readonly min: number })[];
  /** What a person must decide. */
  readonly judged: readonly OutlineClause[];
  /** What other documents decide. */
  readonly outside: readonly (OutlineClause & { readonly document: string })[];
}

/** Weak to strong, as both educations and degrees can be read. */
const EDUCATIONS = ['secondary', 'college', 'bachelor', 'master', 'doctor'] as const;

/** Reads the conditions of a route, references followed. */
export function outlineOf(pack: StandardPack, level: Level, route: RouteId): Outline | null {
  const found = level.routes.find((one) => one.route === route);
  if (!found) return null;
  const reader = new OutlineReader(pack);
  reader.read(found.node, { required: true, spoken: clauseOf(found.node) });
  return reader.outline();
}

const clauseOf = ({ id, label, text }: Node): OutlineClause => ({ id, label, text });

interface Place {
  readonly required: boolean;
  /** The nearest condition above that has words of its own. */
  readonly spoken: OutlineClause;
}
interface YearsWay {
  /** The weakest education that opens it, by its place; -1 where any will do. */
  readonly from: number;
  readonly years: number;
  readonly clause: OutlineClause;
}

class OutlineReader {
  readonly #pack: StandardPack;
  readonly #nodes = new Map<string, Node>();
  readonly #seen = new Set<string>();
  readonly #years: YearsWay[] = [];
  /** Years already read together with the education beside them. */
  readonly #read = new Set<string>();
  readonly #choices: Outline['choices'][number][] = [];
  readonly #kinds: KindDemand[] = [];
  readonly #experts: Outline['experts'][number][] = [];
  readonly #facts: Outline['facts'][number][] = [];
  readonly #sums: Outline['sums'][number][] = [];
  readonly #judged: OutlineClause[] = [];
  readonly #outside: Outline['outside'][number][] = [];

  constructor(pack: StandardPack) {
    this.#pack = pack;
    const visit = (node: Node): void => {
      this.#nodes.set(node.id, node);
      for (const part of partsOf(node)) visit(part);
    };
    for (const node of pack.shared) visit(node);
    for (const { routes } of pack.levels) for (const { node } of routes) visit(node);
  }

  read(given: Node, place: Place): void {
    const node = given.kind === 'ref' ? this.#nodes.get(given.to) : given;
    if (!node || this.#seen.has(node.id)) return;
    this.#seen.add(node.id);
    const here = { ...place, spoken: node.text === '' && node.label === '' ? place.spoken : clauseOf(node) };
    const clause = here.spoken;
    switch (node.kind) {
      case 'all':
        this.#readYears(node, here);
        for (const part of node.of) this.read(part, here);
        return;
      case 'any':
        this.#readYearless(node, here);
        for (const part of node.of) this.read(part, { ...here, required: false });
        return;
      case 'atLeast':
        this.#choices.push({ ...clause, need: node.n, of: node.of.length });
        for (const part of node.of) this.read(part, { ...here, required: false });
        return;
      case 'again':
        this.#choices.push({ ...clause, need: node.n, of: this.#sizeOf(node.to) });
        return;
      case 'not':
        return;
      case 'count':
        this.#count(node, here);
        return;
      case 'tenure':
        // Inside an `all` it was read together with the education beside it.
        if (!this.#read.has(node.id)) this.#addYears(node, -1, clause);
        return;
      case 'judge':
        this.#judged.push(clause);
        return;
      case 'outside': {
        const document = this.#pack.outside.find(({ id }) => id === node.slot)?.document ?? node.slot;
        this.#outside.push({ ...clause, document });
        return;
      }
      case 'fact':
        for (const way of waysOf(node.test)) {
          for (const fact of [
            ...way.facts,
            ...way.thresholds.map(({ field, word, at }) => `${field}>=${word || at}`),
          ]) {
            this.#facts.push({ ...clause, key: fact });
          }
        }
        return;
      case 'ref':
        return;
      case 'sum':
        this.#sums.push({ ...clause, field: node.field.name, min: node.min });
        return;
      case 'elapsed':
      case 'every':
      case 'yearly':
        // Assessments by year and waiting times: named by their kind and the list they read.
        this.#facts.push({ ...clause, key: `${node.kind}:${'list' in node ? node.list : ''}` });
        return;
      default:
        node satisfies never;
    }
  }

  #sizeOf(id: string): number {
    const node = this.#nodes.get(id);
    return node ? partsOf(node).length : 0;
  }

  #count(node: Extract<Node, { kind: 'count' }>, { required, spoken }: Place): void {
    const clause = node.text === '' ? spoken : clauseOf(node);
    if (node.list === 'recommendations') {
      const [way] = waysOf(node.where);
      if (way) this.#experts.push({ ...clause, min: node.min, way });
    } else if (node.list === 'achievements') {
      for (const way of waysOf(node.where)) {
        if (way.kind !== null) this.#kinds.push({ ...clause, kind: way.kind, min: node.min, way, required });
      }
    }
  }

  /** Years that stand beside an education in one `all` hold for that education and every higher one. */
  #readYears(node: Extract<Node, { kind: 'all' }>, { spoken }: Place): void {
    const tenures = node.of.flatMap((part) => this.#leaves(part, 'tenure'));
    if (tenures.length === 0) return;
    const beside = node.of.flatMap((part) => this.#leaves(part, 'count'));
    const educations = beside.flatMap(placeOfEducation);
    // A way for skilled workers or graduates of technician schools is not open by an education of this list.
    const opens = educations.length > 0 || !beside.some(isOwnWay);
    for (const tenure of tenures) {
      if (tenure.kind !== 'tenure' || this.#read.has(tenure.id)) continue;
      this.#read.add(tenure.id);
      if (opens) this.#addYears(tenure, educations.length === 0 ? -1 : Math.min(...educations), spoken);
    }
  }

  /** Beside alternatives that ask for years, one that asks for an education alone asks for none. */
  #readYearless(node: Extract<Node, { kind: 'any' }>, { spoken }: Place): void {
    if (!node.of.some((part) => this.#hasTenure(part))) return;
    for (const part of node.of) {
      const own = part.kind === 'ref' ? this.#nodes.get(part.to) : part;
      if (!own || this.#hasTenure(own)) continue;
      const inside = own.kind === 'all' ? own.of : [own];
      const educations = inside.flatMap((one) => this.#leaves(one, 'count')).flatMap(placeOfEducation);
      const clause = own.text === '' ? spoken : clauseOf(own);
      if (educations.length > 0) this.#years.push({ from: Math.min(...educations), years: 0, clause });
    }
  }

  #hasTenure(given: Node): boolean {
    const node = given.kind === 'ref' ? this.#nodes.get(given.to) : given;
    return node !== undefined && (node.kind === 'tenure' || partsOf(node).some((part) => this.#hasTenure(part)));
  }

  #addYears(node: Extract<Node, { kind: 'tenure' }>, from: number, spoken: OutlineClause): void {
    this.#years.push({
      from,
      years: node.years,
      clause: spoken.label === '' ? clauseOf(node) : spoken,
    });
  }

  /** Leaves of a kind below a part of an `all`, through alternatives but not through another `all`. */
  #leaves(given: Node, kind: 'tenure' | 'count'): readonly Node[] {
    const node = given.kind === 'ref' ? this.#nodes.get(given.to) : given;
    if (!node) return [];
    if (node.kind === kind) return [node];
    return node.kind === 'any' ? node.of.flatMap((part) => this.#leaves(part, kind)) : [];
  }

  outline(): Outline {
    const { vocabulary } = this.#pack;
    return {
      years: EDUCATIONS.map((education, place) => {
        const open = this.#years.filter(({ from }) => from <= place);
        const least = open.toSorted((a, b) => a.years - b.years)[0];
        return {
          education,
          name: wordLabel(vocabulary, 'education', education),
          years: least?.years ?? null,
          clause: least?.clause ?? null,
        };
      }),
      choices: this.#choices,
      kinds: this.#kinds,
      experts: this.#experts,
      facts: this.#facts,
      sums: this.#sums,
      judged: this.#judged,
      outside: this.#outside,
    };
  }
}

const isOwnWay = (node: Node): boolean =>
  node.kind === 'count' && (node.list === 'educations' || node.list === 'degrees' || node.list === 'skills');

/** The place of the weakest education or degree a count over them accepts; nothing where it asks for something else. */
function placeOfEducation(node: Node): readonly number[] {
  if (node.kind !== 'count' || (node.list !== 'educations' && node.list !== 'degrees')) return [];
  const field = node.list === 'educations' ? 'level' : 'degree';
  return waysOf(node.where).flatMap((way) => {
    const exact = way.facts.flatMap((fact) => (fact.startsWith(`${field}=`) ? [fact.slice(field.length + 1)] : []));
    const words = [...exact, ...way.thresholds.flatMap((one) => (one.field === field ? [one.word] : []))];
    return words.flatMap((word) => {
      // A second bachelor's degree stands between bachelor and master: only from master on it is there for sure.
      const education = word === 'second-bachelor' ? 'master' : word;
      const place = EDUCATIONS.indexOf(education as (typeof EDUCATIONS)[number]);
      return place < 0 ? [] : [place];
    });
  });
}

const NAMED_SCALES: ReadonlySet<string> = new Set(['benefit', 'effect']);

/** A threshold in words: 级别省（部）级以上, 名次 3 以内. */
export function sayThreshold(threshold: Threshold, pack: StandardPack): string {
  const { name, scale, at, upTo, word } = threshold;
  if (scale === null) return upTo ? `${name} ${at} 以内` : `${name} ${at} 以上`;
  const top = VALUES[scale].at(-1) === word;
  // A level or role names itself, a degree word (较高) does not say of what.
  const whose = NAMED_SCALES.has(scale) ? name : '';
  return `${whose}${wordLabel(pack.vocabulary, scale, word)}${top ? '' : upTo ? '以下' : '以上'}`;
}
