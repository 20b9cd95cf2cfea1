import { hrtime } from 'node:process';
import {
  closeDocuments,
  DEMONSTRATION_PASSWORD,
  type FilledYear,
  fillYears,
  readSettings,
  seedDemonstration,
  visitPlatform,
} from '@zhiping/server';

const HELP = `用法：zhiping demonstration

把演示年度填满：辽宁、浙江、天津各三百份虚构的申报，从填报到等待上会各个环节都有，业务时间拨到年度中间。
每一步都由平台自己的程序办理，有权限检查和存证记录。平台正在运行时也可以执行，只填还停在年度开始时的省，填过的不再填。`;

/** `zhiping demonstration`: fills the demonstration years of a data folder. Answers the exit code. */
export async function demonstrationCommand(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error(HELP);
    return args[0] === '--help' ? 0 : 2;
  }
  const settings = readSettings();
  if (settings.mode === 'production') {
    console.error('正式运行的平台不能填入演示数据。请用 ZHIPING_MODE=demonstration 和另一个数据文件夹。');
    return 1;
  }
  const started = hrtime.bigint();
  try {
    const filled = await visitPlatform(settings, async (platform) => {
      await seedDemonstration(platform.installation);
      return fillYears(platform, (line) => console.log(line));
    });
    for (const year of filled) console.log(words(year));
    console.log(`用时 ${Number((hrtime.bigint() - started) / 1_000_000_000n)} 秒。启动：zhiping serve（npm start）。`);
    return filled.some(({ outcome }) => outcome === 'moved-on') ? 1 : 0;
  } finally {
    await closeDocuments();
  }
}

function words({ province, outcome, applications }: FilledYear): string {
  switch (outcome) {
    case 'filled':
      return `${province}：填入 ${applications} 份申报，申报人的用户名按次序编号，密码都是 ${DEMONSTRATION_PASSWORD}。`;
    case 'there':
      return `${province}：已经填过，没有改动。`;
    case 'moved-on':
      return `${province}：业务时间已经拨过年度的开始，没有填。请用 ZHIPING_DATA 指定新的数据文件夹后再执行。`;
  }
}
