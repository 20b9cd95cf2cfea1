import { z } from 'zod';
import { day, frame, line, month, prose } from './fields.ts';

const cover = {
  ...frame,
  unitName: line(),
  applicantName: line(60),
  currentTitle: line(100),
  specialty: line(60),
  titleName: line(60),
};

/** Part seven of the 评定表 alone, to be sealed, scanned and submitted, LN-2024 五(六). */
export const stampedPage = z.object({
  ...cover,
  publicity: z.object({ from: day, to: day, workingDays: z.int().min(1), outcome: prose(400) }).nullable(),
  unitOpinion: prose(800).nullable(),
  /** Whether the industry association seals too (security engineering), LN-2024 五(六). */
  association: line(60).nullable(),
});

const row = z.object({
  name: line(300),
  detail: prose(2000),
  role: line(20),
  period: line(60),
  label: line(60).nullable(),
});

/** 《辽宁省专业技术资格评定表》, three copies; boxes of parts seven and eight stay empty for the bodies, LN-2024 附件2 三7. */
export const evaluationForm = z.object({
  ...stampedPage.shape,
  copies: z.int().min(1).max(9),
  routeName: line(60),
  basics: z.object({
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
  }),
  training: z.array(z.object({ from: month, to: month.nullable(), place: line(200), content: line(300) })).max(100),
  work: z.array(z.object({ from: month, to: month.nullable(), unit: line(200), post: line(200) })).max(100),
  achievements: z.array(row).max(200),
  research: z.array(row).max(200),
  representativeWork: line(300).nullable(),
  selfReport: prose(1000),
});
