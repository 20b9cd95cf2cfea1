import { ed25519Holds, unbase64, unhex } from './bytes.js';

/** @typedef {import('./draw.js').Finding} Finding */

const FIELDS = ['证书编号', '姓名', '职称', '系列', '专业', '层级', '评委会', '取得日期', '发证日期'];
const HEAD = 5;
const SIGNATURE = 64;

/**
 * Checks the text of a certificate's QR code.
 * @param {string} text whole address or the part behind `#`
 * @param {string[]} keys public keys (hexadecimal) of the issuer, from a place the reader trusts
 * @returns {Promise<Finding[]>}
 */
export async function verifyCertificate(text, keys) {
  const payload = unbase64(text.trim().slice(text.trim().indexOf('#') + 1), 'base64url');
  const body = payload.slice(0, -SIGNATURE);
  const signature = payload.slice(-SIGNATURE);
  let holds = false;
  for (const key of keys) holds = (await ed25519Holds(unhex(key, 32), signature, body)) || holds;
  const values = fields(body);
  return [
    { ok: body[0] === 1 && values !== null && payload.length <= 400, what: '格式', detail: `${payload.length} 字节` },
    { ok: holds, what: '签名', detail: keys.length === 0 ? '没有给出公钥' : '' },
    ...(values ?? []).map((value, index) => ({ ok: holds, what: FIELDS[index] ?? '', detail: value })),
  ];
}

/** @param {Uint8Array} body */
function fields(body) {
  /** @type {string[]} */
  const values = [];
  let at = HEAD;
  while (at < body.length) {
    const length = body[at] ?? 0;
    if (at + 1 + length > body.length) return null;
    values.push(new TextDecoder().decode(body.slice(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  return values.length === FIELDS.length ? values : null;
}
