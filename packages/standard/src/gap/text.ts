import { isWaitingFor, MOVE_BY_LABELS } from './view.ts';
import type { GapMoveView, GapsView } from './view.ts';

const labelsOf = (move: GapMoveView): string => {
  const labels = [...new Set(move.for.map(({ label }) => label).filter(Boolean))];
  return labels.length === 0 ? '' : `（${labels.join('、')}）`;
};

/** The judgements on conditions, in one line: the tree above has their words. */
function judgementLine(moves: readonly GapMoveView[]): readonly string[] {
  const open = moves.filter(({ kind }) => kind === 'judge').flatMap((move) => move.for);
  if (open.length === 0) return [];
  return [`    ${MOVE_BY_LABELS.judge}　判断 ${[...new Set(open.map(({ label, text }) => label || text))].join('、')}`];
}

/** What is lacking as lines for a terminal; empty when nothing is. */
export function gapsText(gaps: GapsView): readonly string[] {
  const open = gaps.routes.filter(({ verdict }) => verdict !== 'eligible');
  if (open.length === 0) return [];
  const eligible = gaps.routes.filter(({ verdict }) => verdict === 'eligible').map(({ name }) => name);
  const lines = gaps.alternatives.flatMap(({ name, acts, moves }, index) => [
    `  方案 ${index + 1}　${name}${acts === 0 ? '：本人不必再做什么，只待判断' : `：还差 ${acts} 项`}`,
    ...moves
      .filter(({ kind }) => kind !== 'judge')
      .map((move) => `    ${MOVE_BY_LABELS[move.by]}　${move.text}${labelsOf(move)}`),
    ...judgementLine(moves),
  ]);
  // Waiting that is a way by itself is said there.
  const dates = open.flatMap(({ route, name, earliest }) =>
    earliest === null || gaps.alternatives.some((one) => one.route === route && isWaitingFor(one.moves, earliest.on))
      ? []
      : [`  ${name}：本人不做其他事情，只需${earliest.text}`],
  );
  const stuck = open.flatMap(({ name, ways, earliest, blocked }) =>
    ways.length > 0
      ? []
      : [
          `  ${name}：${earliest === null ? '无法补救' : '本次无法补救，只能等待'}`,
          ...blocked.map(({ label, text, reason }) => `    ${label} ${text}：${reason}`),
        ],
  );
  const head = [
    eligible.length > 0 ? `已经符合${eligible.join('、')}，下面只在改用其他申报方式时需要` : '',
    lines.length > 0 ? '每个方案都已代入重新评估，做到后结论为符合' : '',
  ].filter(Boolean);
  return ['', `还差什么${head.length > 0 ? `（${head.join('；')}）` : ''}：`, ...lines, ...dates, ...stuck];
}
