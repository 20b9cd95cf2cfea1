import { z } from 'zod';
import { count, day, frame, line, month, prose } from './fields.ts';

/** 缴费通知: what to pay, where, with which words on the slip, and what happens otherwise, ZJ-2022 八(三). */
export const paymentNotice = z.object({
  ...frame,
  officeName: line(),
  applicantName: line(60),
  unitName: line(),
  specialty: line(60),
  titleName: line(60),
  /** In words of the plan, e.g. 280 元. */
  amount: line(40),
  basis: line(120),
  method: line(60),
  account: z.object({ name: line(), number: line(60), bank: line(120) }),
  /** What to write on the transfer, so that it is found. */
  remark: line(80),
  due: line(120),
  unpaid: line(120),
  contact: line(200),
});

/** 委托评审函, 评审委托书: one body entrusts people to the committee of another, LN-2024 七(一), ZJ-2022 附件1一1. */
export const entrustLetter = z.object({
  ...frame,
  formTitle: line(80),
  to: line(),
  from: line(),
  year: z.int().min(2000).max(2100),
  committeeName: line(),
  reason: prose(400),
  people: z
    .array(
      z.object({
        name: line(60),
        sex: z.enum(['男', '女', '—']),
        unit: line(),
        currentTitle: line(100),
        specialty: line(60),
        titleName: line(60),
      }),
    )
    .min(1)
    .max(2000),
  contact: line(60),
  phone: line(60),
});

/** 推荐人员花名册: it feeds the certificates, so nothing is abbreviated. Columns follow the lists offices use. */
export const roster = z.object({
  ...frame,
  title: line(80),
  organisation: line(),
  year: z.int().min(2000).max(2100),
  committeeName: line(),
  people: z
    .array(
      z.object({
        name: line(60),
        sex: z.enum(['男', '女', '—']),
        bornIn: month.nullable(),
        idNumber: line(40),
        unit: line(),
        post: line(100),
        education: line(160),
        specialty: line(60),
        specialtyYears: line(20),
        currentTitle: line(100),
        currentTitleSince: month.nullable(),
        routeName: line(60),
        titleName: line(60),
        selfScore: line(10).nullable(),
        remark: line(100).nullable(),
        phone: line(40),
      }),
    )
    .min(1)
    .max(5000),
  compiledBy: line(60),
  phone: line(60),
});

/** Labels for bags and boxes of paper: who, where, what, and a code the desk reads, LN-2024 附件2三9. */
export const caseLabels = z.object({
  ...frame,
  labels: z
    .array(
      z.object({
        number: line(60),
        applicantName: line(60),
        unitName: line(),
        titleName: line(60),
        specialty: line(60),
        routeName: line(60),
        committeeName: line(),
        year: z.int().min(2000).max(2100),
        /** What stands in the code: the number, so that a reader of the desk finds the case. */
        code: line(300),
      }),
    )
    .min(1)
    .max(500),
});

/** First pages of a dossier volume: cover and table of contents. */
export const volumeContents = z.object({
  ...frame,
  volumeName: line(60),
  /** Which of how many, e.g. 1 of 2. */
  ordinal: z.int().min(1),
  volumes: z.int().min(1),
  year: z.int().min(2000).max(2100),
  unitName: line(),
  applicantName: line(60),
  specialty: line(60),
  titleName: line(60),
  committeeName: line(),
  items: z
    .array(
      z.object({
        section: line(60),
        /** Null where the plan asks for something that is not there. */
        title: line(300).nullable(),
        from: count.nullable(),
        pages: count,
      }),
    )
    .min(1)
    .max(1000),
  madeOn: day,
});

/** Cover of an authority's package: what lies in it and, case by case, what is still missing. ZJ-2022 附件1一. */
export const packageCover = z.object({
  ...frame,
  authority: line(),
  to: line(),
  planTitle: line(),
  year: z.int().min(2000).max(2100),
  cases: z
    .array(
      z.object({
        number: line(60),
        name: line(60),
        unit: line(),
        titleName: line(60),
        routeName: line(60),
        /** Empty where nothing lacks. */
        lacks: prose(1000),
      }),
    )
    .min(1)
    .max(2000),
  /** Papers of each case and their copies, by way of applying. */
  papers: z.array(z.object({ routeName: line(60), words: prose(2000) })).max(50),
  contact: line(60),
  phone: line(60),
});

/** A plain list of rows, e.g. of continuing education, in front of its evidence. */
export const listing = z.object({
  ...frame,
  title: line(80),
  applicantName: line(60),
  unitName: line(),
  columns: z.array(line(40)).min(1).max(10),
  rows: z.array(z.array(prose(600)).min(1).max(10)).max(500),
});

/** 专业技术工作总结, 本人述职 as a paper of its own. */
export const selfReport = z.object({
  ...frame,
  title: line(80),
  applicantName: line(60),
  unitName: line(),
  text: prose(5000),
});
