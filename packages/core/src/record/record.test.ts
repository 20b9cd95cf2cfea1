import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../bytes.ts';
import { seedSigner } from '../signer.ts';
import {
  canonicalJson,
  checkInclusion,
  checkReceipt,
  checkRecord,
  EMPTY_FRONTIER,
  eventDocument,
  extend,
  frontierRoot,
  headOf,
  inclusionPath,
  type Json,
  leafOf,
  linkLeaves,
  NotCanonicalError,
  openCheckpoint,
  type RecordEvent,
  recordFaults,
  rootOf,
  sha256Hex,
  signCheckpoint,
  signReceipt,
  type StoredEntry,
} from './index.ts';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const SECRET = new Uint8Array(32).fill(7);
const SIGNER = seedSigner(SECRET);
const PUBLIC = SIGNER.publicKey;
const SALT = 'ab'.repeat(16);

function event(number: number): RecordEvent {
  return {
    id: `e${number}`,
    organiserId: 'o1',
    at: '2024-07-01T01:00:00.000Z',
    action: 'application.submit',
    actor: { relation: 'applicant', personId: 'p1' },
    subject: { noun: 'application', id: `a${number}` },
    data: { attempt: number },
    personal: { name: '王建' },
  };
}

function record(length: number): StoredEntry[] {
  const documents = Array.from({ length }, (_, number) => eventDocument(event(number), { name: SALT }));
  return linkLeaves({ size: 0, link: '0'.repeat(64) }, documents.map(leafOf)).map((entry, index) => ({
    ...entry,
    document: documents[index] as unknown as Json,
    personal: [{ name: 'name', salt: SALT, value: '王建' }],
  }));
}

describe('canonical JSON', () => {
  it('sorts keys by UTF-16 units at every depth and keeps arrays', () => {
    expect(canonicalJson({ b: [2, { z: 1, a: null }], a: '姓名\n' })).toBe('{"a":"姓名\\n","b":[2,{"a":null,"z":1}]}');
    // RFC 8785 section 3.2.3: U+1F600 is two units starting with D83D, so it comes before U+FB33.
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\ufb33":1}');
  });

  it('writes numbers in the shortest form', () => {
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    );
  });

  it.each([
    [{ a: undefined }, '$.a'],
    [[1, Number.NaN], '$[1]'],
    [{ a: { b: 1n } }, '$.a.b'],
    [{ at: new Date(0) }, '$.at'],
    ['\ud800', '$'],
    // oxlint-disable-next-line no-sparse-arrays
    [[1, , 2], '$[1]'],
  ])('refuses what JSON would bend (case %#)', (value, path) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonicalError);
    expect(() => canonicalJson(value)).toThrow(path);
  });

  it('depends on the value alone, not on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('base64', () => {
  it('is what the platform makes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });
  it.each(['A', 'AB', 'AA==AA==', 'AB==', 'é===', 'AAA'])('refuses %s', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});

describe('leaf', () => {
  it('holds no personal value, and changes with it', () => {
    const document = eventDocument(event(1), { name: SALT });
    expect(canonicalJson(document)).not.toContain('王建');
    const other = eventDocument({ ...event(1), personal: { name: '王健' } }, { name: SALT });
    expect(leafOf(other)).not.toBe(leafOf(document));
  });
  it('refuses a missing or short salt', () => {
    expect(() => eventDocument(event(1), {})).toThrow(RangeError);
    expect(() => eventDocument(event(1), { name: 'ab' })).toThrow(RangeError);
  });
});

describe('Merkle tree', () => {
  it('has the roots of RFC 6962', () => {
    expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    // Test vectors of Certificate Transparency: leaves '', 00, 10, 2021, 3031, 40414243, …
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const hashes = leaves.map((hex) => {
      const bytes = Buffer.concat([Buffer.from([0]), Buffer.from(hex, 'hex')]);
      return sha256Of(bytes);
    });
    expect(rootOf(hashes.slice(0, 1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(rootOf(hashes.slice(0, 3))).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(rootOf(hashes)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('proves every leaf, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (size, a, b) => {
        const leaves = Array.from({ length: size }, (_, index) => sha256Hex(String(index)));
        const [index, other] = [a % size, b % size];
        const path = inclusionPath(index, leaves);
        expect(checkInclusion(leaves[index] ?? '', index, size, path, rootOf(leaves))).toBe(true);
        if (other !== index) expect(checkInclusion(leaves[other] ?? '', index, size, path, rootOf(leaves))).toBe(false);
        expect(checkInclusion(leaves[index] ?? '', index, size, [...path, sha256Hex('x')], rootOf(leaves))).toBe(false);
      }),
    );
  });
});

describe('record', () => {
  it('is without fault as written', () => {
    const entries = record(9);
    const root = rootOf(entries.map(({ leaf }) => leaf));
    expect(recordFaults(entries, [{ size: 9, root }])).toEqual([]);
    expect(headOf(entries)).toEqual({ size: 9, link: entries[8]?.link });
  });

  it('goes on where it stopped', () => {
    const whole = record(7);
    const first = linkLeaves(
      { size: 0, link: '0'.repeat(64) },
      whole.slice(0, 3).map((e) => e.leaf),
    );
    const rest = linkLeaves(
      headOf(first),
      whole.slice(3).map((e) => e.leaf),
    );
    expect([...first, ...rest].map((e) => e.link)).toEqual(whole.map((e) => e.link));
  });

  it('names each kind of alteration', () => {
    const entries = record(6);
    const root = rootOf(entries.map(({ leaf }) => leaf));
    const changed = (index: number, change: Partial<StoredEntry>) =>
      entries.map((entry, at) => (at === index ? { ...entry, ...change } : entry));
    expect(recordFaults(changed(2, { document: { any: 1 }, personal: [] }))).toEqual([{ kind: 'leaf', seq: 2 }]);
    expect(recordFaults(changed(2, { leaf: sha256Hex('x') })).map((f) => f.kind)).toEqual(['link', 'leaf']);
    expect(recordFaults(entries.toSpliced(2, 1))).toEqual([{ kind: 'gap', seq: 2, found: 3 }]);
    expect(recordFaults(entries.slice(0, 4), [{ size: 6, root }])).toEqual([
      { kind: 'truncated', size: 4, witnessed: 6 },
    ]);
    const forged = [{ name: 'name', salt: SALT, value: '李四' }];
    expect(recordFaults(changed(3, { personal: forged }))).toEqual([{ kind: 'personal', seq: 3, name: 'name' }]);
    const twice = linkLeaves({ size: 0, link: '0'.repeat(64) }, [sha256Hex('a'), sha256Hex('a')]);
    expect(recordFaults(twice.map((e) => ({ ...e, document: null }))).map((f) => f.kind)).toContain('duplicate');
  });

  it('is compared with what was witnessed, even if every link was made anew', () => {
    const entries = record(6);
    const root = rootOf(entries.map(({ leaf }) => leaf));
    const rewritten = record(6).map(({ document, personal }, index) => {
      const other = eventDocument({ ...event(index), data: { attempt: index === 2 ? 99 : index } }, { name: SALT });
      return { document: index === 2 ? (other as unknown as Json) : document, personal: personal ?? [], other };
    });
    const documents = rewritten.map(({ other }) => other);
    const relinked = linkLeaves({ size: 0, link: '0'.repeat(64) }, documents.map(leafOf)).map((entry, index) => ({
      ...entry,
      document: documents[index] as unknown as Json,
    }));
    expect(recordFaults(relinked, [{ size: 6, root }])).toEqual([{ kind: 'checkpoint', size: 6 }]);
  });
});

describe('a record checked by portions', () => {
  it('says what the whole says, however it is cut, and ends at the same root and link', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.array(fc.nat(6), { maxLength: 8 }),
        fc.nat(30),
        (size, cuts, at) => {
          const altered = record(size).map((entry) => (entry.seq === at ? { ...entry, leaf: sha256Hex('x') } : entry));
          const witnessed = [{ size, root: rootOf(record(size).map(({ leaf }) => leaf)) }];
          const check = checkRecord(witnessed);
          let from = 0;
          const found = [...cuts, size].flatMap((cut) => {
            const portion = altered.slice(from, from + cut);
            from += portion.length;
            return check.take(portion);
          });
          const { faults, frontier, link } = check.end();
          const whole = recordFaults(altered, witnessed);
          expect([...found, ...faults]).toEqual(expect.arrayContaining([...whole]));
          expect(found.length + faults.length).toBe(whole.length);
          expect(frontierRoot(frontier)).toBe(rootOf(altered.map(({ leaf }) => leaf)));
          expect(link).toBe(headOf(altered).link);
        },
      ),
    );
  });

  it('finds a kept frontier that is not that of the leaves', () => {
    const { roots } = record(5).reduce((grown, { leaf }) => extend(grown, leaf), EMPTY_FRONTIER);
    const kept = (frontier: readonly string[]) =>
      recordFaults(record(6).map((entry) => (entry.seq === 4 ? { ...entry, frontier } : entry)));
    expect(kept(roots)).toEqual([]);
    expect(kept([...roots.slice(0, -1), sha256Hex('x')])).toEqual([{ kind: 'frontier', seq: 4 }]);
  });
});

