// Bytes, text and hashes with nothing but the Web Cryptography that every browser and Node carries.

const encoder = new TextEncoder();

/** @param {string} text */
export function utf8(text) {
  return encoder.encode(text);
}

/** @param {...Uint8Array} parts */
export function join(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes */
export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {unknown} text @param {number} [length] expected number of bytes */
export function unhex(text, length) {
  if (typeof text !== 'string' || !/^([0-9a-f]{2})*$/.test(text)) throw new Error('不是小写十六进制文本');
  const bytes = Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (length !== undefined && bytes.length !== length) throw new Error(`应为 ${length} 字节`);
  return bytes;
}

/** Strict base64 or base64url. @param {string} text @param {'base64' | 'base64url'} kind */
export function unbase64(text, kind) {
  const shape = kind === 'base64' ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9_-]*$/;
  if (!shape.test(text)) throw new Error('不是有效的 base64 文本');
  const usual = kind === 'base64' ? text : text.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(usual), (char) => char.charCodeAt(0));
  // A last character can carry unused bits; the same bytes must have one text only.
  const again = btoa(String.fromCharCode(...bytes));
  const canonical = kind === 'base64' ? again : again.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  if (canonical !== text) throw new Error('不是有效的 base64 文本');
  return bytes;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export async function sha256(bytes) {
  return new Uint8Array(await subtle().digest('SHA-256', bytes));
}

/** @param {Uint8Array<ArrayBuffer>} key @param {Uint8Array<ArrayBuffer>} bytes */
export async function hmacSha256(key, bytes) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await subtle().importKey('raw', key, algorithm, false, ['sign']);
  return new Uint8Array(await subtle().sign('HMAC', imported, bytes));
}

/**
 * @param {Uint8Array<ArrayBuffer>} publicKey @param {Uint8Array<ArrayBuffer>} signature
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function ed25519Holds(publicKey, signature, bytes) {
  const key = await subtle().importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
  return subtle().verify({ name: 'Ed25519' }, key, signature, bytes);
}

function subtle() {
  const found = globalThis.crypto?.subtle;
  if (!found) throw new Error('浏览器在不加密的网址上不提供密码功能，请用 https 网址打开本页，或使用核验命令');
  return found;
}
