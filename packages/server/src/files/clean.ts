import { AppError } from '@zhiping/contract';
import sharp, { type Sharp } from 'sharp';
import { examinePdf, type PdfFinding } from './examine-pdf.ts';
import type { MediaType } from './sniff.ts';

/** A photo of a wall poster has 50 million; more is a bomb. */
const MAX_PIXELS = 120_000_000;

const REFUSALS: Readonly<Record<Exclude<PdfFinding, 'fine'>, 'FILE_LOCKED' | 'FILE_ACTIVE' | 'FILE_BROKEN'>> = {
  locked: 'FILE_LOCKED',
  active: 'FILE_ACTIVE',
  broken: 'FILE_BROKEN',
};

/**
 * The content as it is kept. Pictures are written anew, upright, without place, device and time of the camera; a PDF stays
 * byte for byte (it may be signed), if it opens and carries no scripts, files or password.
 * @throws AppError `FILE_BROKEN`, `FILE_LOCKED`, `FILE_ACTIVE`
 */
export async function cleaned(type: MediaType, content: Buffer): Promise<Buffer> {
  switch (type) {
    case 'application/pdf': {
      const finding = await examinePdf(content);
      if (finding !== 'fine') throw new AppError(REFUSALS[finding]);
      return content;
    }
    case 'image/jpeg':
      return picture(content, (image) => image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }));
    case 'image/png':
      return picture(content, (image) => image.png());
  }
}

async function picture(content: Buffer, as: (image: Sharp) => Sharp): Promise<Buffer> {
  const image = sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
  return as(image)
    .toBuffer()
    .catch((cause: unknown) => {
      throw new AppError('FILE_BROKEN', { cause });
    });
}
