import type { NodeBase } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import type { State } from '../language/state.ts';
import { anyOf, lower, rankOf } from '../language/state.ts';
import { leaf } from '../evaluate/outcome.ts';
import { compilePredicate } from '../evaluate/predicate.ts';
import type { Run } from '../evaluate/run.ts';
import { tenureState } from '../evaluate/tenure.ts';
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
  readonly note: string;
  readonly unknown: readonly string[];
  readonly reachedOn: string | null;
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
      notes: [best.note],
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

/** One candidate for each title that may fulfil `since`; a single one without `since`; null when titles are unknown. */
function candidatesOf(node: TenureNode, run: Run): readonly Candidate[] | null {
  if (!node.since) return [measure(node, run, null, undefined, 'met')];
  const titles = run.dossier.titles;
  if (!titles) return null;
  const fits = compilePredicate(node.since);
  return titles.flatMap((title) => {
    const state = fits(title);
    if (state === 'unmet') return [];
    const start = node.base === 'obtained' ? title.obtainedOn : title.appointedOn;
    if (start === undefined) {
      const unknown = [node.base === 'obtained' ? '职称取得日期' : '职称聘任日期'];
      return [{ state: 'missing' as const, years: 0, note: '', unknown, reachedOn: null }];
    }
    return [measure(node, run, start, node.base === 'appointed' ? title.appointedUntil : undefined, state)];
  });
}

function measure(
  node: TenureNode,
  run: Run,
  start: string | null,
  until: string | undefined,
  titleState: State,
): Candidate {
  const rule = run.context.tenure;
  const written = run.dossier.workPeriods;
  const test = node.work ? compilePredicate(node.work) : null;
  // Work is unknown: whatever it was, it cannot exceed the time since the title.
  const periods = written
    ? written.map((period) => ({ from: period.from, to: period.to, state: test ? test(period) : ('met' as const) }))
    : [{ from: undefined, to: undefined, state: 'missing' as const }];
  const onlyTitle = node.work === null && start !== null;
  const counted = onlyTitle ? [{ from: start, to: until, state: 'met' as const }] : periods;
  const limited = until === undefined ? counted : counted.map((period) => ({ ...period, to: period.to ?? until }));
  const { state, least, most } = tenureState(start, limited, rule, node.years);
  const known = state === 'missing' ? most : least;
  const basis = rule.rule === 'YEAR_DIFF' ? `按年份差算至 ${rule.year} 年` : `按周年算至 ${rule.date}`;
  const since = start === null ? '' : `自 ${start} 起，`;
  // Without a title to start from and without any work stated, only the calendar would bound the years.
  const bounded = start !== null || written !== undefined;
  const amount = bounded ? `${state === 'missing' ? '至多 ' : ''}${known.years} 年` : '工作经历不明';
  const soon = state === 'unmet' && least.reachedOn ? `，${least.reachedOn} 起满 ${node.years} 年` : '';
  return {
    state: lower(state, titleState),
    years: known.years,
    note: `${since}${basis}，${amount}${soon}`,
    unknown: state === 'missing' ? [written ? '工作经历的日期或专业关系' : '工作经历'] : [],
    reachedOn: least.reachedOn,
  };
}
