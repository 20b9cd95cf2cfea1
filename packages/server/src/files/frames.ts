import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { secretBytes } from '../security/random.ts';

/** Plain bytes in one frame. Each frame is sealed alone, so a file opens as it is read and a cut is noticed. */
export const FRAME = 64 * 1024;
const TAG = 16;
const PREFIX = 7;

/** Nonce of a frame: random prefix of the file, number, and whether it is the last (frames cannot be moved or cut off). */
function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  prefix.copy(bytes);
  bytes.writeUInt32BE(number, PREFIX);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Seals a stream: prefix, then frames of ciphertext with tag. The last frame is marked, and may be empty. */
export function sealFrames(key: Buffer): Transform {
  const prefix = secretBytes(PREFIX);
  let number = 0;
  const sealOne = (plain: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, number, last), { authTagLength: TAG });
    number += 1;
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const stream = framed(FRAME, sealOne);
  stream.push(prefix);
  return stream;
}

/** Opens what `sealFrames` made; the stream fails where a bit differs, or frames are missing or moved. */
export function openFrames(key: Buffer): Transform {
  let prefix: Buffer | null = null;
  let number = 0;
  const openOne = (sealed: Buffer, last: boolean): Buffer => {
    if (prefix === null) throw new Error('file without a beginning');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(prefix, number, last), { authTagLength: TAG });
    number += 1;
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()]);
  };
  return framed(FRAME + TAG, openOne, PREFIX, (head) => {
    prefix = head;
  });
}

/** Cuts a stream into frames of `size`, keeping one back so that the last is known as such. */
function framed(
  size: number,
  turn: (frame: Buffer, last: boolean) => Buffer,
  headSize = 0,
  takeHead: (head: Buffer) => void = () => undefined,
): Transform {
  let waiting: Buffer = Buffer.alloc(0);
  let headTaken = headSize === 0;
  const guarded = (done: TransformCallback, work: () => void): void => {
    try {
      work();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    done();
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      guarded(done, () => {
        waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
        if (!headTaken && waiting.length >= headSize) {
          takeHead(Buffer.from(waiting.subarray(0, headSize)));
          waiting = waiting.subarray(headSize);
          headTaken = true;
        }
        while (headTaken && waiting.length > size) {
          this.push(turn(waiting.subarray(0, size), false));
          waiting = waiting.subarray(size);
        }
      });
    },
    flush(done) {
      guarded(done, () => {
        if (!headTaken) throw new Error('file without a beginning');
        this.push(turn(waiting, true));
      });
    },
  });
}
