import { ed25519Holds, hex, join, sha256, unbase64, unhex, utf8 } from './bytes.js';
import { leaf, treeRoot } from './tree.js';

/** @typedef {import('./draw.js').Finding} Finding */

const FIRST = '0'.repeat(64);
const FAULTS_SHOWN = 20;

/**
 * Checks an exported record: numbers, links, leaves, and a checkpoint somebody kept.
 * @param {string} text JSON lines, one entry each: seq, leaf, link, document
 * @param {{ note?: string, key?: string }} [witness] signed checkpoint and the public key (hexadecimal) it must carry
 * @returns {Promise<Finding[]>}
 */
export async function verifyRecord(text, { note, key } = {}) {
  const entries = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
  /** @type {string[]} */
  const faults = [];
  let link = FIRST;
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const [position, entry] of entries.entries()) {
    if (entry.seq !== position) faults.push(`第 ${position} 条：编号为 ${entry.seq}`);
    if ((await leaf(entry.document)) !== entry.leaf) faults.push(`第 ${position} 条：内容与摘要不符`);
    const first = seen.get(entry.leaf);
    if (first !== undefined) faults.push(`第 ${position} 条：与第 ${first} 条重复`);
    seen.set(entry.leaf, position);
    link = await nextLink(position, link, entry.leaf);
    if (link !== entry.link) faults.push(`第 ${position} 条：与前一条的链接不符`);
    // Goes on from what is written, so that one alteration is named once.
    link = typeof entry.link === 'string' && entry.link.length === 64 ? entry.link : link;
  }
  /** @type {Finding[]} */
  const findings = [
    {
      ok: faults.length === 0,
      what: `${entries.length} 条记录的编号、内容与链接`,
      detail: faults.slice(0, FAULTS_SHOWN).join('；'),
    },
  ];
  if (note !== undefined)
    findings.push(
      ...(await againstNote(
        entries.map((entry) => entry.leaf),
        note,
        key,
      )),
    );
  return findings;
}

/** @param {number} position @param {string} previous @param {string} leafHash */
async function nextLink(position, previous, leafHash) {
  const number = new DataView(new ArrayBuffer(8));
  number.setBigUint64(0, BigInt(position));
  return hex(
    await sha256(join(Uint8Array.of(2), new Uint8Array(number.buffer), unhex(previous, 32), unhex(leafHash, 32))),
  );
}

/** @param {string[]} leaves @param {string} note @param {string | undefined} key @returns {Promise<Finding[]>} */
async function againstNote(leaves, note, key) {
  const [origin = '', sizeText = '', rootText = ''] = note.split('\n');
  const size = Number(sizeText);
  const complete = leaves.length >= size;
  const root = complete ? await treeRoot(leaves.slice(0, size)) : '';
  return [
    { ok: complete, what: '留存的检查点之后没有截断', detail: `检查点 ${size} 条，现有 ${leaves.length} 条` },
    {
      ok: complete && root === hex(unbase64(rootText, 'base64')),
      what: '与留存的检查点一致',
      detail: root.slice(0, 16),
    },
    {
      ok: key !== undefined && (await signed(note, origin, key)),
      what: '检查点的签名',
      detail: key === undefined ? '没有给出公钥' : origin,
    },
  ];
}

/** @param {string} note @param {string} origin @param {string} keyHex */
async function signed(note, origin, keyHex) {
  const cut = note.indexOf('\n\n');
  if (cut < 0) return false;
  const body = utf8(note.slice(0, cut + 1));
  const mark = `\u2014 ${origin} `;
  for (const line of note.slice(cut + 2).split('\n')) {
    if (!line.startsWith(mark)) continue;
    const bytes = unbase64(line.slice(mark.length), 'base64');
    if (bytes.length === 68 && (await ed25519Holds(unhex(keyHex, 32), bytes.slice(4), body))) return true;
  }
  return false;
}
