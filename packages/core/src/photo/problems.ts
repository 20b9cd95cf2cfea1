import { addMonths } from '../calendar/index.ts';
import { EDGE_STEPS } from './edge.ts';
import type { PhotoRule } from './rule.ts';

/** What was measured of a photo. */
export interface PhotoFacts {
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** Of `edgeOf`. */
  readonly edge: readonly number[];
  /** The day it was taken, as its person says, `YYYY-MM-DD`. */
  readonly takenOn: string;
}

/** One thing a plan finds wrong with a photo, in words for its person. */
export interface PhotoProblem {
  readonly what: 'none' | 'format' | 'bytes' | 'pixels' | 'ratio' | 'background' | 'age';
  readonly words: string;
}

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['JPG', 'JPEG'],
  'image/png': ['PNG'],
};

/** Everything a plan finds wrong with a photo on a day; without a photo that there is none, where the plan requires one. */
export function photoProblems(rule: PhotoRule, photo: PhotoFacts | null, on: string): readonly PhotoProblem[] {
  if (photo === null) return rule.uploaded === 'required' ? [{ what: 'none', words: '还没有上传证件照' }] : [];
  const problems: PhotoProblem[] = [];
  const { formats, bytes, pixelsAbove, ratioHundredths, background, withinMonths } = rule;
  if (formats !== undefined && !formats.some((one) => FORMATS[photo.mediaType]?.includes(one))) {
    problems.push({ what: 'format', words: `照片应为 ${formats.join(' 或 ')} 格式` });
  }
  if (bytes !== undefined && (photo.bytes <= bytes.above || photo.bytes >= bytes.below)) {
    problems.push({
      what: 'bytes',
      words: `照片文件应大于 ${sizeWords(bytes.above)}、小于 ${sizeWords(bytes.below)}，现为 ${sizeWords(photo.bytes)}`,
    });
  }
  if (pixelsAbove !== undefined && (photo.width <= pixelsAbove.width || photo.height <= pixelsAbove.height)) {
    problems.push({
      what: 'pixels',
      words: `照片应大于 ${pixelsAbove.width}×${pixelsAbove.height} 像素，现为 ${photo.width}×${photo.height} 像素`,
    });
  }
  if (ratioHundredths !== undefined && !withinRatio(photo, ratioHundredths)) {
    problems.push({
      what: 'ratio',
      words: `照片宽与高之比应在 ${hundredths(ratioHundredths.min)} 到 ${hundredths(ratioHundredths.max)} 之间`,
    });
  }
  if (background !== undefined) {
    const reached = photo.edge[Math.round(((100 - background.share) / 100) * EDGE_STEPS)] ?? 0;
    if (reached < background.brightness) {
      problems.push({ what: 'background', words: `照片背景看来不是${background.name}，请换一张` });
    }
  }
  if (withinMonths !== undefined && addMonths(photo.takenOn, withinMonths) < on) {
    problems.push({ what: 'age', words: `照片应为 ${withinMonths} 个月内拍摄，这张拍摄于 ${photo.takenOn}` });
  }
  return problems;
}

/** Integers: 0.65 is `width × 100 >= 65 × height`. */
function withinRatio(
  { width, height }: Pick<PhotoFacts, 'width' | 'height'>,
  { min, max }: { readonly min: number; readonly max: number },
): boolean {
  return width * 100 >= min * height && width * 100 <= max * height;
}

/** The rule in words, one line each: first what is checked here, then what only a person can see. */
export function photoRuleWords(rule: PhotoRule): {
  readonly checked: readonly string[];
  readonly seen: readonly string[];
} {
  const { formats, bytes, pixelsAbove, ratioHundredths, background, withinMonths } = rule;
  return {
    checked: [
      ...(formats === undefined ? [] : [`${formats.join(' 或 ')} 格式`]),
      ...(bytes === undefined ? [] : [`文件大于 ${sizeWords(bytes.above)}、小于 ${sizeWords(bytes.below)}`]),
      ...(pixelsAbove === undefined ? [] : [`大于 ${pixelsAbove.width}×${pixelsAbove.height} 像素（宽×高）`]),
      ...(ratioHundredths === undefined
        ? []
        : [`宽与高之比在 ${hundredths(ratioHundredths.min)} 到 ${hundredths(ratioHundredths.max)} 之间`]),
      ...(background === undefined
        ? []
        : [`${background.name}（照片上边和两侧上半部至少 ${background.share}% 接近白色）`]),
      ...(withinMonths === undefined ? [] : [`${withinMonths} 个月内拍摄`]),
    ],
    seen: rule.seen,
  };
}

function sizeWords(bytes: number): string {
  return bytes >= 1_048_576
    ? `${trimmed((bytes / 1_048_576).toFixed(2))} MB`
    : `${trimmed((bytes / 1024).toFixed(1))} KB`;
}

const hundredths = (value: number): string => (value / 100).toFixed(2);
const trimmed = (digits: string): string => digits.replace(/\.?0+$/, '');
