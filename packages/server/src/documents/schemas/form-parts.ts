import { FORM_PARTS } from '@zhiping/core';
import { z } from 'zod';
import { day, frame, line, month, prose } from './fields.ts';

/** What stands on the head of every form about one applicant. */
export const subject = {
  ...frame,
  /** Name of the form as the plan writes it. */
  formTitle: line(80),
  unitName: line(),
  applicantName: line(60),
  currentTitle: line(100),
  specialty: line(60),
  titleName: line(60),
  /** JPEG for the place of the photo; without one the place is left for pasting. */
  photo: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullish(),
};

/** A box a body fills by hand and seals. `text` is what the platform may print into it; `counts` makes it the counts of a vote. */
export const box = z.object({
  title: line(60),
  text: prose(1200).nullable(),
  counts: z.boolean(),
  signs: z.array(line(40)).min(1).max(6),
  height: z.int().min(15).max(220),
});
export const boxes = z.array(box).min(1).max(8);

export const basics = z.object({
  sex: z.enum(['男', '女']),
  bornOn: day,
  idNumberMasked: line(40),
  ethnicity: line(20).nullable(),
  education: line(100),
  school: line(100),
  graduatedIn: month.nullable(),
  workingSince: month.nullable(),
  specialtyYears: line(20),
  post: line(100),
  currentTitleSince: month.nullable(),
  phoneMasked: line(40),
});

/** One achievement as forms list it. */
export const result = z.object({
  name: line(300),
  detail: prose(2000),
  role: line(20),
  period: line(60),
  label: line(60).nullable(),
});

/** What an evaluation form is made of: titles and order come from the plan. */
export const layout = {
  notes: z.array(line(400)).max(20),
  parts: z
    .array(z.object({ holds: z.enum(FORM_PARTS), title: line(60) }))
    .min(1)
    .max(12),
  opinions: z.array(z.object({ title: line(60), boxes })).max(4),
};
