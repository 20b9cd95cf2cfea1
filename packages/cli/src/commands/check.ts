import { readSettings, runChecks, visit } from '@zhiping/server';

/** `zhiping check`: the truths of the data, on a platform in use. Answers 0 when all hold, 1 when one is broken. */
export async function checkCommand(): Promise<number> {
  const broken = await visit(readSettings(), runChecks);
  for (const { name, says, rows } of broken) console.log(`不成立：${says}（${name}）\n${JSON.stringify(rows)}`);
  console.log(broken.length === 0 ? '数据检查：没有问题。' : `数据检查：${broken.length} 项不成立。`);
  return broken.length === 0 ? 0 : 1;
}
