import type { NodeBase } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import type { State } from '../language/state.ts';
import { anyOf, lower, rankOf } from '../language/state.ts';
import { dayRange } from '../evaluate/dates.ts';
import { leaf } from '../evaluate/outcome.ts';
import { compilePredicate } from '../evaluate/predicate.ts';
import type { Run } from '../evaluate/run.ts';
import type { WrittenPeriod } from '../evaluate/tenure.ts';
import { tenureState } from '../evaluate/tenure.ts';
import type { Title } from '../dossier/dossier.ts';
import type { Cursor } from '../authoring/cursor.ts';
import type { Kind, ParseContext } from './kind.ts';

/** `years` of work that fulfils `work`, since a title that fulfils `since` (obtained or appointed), by the tenure rule. */
export interface TenureNode extends NodeBase {
  readonly kind: 'tenure';
  readonly since: Predicate | null;
  readonly base: 'obtained' | 'appointed';
  /** Which work counts; null for the time since the title alone, whatever the work. */
  readonly work: Predicate | null;
  readonly years: number;
}

/** 从事本专业或相近专业技术工作, meant where a pack writes no `work`. */
const SAME_OR_NEAR: Predicate = {
  op: 'word',
  field: { path: ['relation'], name: '专业关系' },
  scale: 'relation',
  comparison: '>=',
  value: 'near',
};
const ANY_WORK: Predicate = { op: 'and', of: [] };

interface Candidate {
  readonly state: State;
  readonly years: number;
  readonly note: () => string;
  readonly unknown: readonly string[];
}

export const tenure: Kind<TenureNode> = {
  key: 'tenure',
  keys: ['since', 'base', 'work'],
  parse(value, map, base, context) {
    const years = context.integer(value);
    const written = map.get('since');
    const since = written ? context.predicate(written, 'titles') : null;
    const work = map.get('work');
    const basis = map.optionalText('base') ?? 'obtained';
    if (basis !== 'obtained' && basis !== 'appointed') {
      map.get('base')?.fail('base 只能是 obtained（取得）或 appointed（聘任）');
      return null;
    }
    if ((written && !since) || (basis === 'appointed' && !written)) {
      if (!written) map.fail('按聘任计算需要 since');
      return null;
    }
    const predicate = parseWork(work, context);
    if (predicate === null && !written) work?.fail('work: title 需要 since');
    return { ...base, kind: 'tenure', since, base: basis, work: predicate, years };
  },
  evaluate(node, run) {
    const candidates = candidatesOf(node, run);
    if (!candidates) return leaf(node, 'missing', { need: node.years, unit: '年', unknown: [run.listTitle('titles')] });
    const best = candidates.toSorted((a, b) => rankOf(b.state) - rankOf(a.state) || b.years - a.years)[0];
    if (!best) return leaf(node, 'unmet', { need: node.years, have: 0, unit: '年', notes: ['没有符合要求的职称'] });
    return leaf(node, anyOf(candidates.map((candidate) => candidate.state)), {
      need: node.years,
      have: best.years,
      unit: '年',
      notes: [best.note()],
      unknown: [...best.unknown],
    });
  },
};

function parseWork(work: Cursor | undefined, context: ParseContext): Predicate | null {
  if (!work) return SAME_OR_NEAR;
  if (work.scalar() === 'title') return null;
  if (work.scalar() === 'any') return ANY_WORK;
  return context.predicate(work, 'workPeriods');
}

/**
 * One candidate for each title that may fulfil `since`, a single one for all appointments together, a single one without
 * `since`; null when titles are unknown.
 */
