import { readSettings, replayDecisions, visit } from '@zhiping/server';

const USAGE = `用法：zhiping replay 申报号 | --all
  把提交时保存的评估结论按当时的标准版本、计划规则和冻结的材料重新展开，并重新评估一次，逐字节比较。
  全部相同以 0 结束；有不同时说明改变了什么，以 1 结束；没有找到结论或用法有误时以 2 结束。`;

/** `zhiping replay NUMBER|--all`: kept decisions rendered and evaluated again. */
export async function replayCommand(args: readonly string[]): Promise<number> {
  const [number] = args;
  if (number === undefined || args.length > 1 || (number.startsWith('-') && number !== '--all')) {
    console.error(USAGE);
    return number === '--help' ? 0 : 2;
  }
  let [same, other] = [0, 0];
  await visit(readSettings(), (installation) =>
    replayDecisions(installation, number === '--all' ? null : number, (one) => {
      const { differences } = one;
      if (differences.length === 0) same += 1;
      else other += 1;
      const found = differences.length === 0 ? '逐字节相同' : differences.join('；');
      console.log(
        `${one.number} 第 ${one.ordinal} 次提交：${found}（结论 ${one.keptBytes} 字节，展开 ${one.bytes} 字节）`,
      );
    }),
  );
  if (same + other === 0) {
    console.error(number === '--all' ? '还没有保存的评估结论' : `没有找到 ${number} 的评估结论`);
    return 2;
  }
  console.log(`共 ${same + other} 个结论，相同 ${same} 个，不同 ${other} 个`);
  return other === 0 ? 0 : 1;
}
