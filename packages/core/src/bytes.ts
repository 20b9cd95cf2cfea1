const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_ALPHABET = `${ALPHABET.slice(0, 62)}-_`;

/** Base64 with padding. Written out, because this layer knows neither Buffer nor btoa. */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, ALPHABET);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Base64url without padding: for addresses and QR codes. */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_ALPHABET);
}

/** Null where the text is not canonical base64 with padding. */
export function fromBase64(text: string): Uint8Array | null {
  const bare = text.replace(/={0,2}$/, '');
  const bytes = decode(bare, ALPHABET);
  return bytes !== null && toBase64(bytes) === text ? bytes : null;
}

/** Null where the text is not canonical base64url without padding. */
export function fromBase64Url(text: string): Uint8Array | null {
  const bytes = decode(text, URL_ALPHABET);
  return bytes !== null && toBase64Url(bytes) === text ? bytes : null;
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const length = Math.min(4, bytes.length - index + 1);
    for (let at = 0; at < length; at += 1) text += alphabet[(group >> (18 - 6 * at)) & 63];
  }
  return text;
}

function decode(text: string, alphabet: string): Uint8Array | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const value = alphabet.indexOf(char);
    if (value < 0) return null;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  return bytes;
}
