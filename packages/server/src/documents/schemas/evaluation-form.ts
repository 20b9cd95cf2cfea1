import { z } from 'zod';
import { line, month, prose } from './fields.ts';
import { basics, boxes, layout, result, subject } from './form-parts.ts';

/** The page of the form that bodies seal, alone, to be scanned and submitted, LN-2024 五(六). */
export const stampedPage = z.object({
  ...subject,
  /** Printed number and title of the page, e.g. 七、公示、推荐及学科评议组意见. */
  pageTitle: line(80),
  boxes,
  /** Boxes that stay blank when the page is handed in, by their titles. */
  blank: z.array(line(60)).max(8),
});

/** The form of an application: 评定表, 评审表. Parts and boxes in the order of the plan; what bodies write stays blank. */
export const evaluationForm = z.object({
  ...subject,
  ...layout,
  copies: z.int().min(1).max(9),
  routeName: line(60),
  basics,
  training: z.array(z.object({ from: month, to: month.nullable(), place: line(200), content: line(300) })).max(100),
  work: z.array(z.object({ from: month, to: month.nullable(), unit: line(200), post: line(200) })).max(100),
  /** Before the current title; they do not count and show the way there. */
  earlier: z.array(result).max(200),
  achievements: z.array(result).max(200),
  research: z.array(result).max(200),
  assessments: z.array(z.object({ year: line(20), result: line(40), basis: line(200).nullable() })).max(40),
  representativeWork: line(300).nullable(),
  selfReport: prose(1000),
});
