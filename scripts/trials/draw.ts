// Full figures of the draw: reproduced by the independent verifier, one-bit changes, and random pools.
import { createHash } from 'node:crypto';
import { canonicalJson, drawFaults } from '../../packages/core/src/index.ts';
import { verifyDraw } from '../../packages/verifier/src/draw.js';
import { transcriptOf } from '../../packages/verifier/src/testing/sample-draw.ts';

const DRAWS = 1_000;
const CHANGES = 10_000;
const POOLS = 100_000;
const pick = (text: string, below: number) =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16) % below;
const holds = (findings: readonly { readonly ok: boolean }[]) => findings.every(({ ok }) => ok);

let reproduced = 0;
for (let seed = 0; seed < DRAWS; seed += 1) {
  if (holds(await verifyDraw(canonicalJson(transcriptOf(seed))))) reproduced += 1;
}
console.log(`由独立程序重算：${reproduced}/${DRAWS}`);

let found = 0;
const texts = Array.from({ length: 50 }, (_, seed) => canonicalJson(transcriptOf(seed)));
for (let trial = 0; trial < CHANGES; trial += 1) {
  const bytes = Buffer.from(texts[trial % texts.length] ?? '');
  const at = pick(`at ${trial}`, bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << pick(`bit ${trial}`, 8)), at);
  const kept = await verifyDraw(bytes.toString()).then(holds, () => false);
  if (!kept) found += 1;
}
console.log(`发现的一位改动：${found}/${CHANGES}`);

let broken = 0;
for (let seed = 0; seed < POOLS; seed += 1) {
  const { pool, rules, recusals, members, reserves, ...rest } = transcriptOf(10_000 + seed);
  const seated = pool.filter(({ code }) => members.includes(code));
  const most = (values: readonly string[]) =>
    Math.max(0, ...Object.values(Object.groupBy(values, (v) => v)).map((g) => g?.length ?? 0));
  const wrong =
    recusals.some(({ code }) => members.includes(code) || reserves.includes(code)) ||
    most(seated.map(({ employer }) => employer)) > (rules.employerCap ?? Number.POSITIVE_INFINITY) ||
    rules.quotas.some(({ stratum, min, max }) => {
      const there = seated.filter((entry) => entry.stratum === stratum).length;
      return there > (max ?? Number.POSITIVE_INFINITY) || (rest.short === 0 && there < min);
    }) ||
    (seed % 100 === 0 && drawFaults({ pool, rules, recusals, members, reserves, ...rest }).length > 0);
  if (wrong) broken += 1;
}
console.log(`抽到应回避、超名额或超单位上限的人：${broken}/${POOLS}`);

process.exit(reproduced === DRAWS && found === CHANGES && broken === 0 ? 0 : 1);
