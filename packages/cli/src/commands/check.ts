import { checkFiles, readSettings, runChecks, visit } from '@zhiping/server';
import { wordsOf } from '../arguments.ts';

const USAGE = '用法：zhiping check [--files]';

/**
 * `zhiping check`: the truths of the data, on a platform in use; with `--files` also whether every file that was not destroyed
 * lies where it should. Answers 0 when all hold, 1 when one is broken.
 */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { files = false } = wordsOf(args, { files: { type: 'boolean' } }, USAGE).values;
  const broken = await visit(readSettings(), async (installation) => [
    ...(await runChecks(installation)),
    ...(files ? await checkFiles(installation) : []),
  ]);
  for (const { name, says, rows } of broken) console.log(`不成立：${says}（${name}）\n${JSON.stringify(rows)}`);
  console.log(broken.length === 0 ? '数据检查：没有问题。' : `数据检查：${broken.length} 项不成立。`);
  return broken.length === 0 ? 0 : 1;
}
