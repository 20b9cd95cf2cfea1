import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cleaned } from './clean.ts';
import { samplePdf } from './testing/sample-pdf.ts';
import { turns } from './turns.ts';

describe('a PDF', () => {
  it('stays byte for byte', async () => {
    const pdf = samplePdf({ filling: 1000 });
    expect(await cleaned('application/pdf', pdf)).toBe(pdf);
  });

  it.each([
    ['a script', samplePdf({ script: true }), 'FILE_ACTIVE'],
    ['a file inside', samplePdf({ attachment: true }), 'FILE_ACTIVE'],
    ['a password', samplePdf({ password: true }), 'FILE_LOCKED'],
    ['nothing of a PDF but its marks', Buffer.from('%PDF-1.7\nxxx\n%%EOF\n'), 'FILE_BROKEN'],
  ])('with %s is refused, and the next one is judged by itself', async (_name, pdf, code) => {
    await expect(cleaned('application/pdf', pdf)).rejects.toMatchObject({ code });
    await expect(cleaned('application/pdf', samplePdf())).resolves.toBeInstanceOf(Buffer);
  });
});

describe('a picture', () => {
  const plain = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#246' } });

  it('loses place and device of the camera and stands upright', async () => {
    const taken = await plain()
      .jpeg()
      .withExif({
        IFD0: { Make: 'Camera', Copyright: '王安防' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 48/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const clean = await cleaned('image/jpeg', taken);
    expect(await sharp(clean).metadata()).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
    expect((await sharp(clean).metadata()).exif).toBeUndefined();
    expect(clean.includes(Buffer.from('Camera'))).toBe(false);
  });

  it('that is cut off, or a bomb, is refused', async () => {
    const png = await plain().png().toBuffer();
    await expect(cleaned('image/png', png.subarray(0, 60))).rejects.toMatchObject({ code: 'FILE_BROKEN' });
    // The header promises 20,000 × 12,000 pixels.
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(20_000, 16);
    bomb.writeUInt32BE(12_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    await expect(cleaned('image/png', bomb)).rejects.toMatchObject({ code: 'FILE_BROKEN' });
  });
});

it('at most so many works run at once, in the order they came', async () => {
  const inTurn = turns(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      inTurn(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});
