import { readFileSync } from 'node:fs';
import { openCheckpoint } from '@zhiping/core';
import { publicKeyOf, readSettings, verifyRecord, visit } from '@zhiping/server';

/**
 * `zhiping record verify [file of checkpoints…]`: recomputes the record. A checkpoint kept from an earlier run (its output)
 * proves that nothing before it was changed or cut off. Answers 0 without a fault, 1 with faults.
 */
export async function recordCommand([verb, ...files]: readonly string[]): Promise<number> {
  if (verb !== 'verify') {
    console.error('用法：zhiping record verify [以前的存证点文件…]');
    return 2;
  }
  return visit(readSettings(), async (installation) => {
    const publicKey = Buffer.from(publicKeyOf(installation.keys.record), 'hex');
    const witnessed = files.map((file) => {
      const checkpoint = openCheckpoint(readFileSync(file, 'utf8'), publicKey);
      if (checkpoint === null) throw new Error(`${file} 不是本平台签名的存证点`);
      return checkpoint;
    });
    const { size, faults, unlinked, checkpoint } = await verifyRecord(installation, witnessed);
    for (const fault of faults) console.log(`发现问题：${JSON.stringify(fault)}`);
    console.log(`存证记录 ${size} 条，未编号 ${unlinked} 条，问题 ${faults.length} 个。`);
    console.log(`存证点（请保存到别处，下次核对）：\n${checkpoint}`);
    return faults.length === 0 ? 0 : 1;
  });
}
