#!/usr/bin/env node
// Runs under any Node from 20 on; uses nothing of the platform.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyCertificate } from '../src/certificate.js';
import { verifyDraw } from '../src/draw.js';
import { verifyRecord } from '../src/record.js';

const USAGE = `用法：
  zhiping-verify draw 文件                                   重算一次抽取（文件为公开的抽取记录）
  zhiping-verify record 文件 [--checkpoint 文件] [--key 公钥]  核验存证记录，可与留存的检查点比较
  zhiping-verify certificate 二维码文本 --key 公钥             核验证书
公钥为十六进制文本，可给出多个。退出码：0 全部相符，1 有不符，2 无法核验。`;

async function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { checkpoint: { type: 'string' }, key: { type: 'string', multiple: true } },
  });
  const [what, subject] = positionals;
  if (!subject || positionals.length !== 2) throw new Error(USAGE);
  switch (what) {
    case 'draw':
      return verifyDraw(readFileSync(subject, 'utf8'));
    case 'record':
      return verifyRecord(readFileSync(subject, 'utf8'), {
        ...(values.checkpoint && { note: readFileSync(values.checkpoint, 'utf8') }),
        ...(values.key?.[0] && { key: values.key[0] }),
      });
    case 'certificate':
      return verifyCertificate(subject, values.key ?? []);
    default:
      throw new Error(USAGE);
  }
}

try {
  const findings = await run();
  for (const { ok, what, detail } of findings)
    console.log(`${ok ? '相符' : '不符'}  ${what}${detail ? `：${detail}` : ''}`);
  const wrong = findings.filter(({ ok }) => !ok).length;
  console.log(wrong === 0 ? '\n结论：全部相符。' : `\n结论：有 ${wrong} 项不符。`);
  process.exitCode = wrong === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
