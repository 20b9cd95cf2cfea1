import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Signer } from '@zhiping/core';
import { secretBytes } from './random.ts';

/** Secret keys of the installation, each 32 bytes, made on first start and kept in `keys/` of the data folder. */
export interface Keys {
  /** Wraps the keys of persons and files. */
  readonly master: Buffer;
  /** Makes blind indexes and sameness hashes. */
  readonly index: Buffer;
  /** Signs receipts and checkpoints. */
  readonly record: Signer;
  /** Signs certificates. */
  readonly certificate: Signer;
}

/** Reads the keys, making missing ones. Losing this folder makes sealed columns and files unreadable for ever. */
export function loadKeys(dataFolder: string): Keys {
  const folder = join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    master: oneKey(folder, 'master'),
    index: oneKey(folder, 'index'),
    record: signerOf(oneKey(folder, 'record')),
    certificate: signerOf(oneKey(folder, 'certificate')),
  };
}

function oneKey(folder: string, name: string): Buffer {
  const path = join(folder, `${name}.key`);
  if (!existsSync(path)) writeFileSync(path, `${secretBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new Error(`密钥文件 ${path} 已损坏。`);
  return key;
}

/** What stands before a seed in PKCS #8 and before a public key in SPKI (RFC 8410). */
const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX_BYTES = 12;

/** Signs with the machine's own Ed25519, some fifty times as fast as one in JavaScript. `seed` is 32 bytes. */
export function signerOf(seed: Buffer): Signer {
  const key = createPrivateKey({ key: Buffer.concat([SEED_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX_BYTES);
  return { publicKey, sign: (message) => sign(null, message, key) };
}

/** The public key of a signer, hexadecimal. */
export function publicKeyOf(signer: Signer): string {
  return Buffer.from(signer.publicKey).toString('hex');
}
