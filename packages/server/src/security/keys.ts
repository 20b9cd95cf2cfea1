import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { secretBytes } from './random.ts';

/** Secret keys of the installation, each 32 bytes, made on first start and kept in `keys/` of the data folder. */
export interface Keys {
  /** Wraps the keys of persons and files. */
  readonly master: Buffer;
  /** Makes blind indexes and sameness hashes. */
  readonly index: Buffer;
  /** Ed25519 seed that signs receipts and checkpoints. */
  readonly record: Buffer;
  /** Ed25519 seed that signs certificates. */
  readonly certificate: Buffer;
}

/** Reads the keys, making missing ones. Losing this folder makes sealed columns and files unreadable for ever. */
export function loadKeys(dataFolder: string): Keys {
  const folder = join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    master: oneKey(folder, 'master'),
    index: oneKey(folder, 'index'),
    record: oneKey(folder, 'record'),
    certificate: oneKey(folder, 'certificate'),
  };
}

function oneKey(folder: string, name: string): Buffer {
  const path = join(folder, `${name}.key`);
  if (!existsSync(path)) writeFileSync(path, `${secretBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new Error(`密钥文件 ${path} 已损坏。`);
  return key;
}

/** Ed25519 public key of a seed, hexadecimal. */
export function publicKeyOf(seed: Uint8Array): string {
  return Buffer.from(ed25519.getPublicKey(seed)).toString('hex');
}
