import { VERDICT_LABELS } from '../explain/view.ts';
import { VERDICTS } from '../evaluate/evaluate.ts';
import type { SimulationResult } from './result.ts';

const MOST = 20;
const CHANGES = { both: '', added: '（新增）', dropped: '（取消）' } as const;

/** The result of a simulation as text for a terminal. */
export function simulationText(result: SimulationResult): string {
  const share = (count: number): string => `${count}（${((100 * count) / Math.max(1, result.people)).toFixed(2)}%）`;
  const verdicts = VERDICTS.map(
    (verdict) =>
      `  ${VERDICT_LABELS[verdict]}：${share(result.older.verdicts[verdict])} → ${share(result.newer.verdicts[verdict])}`,
  );
  const moves = result.moves
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, count }) => `  ${VERDICT_LABELS[from]} → ${VERDICT_LABELS[to]}：${count}`);
  const clauses = result.clauses
    .slice(0, MOST)
    .map(
      ({ label, text, change, gain, lose }) =>
        `  ${label === '' ? '' : `${label} `}${text}${CHANGES[change]}：放宽后受益 ${gain} 人，收紧后受损 ${lose} 人`,
    );
  const more = result.clauses.length > MOST ? [`  其余 ${result.clauses.length - MOST} 个条件见 --json`] : [];
  return `${[
    `原标准：${result.older.name}（${result.older.number}）`,
    `新标准：${result.newer.name}（${result.newer.number}）`,
    `层级 ${result.level}；评估日 ${result.asOf}${result.plan ? `；年度计划 ${result.plan.name}` : ''}；共 ${result.people} 人`,
    '',
    `受益 ${share(result.gain)}，受损 ${share(result.lose)}，不变 ${share(result.same)}`,
    ...verdicts,
    ...(moves.length > 0 ? ['', '结论的变动：', ...moves] : []),
    ...(clauses.length > 0 ? ['', '牵涉的条件：', ...clauses, ...more] : []),
  ].join('\n')}\n`;
}
