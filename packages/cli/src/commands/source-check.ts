import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planWordsByLabel } from '@zhiping/core/plan/index';
import { wordsByLabel } from '@zhiping/standard/authoring/pack-labels';
import { compareSource } from '@zhiping/standard/source/compare';
import { type LabelsFile, labelsOf } from '@zhiping/standard/source/labels';
import { splitClauses } from '@zhiping/standard/source/split';
import { packOf, planIn, standardIn, Unusable } from '../policies.ts';

const USAGE = `用法：zhiping source check 标准或年度计划 官方文本.txt
  按印刷编号拆分官方文本，与 labels.json 核对字数和散列，列出没有条件的编号和没有原文的条件，并把原文与条件对照列出。
  一份文件由几个包共同表达的（labels.json 的 packs），合并核对。
  相符时以 0 结束，不符时以 1 结束，用法有误时以 2 结束。`;

/** `zhiping source check PACK FILE`: holds an official text against a pack. The text is read, never kept. */
export async function sourceCommand([verb, pack, file, ...rest]: readonly string[]): Promise<number> {
  if (verb !== 'check' || pack === undefined || file === undefined || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  try {
    return check(packOf(pack).folder, file);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.lines.join('\n'));
    return 2;
  }
}

/** What one pack says of the document: wordings by printed label, and labels that need none, with the reason. */
interface Said {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly excuses: readonly { readonly label: string; readonly because: string }[];
}

function saidBy(pack: string): Said {
  const { folder, kind } = packOf(pack);
  if (kind === 'plan') {
    const plan = planIn(folder, pack);
    return { words: planWordsByLabel(plan), excuses: plan.unconditioned };
  }
  const { pack: standard, unconditioned } = standardIn(folder);
  return { words: wordsByLabel(standard), excuses: unconditioned };
}

function check(folder: string, file: string): number {
  const kept = readLabels(folder);
  if (!existsSync(file)) throw new Unusable([`${file}：没有这个文件`]);
  const clauses = splitClauses(readFileSync(file, 'utf8'));
  const found = labelsOf(kept.document, clauses, (text) => createHash('sha256').update(text, 'utf8').digest('hex'));
  const words = new Map<string, readonly string[]>();
  const excuses = new Map<string, string>();
  for (const said of (kept.packs ?? [folder]).map(saidBy)) {
    for (const [label, lines] of said.words) words.set(label, [...(words.get(label) ?? []), ...lines]);
    for (const { label, because } of said.excuses) excuses.set(label, because);
  }
  // What one pack leaves out another may state.
  for (const label of words.keys()) excuses.delete(label);
  const result = compareSource(found, kept, new Set(words.keys()), new Set(excuses.keys()));
  for (const { label, text } of clauses) {
    console.log(`${label}\n  原文：${text}`);
    const ours = words.get(label) ?? [`（无条件：${excuses.get(label) ?? '没有理由'}）`];
    for (const line of ours) console.log(`  条件：${line}`);
  }
  console.log('');
  const lists = [
    ['labels.json 有而文本没有的编号', result.missingInText],
    ['文本有而 labels.json 没有的编号', result.missingInLabels],
    ['字数或散列不符的编号', result.changed],
    ['没有条件也没有理由的编号', result.withoutCondition],
    ['条件的编号不在文本中', result.withoutClause],
  ] as const;
  for (const [title, labels] of lists) console.log(`${title}：${labels.length === 0 ? '无' : labels.join('、')}`);
  console.log(`文本共 ${clauses.length} 条，其中有理由而没有条件的 ${excuses.size} 条`);
  return lists.every(([, labels]) => labels.length === 0) ? 0 : 1;
}

function readLabels(folder: string): LabelsFile {
  const file = join(folder, 'labels.json');
  if (!existsSync(file)) throw new Unusable([`${file}：没有这个文件`]);
  return JSON.parse(readFileSync(file, 'utf8')) as LabelsFile;
}
