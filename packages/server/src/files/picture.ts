import { AppError } from '@zhiping/contract';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

const A4 = { short: 595.28, long: 841.89 };
const MARGIN = 20;
/** An A4 page at 300 dots to the inch. */
const LONGEST = 3508;

/** A picture turned clockwise by so many quarters, in its own format. @throws AppError `FILE_BROKEN` */
export function turnedPicture(mediaType: string, content: Buffer, quarters: 1 | 2 | 3): Promise<Buffer> {
  const image = sharp(content).rotate(quarters * 90);
  const written = mediaType === 'image/png' ? image.png() : image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  return written.toBuffer().catch(broken);
}

/** Pictures as one PDF, one to a page of A4, upright or across as the picture lies. @throws AppError `FILE_BROKEN` */
export async function pdfOfPictures(pictures: readonly Buffer[], title: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(title);
  for (const picture of pictures) {
    const jpeg = await sharp(picture)
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer()
      .catch(broken);
    const image = await pdf.embedJpg(jpeg);
    const across = image.width > image.height;
    const page = pdf.addPage(across ? [A4.long, A4.short] : [A4.short, A4.long]);
    const room = { width: page.getWidth() - 2 * MARGIN, height: page.getHeight() - 2 * MARGIN };
    const scale = Math.min(room.width / image.width, room.height / image.height);
    const size = { width: image.width * scale, height: image.height * scale };
    page.drawImage(image, {
      ...size,
      x: (page.getWidth() - size.width) / 2,
      y: (page.getHeight() - size.height) / 2,
    });
  }
  return Buffer.from(await pdf.save());
}

function broken(cause: unknown): never {
  throw new AppError('FILE_BROKEN', { cause });
}
