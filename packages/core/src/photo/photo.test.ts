import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edgeOf,
  EDGE_STEPS,
  type PhotoFacts,
  photoOutput,
  photoProblems,
  type PhotoRule,
  photoRuleWords,
} from './index.ts';

const zhejiang: PhotoRule = {
  label: '附件2之4',
  uploaded: 'required',
  printed: 0,
  background: { name: '白底', brightness: 225, share: 90 },
  formats: ['JPG', 'JPEG'],
  bytes: { above: 30_720, below: 1_048_576 },
  pixelsAbove: { width: 215, height: 300 },
  ratioHundredths: { min: 65, max: 80 },
  seen: ['白底证件照'],
};
const liaoning: PhotoRule = {
  label: '附件2三6',
  uploaded: 'optional',
  printed: 2,
  withinMonths: 6,
  seen: ['正面', '免冠'],
};
const white = Array.from({ length: EDGE_STEPS + 1 }, () => 250);
const good: PhotoFacts = {
  mediaType: 'image/jpeg',
  bytes: 80_000,
  width: 600,
  height: 800,
  edge: white,
  takenOn: '2024-03-31',
};
const found = (rule: PhotoRule, change: Partial<PhotoFacts>, on = '2024-07-01') =>
  photoProblems(rule, { ...good, ...change }, on).map(({ what }) => what);

describe('the rule of a plan', () => {
  it.each<[string, Partial<PhotoFacts>, readonly string[]]>([
    ['a good photo', {}, []],
    ['a PNG', { mediaType: 'image/png' }, ['format']],
    ['exactly 30 KB, which is not above it', { bytes: 30_720 }, ['bytes']],
    ['one byte more', { bytes: 30_721 }, []],
    ['exactly 1 MB, which is not below it', { bytes: 1_048_576 }, ['bytes']],
    ['one byte less', { bytes: 1_048_575 }, []],
    ['215 wide', { width: 215, height: 301 }, ['pixels']],
    ['300 high', { width: 216, height: 300 }, ['pixels']],
    ['just above both', { width: 216, height: 301 }, []],
    ['0.65, bound included', { width: 650, height: 1000 }, []],
    ['below 0.65', { width: 649, height: 1000 }, ['ratio']],
    ['0.80, bound included', { width: 800, height: 1000 }, []],
    ['above 0.80', { width: 801, height: 1000 }, ['ratio']],
    ['a blue background', { edge: white.map((_, at) => (at < 3 ? 80 : 250)) }, ['background']],
  ])('says of %s what is wrong', (_name, change, wrong) => {
    expect(found(zhejiang, change)).toEqual(wrong);
  });

  it('counts months by the calendar, to the day', () => {
    expect(found(liaoning, { takenOn: '2024-03-31' }, '2024-09-30')).toEqual([]);
    expect(found(liaoning, { takenOn: '2024-03-31' }, '2024-10-01')).toEqual(['age']);
    expect(found(liaoning, { takenOn: '2023-08-31' }, '2024-02-29')).toEqual([]);
    expect(found(liaoning, { takenOn: '2023-08-31' }, '2024-03-01')).toEqual(['age']);
  });

  it('misses a photo only where one is required', () => {
    expect(photoProblems(zhejiang, null, '2024-07-01').map(({ what }) => what)).toEqual(['none']);
    expect(photoProblems(liaoning, null, '2024-07-01')).toEqual([]);
  });

  it('is told in words, apart what a machine checks and what a person sees', () => {
    expect(photoRuleWords(zhejiang).checked).toEqual([
      'JPG 或 JPEG 格式',
      '文件大于 30 KB、小于 1 MB',
      '大于 215×300 像素（宽×高）',
      '宽与高之比在 0.65 到 0.80 之间',
      '白底（照片上边和两侧上半部至少 90% 接近白色）',
    ]);
    expect(photoRuleWords(liaoning)).toEqual({ checked: ['6 个月内拍摄'], seen: ['正面', '免冠'] });
  });
});

describe('the edge of a picture', () => {
  it('shows the background, not the shoulders', () => {
    const [width, height] = [60, 80];
    const pixels = new Uint8Array(width * height * 3).fill(255);
    // Shoulders fill the lower half.
    pixels.fill(20, width * (height / 2) * 3);
    expect(edgeOf(pixels, { width, height, channels: 3 })[2]).toBe(255);
    pixels.fill(20, 0, width * 20 * 3);
    expect(edgeOf(pixels, { width, height, channels: 3 })[2]).toBe(20);
  });

  it('never gets darker from step to step', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12 * 16 * 4, maxLength: 12 * 16 * 4 }), (pixels) => {
        const edge = edgeOf(pixels, { width: 12, height: 16, channels: 4 });
        expect(edge).toHaveLength(EDGE_STEPS + 1);
        expect(edge.toSorted((a, b) => a - b)).toEqual(edge);
      }),
    );
  });
});

describe('what a cropper makes', () => {
  it('is three to four where the rules let it', () => {
    expect(photoOutput([])).toEqual({ width: 600, height: 800 });
    expect(photoOutput([zhejiang, liaoning])).toEqual({ width: 600, height: 800 });
  });

  it('fits size and shape of every rule that can be met', () => {
    const rule = fc
      .record({
        min: fc.integer({ min: 40, max: 100 }),
        span: fc.integer({ min: 0, max: 30 }),
        side: fc.integer({ min: 1, max: 900 }),
      })
      .map(({ min, span, side }) => ({
        ...liaoning,
        pixelsAbove: { width: side, height: side },
        ratioHundredths: { min, max: Math.min(100, min + span) },
      }));
    fc.assert(
      fc.property(rule, (one) => {
        const { width, height } = photoOutput([one]);
        expect(Number.isInteger(width) && Number.isInteger(height)).toBe(true);
        expect(found(one, { width, height, takenOn: '2024-06-30' })).toEqual([]);
      }),
    );
  });
});
