// Cross-tests: what core makes, this independent implementation must reproduce, and what is changed it must find.
import { spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalJson,
  drawFaults,
  headOf,
  leafHash,
  linkLeaves,
  makeNumber,
  qrText,
  rootOf,
  seedSigner,
  signCheckpoint,
  signClaim,
} from '@zhiping/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.js';
import { verifyCertificate } from './certificate.js';
import { verifyDraw } from './draw.js';
import { verifyRecord } from './record.js';
import { transcriptOf } from './testing/sample-draw.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const COMMAND = join(import.meta.dirname, '..', 'bin', 'zhiping-verify.mjs');
const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const SECRET = new Uint8Array(32).fill(3);
const SEED_PREFIX = '302e020100300506032b657004220420';
const PUBLIC_KEY = createPublicKey(
  createPrivateKey({ key: Buffer.concat([Buffer.from(SEED_PREFIX, 'hex'), SECRET]), format: 'der', type: 'pkcs8' }),
)
  .export({ format: 'der', type: 'spki' })
  .subarray(-32)
  .toString('hex');

const wrong = (findings: readonly { ok: boolean; what: string }[]) =>
  findings.filter(({ ok }) => !ok).map((f) => f.what);

describe('draw', () => {
  it('reproduces 100 draws of core', async () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const transcript = transcriptOf(seed);
      expect(drawFaults(transcript)).toEqual([]);
      expect(wrong(await verifyDraw(canonicalJson(transcript)))).toEqual([]);
    }
  });

  it('finds every change of one bit', async () => {
    const text = canonicalJson(transcriptOf(1000));
    for (let trial = 0; trial < 150; trial += 1) {
      const bytes = Buffer.from(text);
      const at = Number.parseInt(sha(`at ${trial}`).slice(0, 8), 16) % bytes.length;
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (trial % 8)), at);
      const found = await verifyDraw(bytes.toString()).then(wrong, (error: Error) => [error.message]);
      expect(found).not.toEqual([]);
    }
  });

  it('finds a member exchanged by somebody who made every hash anew', async () => {
    const { hash: _, ...open } = transcriptOf(2);
    const forged = { ...open, members: [...open.reserves.slice(0, 1), ...open.members.slice(1)] };
    const text = canonicalJson({ ...forged, hash: sha(canonicalJson(forged)) });
    expect(wrong(await verifyDraw(text))).toEqual(['入选专家']);
  });
});

describe('canonical JSON', () => {
  it('is the same text as that of core', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(value)).toBe(canonicalJson(value));
      }),
    );
  });
});

describe('record', () => {
  const documents = Array.from({ length: 13 }, (_, n) => ({ id: `e${n}`, data: { 次序: n } }));
  const leaves = documents.map((document) => leafHash(canonicalJson(document)));
  const entries = linkLeaves({ size: 0, link: '0'.repeat(64) }, leaves).map((entry, n) => ({
    ...entry,
    document: documents[n],
  }));
  const text = entries.map((entry) => JSON.stringify(entry)).join('\n');
  const note = signCheckpoint(
    {
      origin: 'zhiping.example/record',
      size: 9,
      root: rootOf(leaves.slice(0, 9)),
      link: headOf(entries.slice(0, 9)).link,
    },
    seedSigner(SECRET),
  );

  it('accepts what core wrote and signed', async () => {
    expect(wrong(await verifyRecord(text, { note, key: PUBLIC_KEY }))).toEqual([]);
  });

  it('finds edits, deletions, truncation and a foreign signature', async () => {
    const lines = text.split('\n');
    expect(wrong(await verifyRecord(text.replace('"次序":4', '"次序":5')))).toHaveLength(1);
    expect(wrong(await verifyRecord(lines.toSpliced(3, 1).join('\n')))).toHaveLength(1);
    expect(wrong(await verifyRecord(lines.slice(0, 8).join('\n'), { note, key: PUBLIC_KEY }))).toEqual([
      '留存的检查点之后没有截断',
      '与留存的检查点一致',
    ]);
    expect(
      wrong(
        await verifyRecord(text, { note, key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a' }),
      ),
    ).toEqual(['检查点的签名']);
  });
});

describe('certificate', () => {
  const number = makeNumber(
    '{region}{year}-{random}-{check}',
    { region: '210000', year: '2024', series: '', level: '', committee: '' },
    new Uint8Array(10).fill(9),
  );
  const claim = {
    number,
    name: '王建国',
    title: '高级工程师',
    series: '工程技术',
    specialty: '安防工程',
    level: '副高级',
    organiser: '辽宁省工程系列高级评审委员会',
    obtainedOn: '2024-10-26',
    issuedOn: '2024-11-12',
  };
  const text = qrText('https://example.org/verify/certificate', signClaim(claim, seedSigner(SECRET)));

  it('reads and accepts what core signed', async () => {
    const findings = await verifyCertificate(text, [PUBLIC_KEY]);
    expect(wrong(findings)).toEqual([]);
    expect(findings.map(({ detail }) => detail)).toContain('王建国');
  });

  it('refuses another key, no key and changed text', async () => {
    expect(wrong(await verifyCertificate(text, []))).toContain('签名');
    for (let at = text.indexOf('#') + 1; at < text.length; at += 5) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      const found = await verifyCertificate(changed, [PUBLIC_KEY]).then(wrong, () => ['签名']);
      expect(found).toContain('签名');
    }
  });
});

describe('command', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });

  it('answers 0 for a draw reproduced, 1 for one that is not, 2 for no draw', () => {
    const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
    const text = canonicalJson(transcriptOf(7));
    writeFileSync(good, text);
    writeFileSync(bad, text.replace('"short":0', '"short":1'));
    expect(run('draw', good)).toMatchObject({ status: 0, stdout: expect.stringContaining('全部相符') });
    expect(run('draw', bad)).toMatchObject({ status: 1, stdout: expect.stringContaining('不符  缺额') });
    expect(run('draw', join(folder, 'none.json')).status).toBe(2);
    expect(run().status).toBe(2);
  });
});
