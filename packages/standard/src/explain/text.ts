import { MARK_LABELS } from '../language/pack.ts';
import { quantity } from './quantity.ts';
import { DEFENCE_LABELS, defenceReasonText, STATE_LABELS, VERDICT_LABELS } from './view.ts';
import type { ConditionRow, EvaluationView, ReadingView, RouteView } from './view.ts';

const MARKS = { met: '✓', judge: '△', missing: '？', unmet: '✗' } as const;
/** Characters that take two columns in a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2460-\u2473]/u;

const width = (text: string): number => Array.from(text).reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);
const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

/** Evidence worth a line of its own; that a diploma or title is there the condition says itself. */
const isShown = ({ id }: { readonly id: string }): boolean =>
  !/^(educations|degrees|titles|workPeriods|assessments)\./.test(id);

/** The answer as text for a terminal: verdict, routes, the tree of each with what counted and what did not; then what is lacking. */
export function evaluationText(view: EvaluationView, gaps: readonly string[] = []): string {
  const { tenure } = view;
  const rule = tenure.rule === 'YEAR_DIFF' ? `按年份差算至 ${tenure.year} 年` : `按周年算至 ${tenure.date}`;
  const best = view.routes.find(({ route }) => route === view.best);
  const printer = new Printer();
  const lines = [
    `${view.standard.name}（${view.standard.number}）`,
    ...(view.standard.mark ? [`〔${MARK_LABELS[view.standard.mark.kind]}〕${view.standard.mark.note}`] : []),
    ...(view.plan ? [`年度计划：${view.plan.name}`] : []),
    `申报层级：${view.level.name}（${view.level.label}）`,
    `评估日：${view.asOf}；资历${rule}；业绩截至 ${view.achievementCutOff}`,
    '',
    `结论：${VERDICT_LABELS[view.verdict]}${best ? `（${best.name}）` : ''}`,
    ...view.routes.flatMap((route) => ['', ...printer.route(route)]),
    ...defenceLines(view),
    ...achievementLines(view),
    ...gaps,
    ...printer.readings(),
  ];
  return `${lines.join('\n')}\n`;
}

/** Prints conditions once: what another route repeats is only referred to. Readings become numbered notes. */
class Printer {
  readonly #printed = new Map<string, string>();
  readonly #readings = new Map<string, ReadingView>();

  route(route: RouteView): readonly string[] {
    const settled = route.settled ? '（缺少的资料不影响结论）' : '';
    const bounded = route.bounded ? '（缺少的资料过多，未逐一试算）' : '';
    const rows = route.tree.children.length > 0 ? route.tree.children : [route.tree];
    return [
      `【${route.name}】${VERDICT_LABELS[route.verdict]}${settled}${bounded}`,
      ...rows.flatMap((row) => this.#row(row, 0, route.name)),
    ];
  }

  #row(row: ConditionRow, depth: number, route: string): readonly string[] {
    const before = this.#printed.get(row.id);
    const repeated = before !== undefined && before !== route && row.children.length > 0;
    this.#printed.set(row.id, before ?? route);
    const amount = amountOf(row);
    const label = row.label === '' ? '' : `${row.label}  `;
    const head = `  ${pad(`${MARKS[row.state]} ${STATE_LABELS[row.state]}`, 10)}${'  '.repeat(depth)}`;
    const indent = ' '.repeat(14 + depth * 2);
    const first = `${head}${label}${row.text}${amount}${this.#notes(row)}`;
    if (repeated) return [`${first}（同${before}）`];
    return [
      first,
      ...row.counted
        .filter(isShown)
        .map(({ name, waiting }) => `${indent}计入：${name}${waiting ? `（${waiting.join('；')}）` : ''}`),
      ...row.notCounted.filter(isShown).map(({ name, reasons }) => `${indent}不计入：${name}：${reasons.join('；')}`),
      ...row.notes.map((note) => `${indent}${note}`),
      ...(row.unknown.length > 0 ? [`${indent}缺：${row.unknown.join('；')}`] : []),
      ...row.children.flatMap((child) => this.#row(child, depth + 1, route)),
    ];
  }

  #notes(row: ConditionRow): string {
    if (row.readings.length === 0) return '';
    const numbers = row.readings.map((reading) => {
      if (!this.#readings.has(reading.id)) this.#readings.set(reading.id, reading);
      return [...this.#readings.keys()].indexOf(reading.id) + 1;
    });
    return `〔解读 ${numbers.join('、')}〕`;
  }

  readings(): readonly string[] {
    if (this.#readings.size === 0) return [];
    const lines = [...this.#readings.values()].map(
      ({ id, label, meaning }, index) => `  ${index + 1}. ${label} ${meaning}（${id}）`,
    );
    return ['', '所依据的解读：', ...lines];
  }
}

function amountOf({ need, have, unit, state }: ConditionRow): string {
  if (need === null) return '';
  const needed = `需 ${quantity(need, unit)}`;
  // Years that are only possible (work not stated) are not there yet.
  const onlyPossible = state === 'missing' && unit === '年' && have !== null && have >= need;
  return have === null || onlyPossible ? `（${needed}）` : `（${needed}，已有 ${quantity(have, unit)}）`;
}

/** Whether a defence is due, route by route; it is no part of the verdict. */
function defenceLines({ defence, routes }: EvaluationView): readonly string[] {
  if (!defence) return [];
  const lines = defence.flatMap(({ route, due, reasons }) => [
    `  【${routes.find((one) => one.route === route)?.name ?? route}】${DEFENCE_LABELS[due]}`,
    ...reasons.map((reason) => `    ${defenceReasonText(reason)}`),
  ]);
  return ['', '面试答辩（不影响结论）：', ...lines];
}

function achievementLines(view: EvaluationView): readonly string[] {
  if (view.achievements.length === 0) return [];
  const nameWidth = Math.min(40, Math.max(...view.achievements.map(({ name }) => width(name))));
  const lines = view.achievements.map(({ name, countedIn, reasons }) => {
    const where = countedIn.map(({ label, text }) => label || text).join('、');
    return `  ${pad(name, nameWidth)}  ${where === '' ? `不计入：${reasons.join('；')}` : `计入 ${where}`}`;
  });
  return ['', '业绩成果的去向：', ...lines];
}
