import { z } from 'zod';
import { count, instant, line, prose } from './fields.ts';
import { basics, boxes, result, subject } from './form-parts.ts';

/** 报评推荐表: who is recommended, for what, after which appraisal; first paper of the main volume, LN-2024 附件2三3. */
export const recommendationForm = z.object({
  ...subject,
  routeName: line(60),
  basics,
  achievements: z.array(result).max(60),
  appraisal: z.object({ heldOn: line(40), members: count, instruments: line(200), outcome: prose(400) }).nullable(),
  boxes,
});

/** 破格评定人员审核表: which condition is missing and what stands in its place, LN-2024 附件2三4. */
export const exceptionForm = z.object({
  ...subject,
  basics,
  /** The one condition that is not met, e.g. 学历条件. */
  missing: prose(400),
  grounds: z
    .array(z.object({ clause: line(80), condition: prose(600), achievement: line(300), evidence: line(200) }))
    .min(1)
    .max(40),
  boxes,
});

/** Points with two decimals, e.g. `12.50`. */
const points = z.string().regex(/^\d{1,3}\.\d{2}$/, '分数写作两位小数');

/** 量化评价表, 打分表: each line with its basis and where the proof is; the office's column stays blank, ZJ-2022 附件1二12. */
export const scoreSheet = z.object({
  ...subject,
  /** Document the points come from. */
  basis: line(120),
  lines: z
    .array(
      z.object({
        block: line(60),
        item: line(120),
        rule: line(200),
        grounds: prose(600),
        place: line(200),
        points: points.nullable(),
      }),
    )
    .min(1)
    .max(120),
  total: points,
  passLine: points,
  boxes,
});

/** 量化评价表（标志性成果）, 推荐审批表（标志性业绩）: the achievements that open this way, ZJ-2022 附件1二13, 三. */
export const landmarkForm = z.object({
  ...subject,
  basics,
  landmarks: z
    .array(
      z.object({
        clause: line(80),
        condition: prose(600),
        achievement: line(300),
        grounds: prose(800),
        place: line(200),
      }),
    )
    .min(1)
    .max(40),
  boxes,
});

/** 综合情况表: one person on one page, for experts; nothing may run over. */
export const summarySheet = z.object({
  ...subject,
  routeName: line(60),
  basics,
  assessments: line(200),
  hours: line(200),
  /** The weightiest, at most a dozen; `more` are left to the form. */
  achievements: z.array(z.object({ kind: line(20), name: line(90), role: line(20), period: line(30) })).max(12),
  more: count,
  representativeWork: line(120).nullable(),
  /** What an expert reads first, cut by the caller. */
  report: prose(420),
  publicity: line(120),
  notes: line(200).nullable(),
});

/** 真实性保证书, 个人诚信承诺: the plan's words, signed on the phone or by hand. */
export const pledge = z.object({
  ...subject,
  idNumberMasked: line(40),
  to: line(),
  paragraphs: z.array(prose(1000)).min(1).max(10),
  /** When and how it was signed in the platform; null leaves the line for the hand. */
  signed: z.object({ at: instant, how: line(60) }).nullable(),
});

/** 专家推荐书, 专家评议书: what one named expert says about a person or one report of theirs. */
export const expertLetter = z.object({
  ...subject,
  expert: z.object({
    name: line(60),
    title: line(60),
    field: line(100),
    years: line(20),
    unitName: line(),
    relation: line(100),
    phoneMasked: line(40),
  }),
  /** The report that is judged; null where the person is recommended. */
  about: line(300).nullable(),
  opinion: prose(2000),
  signed: z.object({ at: instant, how: line(60) }).nullable(),
});
