import { LIKENESSES } from '@zhiping/core';
import { z } from 'zod';
import { id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';

/** One other use of what an application uses. */
const otherUse = z.object({
  /** Number of the other application. */
  number: z.string(),
  plan: z.string(),
  /** In full for the office whose plan it is, masked for everybody else; null for the same person. */
  personName: z.string().nullable(),
  unitName: z.string(),
  title: z.string(),
  part: z.string(),
  usedAt: instant,
});

/** An achievement (or the self-report) that somebody else, or an earlier application, uses too. */
export const reuseFinding = z.object({
  rowId: id,
  /** Blank for the self-report. */
  title: z.string(),
  part: z.string(),
  likenesses: z.array(z.enum(LIKENESSES)),
  standing: z.enum(['own-earlier', 'part-missing', 'parts-alike', 'parts-differ']),
  other: otherUse,
});
export type ReuseFinding = z.infer<typeof reuseFinding>;

export const readReuse = endpoint({
  method: 'GET',
  url: '/api/applications/:id/reuse',
  action: 'reuse.read',
  summary: '一份申报中与他人或以往申报重复、近似的业绩，附双方所写的本人部分',
  params: z.object({ id }),
  answer: z.object({ items: z.array(reuseFinding) }),
});
