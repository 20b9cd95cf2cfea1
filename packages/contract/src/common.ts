import { RECEIPT_FORMAT } from '@zhiping/core';
import { z } from 'zod';

/** Identifier of a row: UUID, version 7 as made by the server. */
export const id = z.uuid();
/** An instant in UTC, ISO 8601 with milliseconds, e.g. `2024-06-24T01:00:00.000Z`. */
export const instant = z.iso.datetime();
/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const date = z.iso.date();
/** The version of a changeable thing that the caller saw; a stale one answers 409. */
export const version = z.int().nonnegative();
/** Text typed by a person: trimmed, without control characters but tab and line ends. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, '请填写')
    .max(max, `最多${max}个字`)
    .refine((value) => !UNPRINTABLE.test(value), '含有不能显示的字符');
// eslint-disable-next-line no-control-regex -- exactly the characters that must not be stored
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Nothing to say but "done". */
export const done = z.object({ done: z.literal(true) });
export const DONE = { done: true } as const;
/** Signed proof that a change was recorded; keep it to show later that it was accepted (`core/record/receipt.ts`). */
export const receipt = z.object({
  format: z.literal(RECEIPT_FORMAT),
  eventId: id,
  leaf: z.string(),
  at: instant,
  key: z.string(),
  signature: z.string(),
});
