import type { PhotoRule } from './rule.ts';

/** The picture a cropper makes; `quality` is tried from the first on until the file is small enough. */
export interface PhotoOutput {
  readonly width: number;
  readonly height: number;
}

/** Two inches, as official forms paste them: three to four. */
const USUAL = 75;
const WIDTH = 600;

/** A size all the rules accept: three to four where they let it, else the middle of what they allow, well above their least. */
export function photoOutput(rules: readonly PhotoRule[]): PhotoOutput {
  const min = Math.max(1, ...rules.map(({ ratioHundredths }) => ratioHundredths?.min ?? 1));
  const max = Math.min(100, ...rules.map(({ ratioHundredths }) => ratioHundredths?.max ?? 100));
  const ratio = USUAL >= min && USUAL <= max ? USUAL : Math.floor((min + max) / 2);
  const least = Math.max(
    WIDTH,
    ...rules.map(({ pixelsAbove }) => pixelsAbove?.width ?? 0).map((width) => width * 2),
    ...rules.map(({ pixelsAbove }) => Math.ceil(((pixelsAbove?.height ?? 0) * 2 * ratio) / 100)),
  );
  // A multiple of the ratio keeps both sides whole.
  const width = Math.ceil(least / ratio) * ratio;
  return { width, height: (width * 100) / ratio };
}