function candidatesOf(node: TenureNode, run: Run): readonly Candidate[] | null {
  if (!node.since) return [measure(node, run, null, workOf(node, run))];
  const titles = run.dossier.titles;
  if (!titles) return null;
  const fits = compilePredicate(node.since);
  const possible = titles.map((title) => ({ title, state: fits(title) })).filter(({ state }) => state !== 'unmet');
  if (node.base === 'appointed') return appointedCandidates(node, run, possible);
  return possible.map(({ title, state }) => {
    if (title.obtainedOn === undefined) return unknownStart('职称取得日期');
    const measured = measure(node, run, title.obtainedOn, workSince(node, run, title.obtainedOn));
    return { ...measured, state: lower(measured.state, state) };
  });
}

interface Held {
  readonly title: Title;
  readonly state: State;
}

/** 任职 may be interrupted and taken up again, each time a title of its own: the days of all appointments are added up, none twice. */
function appointedCandidates(node: TenureNode, run: Run, held: readonly Held[]): readonly Candidate[] {
  const unknown = held.filter(({ title }) => title.appointedOn === undefined).map(() => unknownStart('职称聘任日期'));
  const appointments = held.flatMap(({ title, state }) =>
    title.appointedOn === undefined
      ? []
      : [{ from: heldFrom(title, title.appointedOn), to: title.appointedUntil, state }],
  );
  const first = appointments.map(({ from }) => from).toSorted()[0];
  if (first === undefined) return unknown;
  const work = node.work === null ? null : workOf(node, run);
  const periods: readonly WrittenPeriod[] = work
    ? appointments.flatMap((within) => work.map((period) => ({ ...period, within })))
    : appointments;
  return [...unknown, measure(node, run, first, periods, appointments.length)];
}

/** An appointment counts from when the title was had: 取得资格并担任职务 are both needed. */
const heldFrom = ({ obtainedOn }: Title, appointedOn: string): string =>
  obtainedOn !== undefined && dayRange(obtainedOn).first > dayRange(appointedOn).last ? obtainedOn : appointedOn;

const unknownStart = (what: string): Candidate => ({
  state: 'missing',
  years: 0,
  note: () => '',
  unknown: [what],
});

/** The work that may count; where it is unknown, any: it cannot exceed the time since the title. */
function workOf(node: TenureNode, run: Run): readonly WrittenPeriod[] {
  const written = run.dossier.workPeriods;
  if (!written) return [{ from: undefined, to: undefined, state: 'missing' }];
  const test = node.work ? compilePredicate(node.work) : null;
  return written.map((period) => ({ from: period.from, to: period.to, state: test ? test(period) : 'met' }));
}

const workSince = (node: TenureNode, run: Run, start: string): readonly WrittenPeriod[] =>
  node.work === null ? [{ from: start, to: undefined, state: 'met' }] : workOf(node, run);

function measure(
  node: TenureNode,
  run: Run,
  start: string | null,
  periods: readonly WrittenPeriod[],
  appointments = 1,
): Candidate {
  const rule = run.context.tenure;
  const written = run.dossier.workPeriods;
  const { state, least, most } = tenureState(node.base === 'appointed' ? null : start, periods, rule, node.years);
  const known = state === 'missing' ? most : least;
  const note = (): string => {
    const basis = rule.rule === 'YEAR_DIFF' ? `按年份差算至 ${rule.year} 年` : `按周年算至 ${rule.date}`;
    const several = appointments > 1 ? `任职 ${appointments} 段相加，` : '';
    const since = start === null ? '' : `自 ${start} 起，${several}`;
    // Without a title to start from and without any work stated, only the calendar would bound the years.
    const bounded = start !== null || written !== undefined;
    const amount = bounded ? `${state === 'missing' ? '至多 ' : ''}${known.years} 年` : '工作经历不明';
    const soon = state === 'unmet' && least.reachedOn ? `，${least.reachedOn} 起满 ${node.years} 年` : '';
    return `${since}${basis}，${amount}${soon}`;
  };
  return {
    state,
    years: known.years,
    note,
    unknown: state === 'missing' ? [written ? '工作经历的日期或专业关系' : '工作经历'] : [],
  };
}
