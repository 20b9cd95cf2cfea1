/** Crockford's alphabet: no I, L, O, U, so that a secret can be read aloud and typed again. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 20;

/** Text of a 20 byte secret: 32 characters in groups of four, e.g. `7K3M-…`. */
export function secretText(secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError('a holder secret has 20 bytes');
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of secret) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
    }
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** The secret of a typed text; letters that look alike are read as meant. Null where it is not one. */
export function readSecret(text: string): Uint8Array | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== 32) return null;
  const secret = new Uint8Array(SECRET_BYTES);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of plain) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) return null;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      secret[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  return secret;
}
