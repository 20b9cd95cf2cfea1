import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { secretBytes } from './random.ts';

const derive = promisify(argon2);
/** OWASP's second choice: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** Hash of a password in PHC text form, argon2id with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = secretBytes(16);
  const tag = await derive('argon2id', { ...COST, message: password.normalize('NFKC'), nonce });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(nonce)}$${text(tag)}`;
}

/** True where the password is the one hashed. Takes as long for an unknown account when given `NO_PASSWORD`. */
export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (!match) return false;
  const [, memory, passes, parallelism, salt = '', wanted = ''] = match;
  const expected = Buffer.from(wanted, 'base64');
  const tag = await derive('argon2id', {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
  });
  return timingSafeEqual(tag, expected);
}

/** The hash of no password: checking against it costs the same and never succeeds. */
export const NO_PASSWORD = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(Buffer.alloc(16, 1))}$${text(Buffer.alloc(32, 2))}`;

function text(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
