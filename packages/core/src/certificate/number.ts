/** Crockford's alphabet: no I, L, O, U, so that a number read aloud or typed is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARS = 16;

/** Parts a pattern may name in braces, e.g. `{region}{year}-{level}-{random}-{check}`. */
export interface NumberParts {
  readonly region: string;
  readonly year: string;
  readonly series: string;
  readonly level: string;
  readonly committee: string;
}

/**
 * Makes a certificate number. There is no sequence in it: nobody can find the neighbours of a number.
 * @param pattern ends with `{check}` and contains `{random}`; other characters are capital letters, digits and hyphens
 * @param random 10 random bytes (80 bits)
 * @throws RangeError where the pattern or a part does not fit
 */
export function makeNumber(pattern: string, parts: NumberParts, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError('the random part is 80 bits');
  if (!pattern.includes('{random}') || !pattern.endsWith('{check}'))
    throw new RangeError('random and check are needed');
  const values: Record<string, string> = { ...parts, random: randomText(random), check: '' };
  const body = pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`unknown part ${name}`);
    return value;
  });
  if (!/^[0-9A-Z-]+$/.test(body)) throw new RangeError('capital letters, digits and hyphens only');
  return body + checkDigits(body);
}

/** True where the check digits fit. Hyphens and spaces do not matter, nor does case. */
export function isNumber(text: string): boolean {
  const plain = plainNumber(text);
  return /^[0-9A-Z]{18,}[0-9]{2}$/.test(plain) && checkDigits(plain.slice(0, -2)) === plain.slice(-2);
}

/** A number as it is compared: capital letters and digits only. */
export function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '');
}

/**
 * Two check digits: every character as a number of two digits, remainder by 97. Finds every single wrong character and
 * every exchange of two neighbours. (ISO 7064 MOD 97-10 itself writes letters with two digits and digits with one, and so
 * misses some exchanges of a letter with a digit.)
 */
function checkDigits(body: string): string {
  const values = Array.from(plainNumber(body), (char) => Number.parseInt(char, 36));
  const rest = [...values, 0].reduce((sum, value) => (sum * 100 + value) % 97, 0);
  return String(97 - rest).padStart(2, '0');
}

function randomText(random: Uint8Array): string {
  const number = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return Array.from({ length: RANDOM_CHARS }, (_, index) => {
    const shift = BigInt(5 * (RANDOM_CHARS - 1 - index));
    return ALPHABET[Number((number >> shift) & 31n)];
  }).join('');
}