describe('checkpoint and receipt', () => {
  const entries = record(3);
  const checkpoint = {
    origin: 'zhiping.example/record',
    size: 3,
    root: rootOf(entries.map(({ leaf }) => leaf)),
    link: headOf(entries).link,
  };

  it('opens what it signed, and nothing changed by one character', () => {
    const note = signCheckpoint(checkpoint, SIGNER);
    expect(openCheckpoint(note, PUBLIC)).toEqual(checkpoint);
    fc.assert(
      fc.property(fc.nat({ max: note.trimEnd().length - 1 }), fc.integer({ min: 33, max: 126 }), (at, code) => {
        const char = String.fromCharCode(code);
        fc.pre(note[at] !== char);
        expect(openCheckpoint(note.slice(0, at) + char + note.slice(at + 1), PUBLIC)).toBeNull();
      }),
    );
    expect(openCheckpoint(note, ed25519.getPublicKey(new Uint8Array(32).fill(8)))).toBeNull();
  });

  it('signs a receipt that binds event, leaf and time', () => {
    const receipt = signReceipt({ eventId: 'e1', leaf: checkpoint.root, at: '2024-07-01T00:00:00.000Z' }, SIGNER);
    const key = bytesToHex(PUBLIC);
    expect(checkReceipt(receipt, key)).toBe(true);
    expect(checkReceipt({ ...receipt, at: '2024-07-02T00:00:00.000Z' }, key)).toBe(false);
    expect(checkReceipt({ ...receipt, eventId: 'e2' }, key)).toBe(false);
    expect(checkReceipt({ ...receipt, signature: receipt.signature.replace(/^../, 'zz') }, key)).toBe(false);
    expect(checkReceipt(receipt, bytesToHex(ed25519.getPublicKey(new Uint8Array(32).fill(8))))).toBe(false);
  });
});

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
