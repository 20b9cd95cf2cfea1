import { z } from 'zod';

/** C0 and C1 controls, directional overrides and invisible format characters: nothing that may hide in a printed name. */
const FORBIDDEN = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

const withoutLineBreaks = (value: string): string => value.replaceAll('\n', '');

/** One line of user text, printed as it is. */
export const line = (max = 200) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !FORBIDDEN.test(value), '含有不能打印的控制字符');

/** User text of several lines; a line break starts a new paragraph. */
export const prose = (max = 4000) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !FORBIDDEN.test(withoutLineBreaks(value)), '含有不能打印的控制字符');

/** `YYYY-MM-DD` in, `2024年7月1日` out. */
export const day = z.iso.date().transform((value) => {
  const [year, month, date] = value.split('-').map(Number);
  return `${year}年${month}月${date}日`;
});

/** `YYYY-MM` in, `2024年7月` out: the publicity template asks for months. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写作 YYYY-MM')
  .transform((value) => {
    const [year, number] = value.split('-').map(Number);
    return `${year}年${number}月`;
  });

const SHANGHAI = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** UTC instant in, `2024年7月1日 17:00` in Asia/Shanghai out. */
export const instant = z.iso.datetime().transform((value) => {
  const parts = new Map(SHANGHAI.formatToParts(new Date(value)).map((part) => [part.type, part.value]));
  return `${parts.get('year')}年${parts.get('month')}月${parts.get('day')}日 ${parts.get('hour')}:${parts.get('minute')}`;
});

/** SHA-256 in hex in, groups of eight out so that people can compare it aloud. */
export const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制摘要')
  .transform((value) => (value.match(/.{8}/g) ?? []).join(' '));

export const count = z.int().min(0).max(1_000_000);

/** Head of the record at the time of printing: with it an outsider proves that nothing before was altered. */
export const checkpoint = z.object({ size: count, root: hash, at: instant });

/** What every document carries in its margins. */
export const frame = {
  /** Number people quote: application, notice, meeting or certificate number. */
  number: line(60),
  /** Printed in the footer of every page. */
  verificationCode: line(40),
  issuedOn: day,
  /** Text of the plan, e.g. the name of the platform; null prints none. */
  watermark: line(60).nullable(),
};
