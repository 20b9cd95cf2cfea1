import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretBytes } from '../security/random.ts';
import { FRAME, openFrames, sealFrames } from './frames.ts';

const key = secretBytes(32);
const sealed = (plain: Buffer): Promise<Buffer> => buffer(Readable.from(chunks(plain)).pipe(sealFrames(key)));
const opened = (bytes: Buffer, with_ = key): Promise<Buffer> => {
  const stream = openFrames(with_);
  const result = buffer(stream);
  Readable.from(chunks(bytes)).pipe(stream);
  return result;
};
function chunks(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 50_000) parts.push(bytes.subarray(at, at + 50_000));
  return parts;
}

describe('frames', () => {
  it.each([0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 17])(
    'opens %i bytes to themselves',
    async (size) => {
      const plain = secretBytes(size);
      expect((await opened(await sealed(plain))).equals(plain)).toBe(true);
    },
  );

  it('refuses another key, a changed bit, a cut and moved frames', async () => {
    const plain = secretBytes(2 * FRAME + 100);
    const whole = await sealed(plain);
    await expect(opened(whole, secretBytes(32))).rejects.toThrow();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await expect(opened(changed)).rejects.toThrow();
      }),
      { numRuns: 40 },
    );
    const frame = FRAME + 16;
    await expect(opened(whole.subarray(0, 7 + frame))).rejects.toThrow();
    await expect(opened(whole.subarray(0, 7 + 2 * frame))).rejects.toThrow();
    const swapped = Buffer.concat([
      whole.subarray(0, 7),
      whole.subarray(7 + frame, 7 + 2 * frame),
      whole.subarray(7, 7 + frame),
      whole.subarray(7 + 2 * frame),
    ]);
    await expect(opened(swapped)).rejects.toThrow();
  });
});
