import { edgeOf, type PhotoFacts, type PhotoOutput, type PhotoRule } from '@zhiping/core';

/** A part of a picture that was turned first, in its pixels. */
export interface CropArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A photo as it would be sent, with what rules look at. */
export interface CutPhoto {
  readonly file: File;
  readonly facts: Omit<PhotoFacts, 'takenOn'>;
}

/** The first is tried first; a file too small for a rule is made with the later of the first list, one too big with those of the second. */
const FINER = [0.97, 1];
const COARSER = [0.85, 0.75, 0.6, 0.45];
const USUAL = 0.92;

/** Cuts `area` out of a picture turned by `degrees`, on white, as a JPEG the rules take for its size where that can be had. */
export async function cutPhoto(
  image: HTMLImageElement,
  area: CropArea,
  degrees: number,
  output: PhotoOutput,
  rules: readonly PhotoRule[],
): Promise<CutPhoto> {
  const { width, height } = output;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  const [wide, high, turn] = [image.naturalWidth, image.naturalHeight, (degrees * Math.PI) / 180];
  const [sine, cosine] = [Math.abs(Math.sin(turn)), Math.abs(Math.cos(turn))];
  context.scale(width / area.width, height / area.height);
  context.translate(-area.x + (wide * cosine + high * sine) / 2, -area.y + (wide * sine + high * cosine) / 2);
  context.rotate(turn);
  context.drawImage(image, -wide / 2, -high / 2);
  const edge = edgeOf(context.getImageData(0, 0, width, height).data, { width, height, channels: 4 });
  const blob = await fitting(canvas, rules);
  const file = new File([blob], '证件照.jpg', { type: 'image/jpeg' });
  return { file, facts: { mediaType: 'image/jpeg', bytes: file.size, width, height, edge } };
}

async function fitting(canvas: HTMLCanvasElement, rules: readonly PhotoRule[]): Promise<Blob> {
  const above = Math.max(0, ...rules.map(({ bytes }) => bytes?.above ?? 0));
  const below = Math.min(5_000_000, ...rules.map(({ bytes }) => bytes?.below ?? 5_000_000));
  let blob = await encoded(canvas, USUAL);
  for (const quality of blob.size <= above ? FINER : COARSER) {
    if (blob.size > above && blob.size < below) break;
    blob = await encoded(canvas, quality);
  }
  return blob;
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))),
      'image/jpeg',
      quality,
    );
  });
}

/** Reads a picture chosen on this device. Rejects with null where it is none this browser can show. */
export function openPicture(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('not a picture'));
    image.src = url;
  });
}
