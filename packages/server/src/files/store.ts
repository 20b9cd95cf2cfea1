import { createHmac, type Hmac } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough, Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@zhiping/contract';
import type { Installation } from '../installation.ts';
import { newSecretId, secretBytes } from '../security/random.ts';
import { cleaned } from './clean.ts';
import { openFrames, sealFrames } from './frames.ts';
import { HEAD, looksWhole, type MediaType, sniff, TAIL } from './sniff.ts';
import { turns } from './turns.ts';

/** A file that was checked, encrypted and stored. Its random id is kept in a row of whatever it belongs to. */
export interface StoredFile {
  readonly id: string;
  /** Name the person's device gave it, without folders. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Keyed hash of the content, hexadecimal: equal for equal files of this installation. */
  readonly sameness: string;
}
/** A stored file with the key that opens it, until the key is wrapped into the file's row. */
export interface FreshFile extends StoredFile {
  readonly key: Buffer;
}

/**
 * Checks, encrypts and stores an upload. Throws `FILE_TOO_LARGE`, `FILE_TYPE`, `FILE_EMPTY` or what
 * {@link cleaned} throws, and leaves nothing behind then.
 */
export async function storeUpload(
  installation: Installation,
  content: Readable,
  name: string,
  maxBytes: number,
): Promise<FreshFile> {
  const look = inspect(installation, maxBytes);
  const received = await write(installation, content, look.stream);
  const { head, tail, bytes } = look.seen();
  const mediaType = sniff(head);
  try {
    if (bytes === 0) throw new AppError('FILE_EMPTY');
    if (mediaType === null) throw new AppError('FILE_TYPE');
    if (!looksWhole(mediaType, tail)) throw new AppError('FILE_BROKEN');
    const kept = await oneOfFew(() => keepCleaned(installation, received, mediaType));
    // Sameness is that of what was sent: equal files stay equal, however pictures are written anew.
    return { ...kept, name: cleanName(name, mediaType), mediaType, sameness: look.sameness() };
  } catch (error) {
    await rm(installation.shelf.unfinished(received.id), { force: true });
    throw error;
  }
}

/** A file is in memory while it is cleaned, a picture also with its pixels. */
const oneOfFew = turns(3);

/** Keeps the cleaned content; where nothing had to be cleaned that is what was received. Nothing else reaches the shelf. */
async function keepCleaned(
  installation: Installation,
  received: Written,
  mediaType: MediaType,
): Promise<Written & { readonly bytes: number }> {
  const { shelf } = installation;
  const unfinished = shelf.unfinished(received.id);
  const content = await buffer(opened(createReadStream(unfinished), received.key));
  const clean = await cleaned(mediaType, content);
  if (clean === content) {
    await shelf.keep(received.id);
    return { ...received, bytes: content.length };
  }
  const kept = await write(installation, Readable.from([clean]), new PassThrough());
  await shelf.keep(kept.id);
  await rm(unfinished, { force: true });
  return { ...kept, bytes: clean.length };
}

/** Encrypts and stores what the platform made itself, e.g. a PDF, or an archive as it is made. */
export async function storeOwn(
  installation: Installation,
  content: Buffer | Readable,
  name: string,
  mediaType: string,
): Promise<FreshFile> {
  const look = inspect(installation, Number.POSITIVE_INFINITY);
  const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
  const { id, key } = await write(installation, source, look.stream);
  await installation.shelf.keep(id);
  return { id, key, name, mediaType, bytes: look.seen().bytes, sameness: look.sameness() };
}

/** The plain content of a stored file as a stream. */
export function readFileContent(installation: Installation, id: string, key: Buffer): Readable {
  return opened(installation.shelf.read(id), key);
}

function opened(source: Readable, key: Buffer): Readable {
  const opening = openFrames(key);
  source.on('error', (error) => opening.destroy(error));
  return source.pipe(opening);
}

export async function removeFile(installation: Installation, id: string): Promise<void> {
  await installation.shelf.remove(id);
}

interface Written {
  readonly id: string;
  readonly key: Buffer;
}

/** Encrypts into an unfinished file of this machine; the shelf keeps it once it is found good. */
async function write(installation: Installation, content: Readable, look: Transform): Promise<Written> {
  const id = newSecretId();
  const key = secretBytes(32);
  const unfinished = installation.shelf.unfinished(id);
  await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 });
  try {
    await pipeline(content, look, sealFrames(key), createWriteStream(unfinished, { mode: 0o600, flush: true }));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { id, key };
}

/** Lets content pass and remembers its ends, its length and its keyed hash. */
function inspect(installation: Installation, maxBytes: number) {
  const hmac: Hmac = createHmac('sha256', installation.keys.index).update('file\0');
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        done(new AppError('FILE_TOO_LARGE'));
        return;
      }
      if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD)]);
      tail = Buffer.concat([tail, chunk.subarray(-TAIL)]).subarray(-TAIL);
      hmac.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, seen: () => ({ head, tail, bytes }), sameness: () => hmac.digest('hex') };
}

const ENDINGS: Readonly<Record<MediaType, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
};

/** Keeps the readable part of a file name and gives it the ending of what the file really is. */
function cleanName(name: string, type: MediaType): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const readable = base
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .trim();
  return `${readable.slice(0, 80) || '文件'}${ENDINGS[type]}`;
}
