import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openStandard } from '../../packages/server/src/policy/read-standard.ts';
import { formatProblem } from '../../packages/standard/src/authoring/problem.ts';
import { type ReadingEffect, readingEffects } from '../../packages/standard/src/authoring/reading-effects.ts';

const HEAD = `# 解读一览

政策文件可作几种理解、有误、有矛盾或未说之处，各标准和年度计划所取的理解。本页由 \`node scripts/readings-page.ts\` 从 \`policies/\` 生成，不要手改；
理由与写法见各包的 \`readings.yaml\` 和 \`plan.yaml\`，语言见 [POLICY-LANGUAGE](POLICY-LANGUAGE.md)。

- **换用即生效**：改动 \`chosen\` 一个词，条件随之改变，不改程序。
- **只改说法**：各种理解的结论相同，写明理由。
- **不能换用**：另一种理解会改变结论，但现有的事实或语言写不出，写明缺什么；同条里能写出的其他理解仍可换用。
`;

/** A table cell: no line breaks, no bars. */
const cell = (text: string): string => text.replaceAll('|', '｜').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** Folders under policies/ that hold a file of this name, in order. */
function folders(policies: string, file: string): readonly string[] {
  return readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(policies, name)).map((pack) => join(policies, name, pack)))
    .filter((folder) => existsSync(join(folder, file)))
    .toSorted();
}

/** What switching a reading comes to, in words. */
function effectOf({ kind, reading, others }: ReadingEffect): string {
  switch (kind) {
    case 'switchable':
      return '换用即生效';
    case 'wording':
      return `只改说法：${reading.wording ?? ''}`;
    case 'unsupported': {
      const possible = others.filter(({ changes }) => changes).map(({ meaning }) => meaning);
      return `不能换用：${reading.unsupported ?? ''}${possible.length > 0 ? `（${possible.join('、')} 可以换用）` : ''}`;
    }
    case 'silent':
      return '没有说明';
    default:
      return kind satisfies never;
  }
}

function standardSection(policies: string, folder: string): string {
  const opened = openStandard(policies, folder);
  const loaded = opened.ok ? opened.value() : opened;
  if (!opened.ok || !loaded.ok) throw new Error((loaded.ok ? [] : loaded.problems).map(formatProblem).join('\n'));
  const { pack } = loaded.value;
  const effects = readingEffects(pack, opened.value);
  const counted = (kind: ReadingEffect['kind']) => effects.filter((one) => one.kind === kind).length;
  const rows = effects.map((effect, index) => {
    const { id, label, question, chosen, meanings } = effect.reading;
    const others = effect.others.map(({ meaning }) => `${meaning}：${meanings[meaning] ?? ''}`);
    return row([
      String(index + 1),
      `\`${id}\``,
      label,
      question,
      `${chosen}：${meanings[chosen] ?? ''}`,
      others.join('；'),
      effectOf(effect),
    ]);
  });
  return [
    `## ${pack.name} \`${pack.id}\`\n`,
    `共 ${effects.length} 条：换用即生效 ${counted('switchable')} 条，只改说法 ${counted('wording')} 条，不能换用 ${counted('unsupported')} 条。\n`,
    row(['序', '编号', '条款', '问题', '所取', '其他理解', '换用']),
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

interface PlanReadings {
  readonly pack: string;
  readonly title: string;
  readonly readings?: readonly {
    readonly id: string;
    readonly label: string;
    readonly question: string;
    readonly chosen: string;
    readonly others: readonly string[];
    readonly why: string;
  }[];
}

function planSection(folder: string): string {
  const plan = parse(readFileSync(join(folder, 'plan.yaml'), 'utf8')) as PlanReadings;
  const readings = plan.readings ?? [];
  const rows = readings.map(({ id, label, question, chosen, others, why }, index) =>
    row([String(index + 1), `\`${id}\``, label, question, chosen, others.join('；'), why]),
  );
  return [
    `## ${plan.title} \`${plan.pack}\`\n`,
    `共 ${readings.length} 条；换用须改写 \`plan.yaml\` 里相应的日期、窗口或范围。\n`,
    ...(rows.length > 0
      ? [row(['序', '编号', '条款', '问题', '所取', '其他理解', '理由']), '|---|---|---|---|---|---|---|', ...rows]
      : []),
  ].join('\n');
}

/** The whole page from the packs in `policies`. Throws with every problem of a pack that cannot be loaded. */
export function readingsPage(policies: string): string {
  const standards = folders(policies, 'standard.yaml').map((folder) => standardSection(policies, folder));
  const plans = folders(policies, 'plan.yaml').map(planSection);
  return `${[HEAD, ...standards, ...plans].join('\n\n').replaceAll('\n\n\n', '\n\n')}\n`;
}
