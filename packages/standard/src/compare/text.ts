import type { StandardPack } from '../language/pack.ts';
import type { RouteComparison } from './compare.ts';
import { describeDossier } from './describe.ts';

/** What the bounds leave open, said with every proof. */
const ASSUMPTION = '工作经历按不间断计，各条件的事实都已写明';

/** The answer on one route as lines for a terminal. */
export function comparisonText(found: RouteComparison, lower: StandardPack, upper: StandardPack): readonly string[] {
  const level = upper.levels.find((one) => one.level === found.level)?.name ?? found.level;
  const head = `【${level} ${found.name}】`;
  const { achievements } = found.bounds;
  const assumed =
    found.assumed.length === 0
      ? []
      : [`  由人判断而未比较：${found.assumed.map(({ label, text }) => `${label} ${text}`.trim()).join('；')}`];
  switch (found.result) {
    case 'holds': {
      const size = found.complete ? '对任何数量的材料成立' : `只在业绩不超过 ${achievements} 项等限度内证明`;
      return [`${head}已证明：符合${upper.name}的，都符合${lower.name}（${size}；${ASSUMPTION}）`, ...assumed];
    }
    case 'fails':
      return [
        found.byOutsideRule
          ? `${head}低于下限，但只限于按包外规定准入的人；其余的人已证明都符合${lower.name}`
          : `${head}低于下限：下面的人符合${upper.name}，却不符合${lower.name}（已代入评估）`,
        ...describeDossier(found.dossier, upper.vocabulary).map((line) => `  ${line}`),
        ...found.failing.map(
          ({ label, text, why }) => `  不符合 ${label === '' ? '' : `${label} `}${text}${why === '' ? '' : `：${why}`}`,
        ),
        ...assumed,
      ];
    case 'undecided':
      return [`${head}没有结论：${found.why}`, ...assumed];
    default:
      return found satisfies never;
  }
}
