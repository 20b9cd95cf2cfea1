import { AppError } from '@zhiping/contract';
import { edgeOf } from '@zhiping/core';
import sharp from 'sharp';

/** What is measured of a picture when it is uploaded, so that every plan's rule can be held against it later. */
export interface Measured {
  readonly width: number;
  readonly height: number;
  readonly edge: readonly number[];
}

/** Wide enough to see the background, small enough to cost nothing. */
const LOOKED_AT = 240;
const LEAST = { width: 200, height: 260 };
/** Width to height in hundredths: what any document so far calls a 证件照 lies between. */
const SHAPE = { min: 55, max: 90 };

/**
 * Measures a photo that was stored already, and refuses what no plan would take.
 * @throws AppError `PHOTO_NOT_PICTURE`, `PHOTO_TOO_SMALL`, `PHOTO_SHAPE`, `FILE_BROKEN`
 */
export async function measurePhoto(mediaType: string, content: Buffer): Promise<Measured> {
  if (!mediaType.startsWith('image/')) throw new AppError('PHOTO_NOT_PICTURE');
  const broken = (cause: unknown): never => {
    throw new AppError('FILE_BROKEN', { cause });
  };
  const { width, height } = await sharp(content).metadata().catch(broken);
  if (width < LEAST.width || height < LEAST.height) throw new AppError('PHOTO_TOO_SMALL');
  if (width * 100 < SHAPE.min * height || width * 100 > SHAPE.max * height) throw new AppError('PHOTO_SHAPE');
  const { data, info } = await sharp(content)
    .resize({ width: LOOKED_AT, kernel: 'nearest' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(broken);
  return { width, height, edge: edgeOf(data, { width: info.width, height: info.height, channels: 3 }) };
}

/** The photo as forms carry it: a JPEG of at most 600 pixels of height, on white. */
export function photoForPrint(content: Buffer): Promise<Buffer> {
  return sharp(content)
    .resize({ height: 600, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
