import { ATTESTATION_IDS } from '@zhiping/core';
import { z } from 'zod';
import { decided } from './authority.ts';
import { date, id, instant, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { decisionBodies, pageQuery, worklistPage } from './worklist.ts';

const ofPerson = z.object({ personId: id });
const ofApplication = z.object({ id });

/** One statement of the unit about a person, signed and dated (LN-SEC 四). `year` is 0 for all but assessments. */
export const attestation = z.object({
  id: z.enum(ATTESTATION_IDS),
  year: z.int(),
  holds: z.boolean(),
  result: z.enum(['excellent', 'qualified', 'basic', 'unqualified', 'undetermined']).nullable(),
  years: z.int().nullable(),
  note: z.string(),
  signedBy: z.string(),
  signedAt: instant,
});
export type SignedAttestation = z.infer<typeof attestation>;

export const readAttestations = endpoint({
  method: 'GET',
  url: '/api/unit/people/:personId/attestations',
  action: 'unit.read-attestations',
  summary: '单位为一名人员逐项作出的证明',
  params: ofPerson,
  answer: z.object({ items: z.array(attestation) }),
});

export const attest = endpoint({
  method: 'POST',
  url: '/api/unit/people/:personId/attestations',
  action: 'unit.attest',
  summary: '单位作出或更改一项证明，署名并记下时间；原来的证明保留',
  params: ofPerson,
  body: z.object({
    id: z.enum(ATTESTATION_IDS),
    /** Only for the yearly assessment. */
    year: z.int().min(1980).max(2100).optional(),
    holds: z.boolean(),
    result: z.enum(['excellent', 'qualified', 'basic', 'unqualified', 'undetermined']).optional(),
    /** Full years of probation. */
    years: z.int().min(0).max(10).optional(),
    note: z.string().trim().max(300).default(''),
  }),
  answer: z.object({ items: z.array(attestation) }),
});

export const listUnitApplications = endpoint({
  method: 'GET',
  url: '/api/unit/applications',
  action: 'application.list-unit',
  summary: '本单位的申报：待审核、待考评和以后各环节的',
  query: pageQuery,
  answer: worklistPage,
});

export const unitAccept = endpoint({
  method: 'POST',
  url: '/api/applications/:id/unit-accept',
  action: 'application.unit-accept',
  summary: '单位审核通过：所选各项都已核验',
  params: ofApplication,
  body: z.object({ version }),
  answer: decided,
});

export const unitReturn = endpoint({
  method: 'POST',
  url: '/api/applications/:id/unit-return',
  action: 'application.unit-return',
  summary: '单位退回修改，逐条写明问题和怎么办',
  params: ofApplication,
  body: decisionBodies.return,
  answer: decided,
});

export const APPRAISAL_BASES = {
  'personnel-file': '人事档案',
  'technical-file': '专业技术档案',
  achievements: '业绩成果',
  'daily-assessment': '日常考核',
  contribution: '实际贡献',
} as const;
export const APPRAISAL_INSTRUMENTS = {
  'joint-review': '联审',
  'self-report': '个人述职',
  'democratic-rating': '民主测评',
  survey: '民意调查',
} as const;

const basisIds = Object.keys(APPRAISAL_BASES) as (keyof typeof APPRAISAL_BASES)[];
const instrumentIds = Object.keys(APPRAISAL_INSTRUMENTS) as (keyof typeof APPRAISAL_INSTRUMENTS)[];

/** The meeting of an appraisal group: when, as what, who sat, on what basis, by which means. */
export const appraisalMeeting = {
  heldOn: date,
  /** Name of the meeting that approved it, as the publicity names it. */
  meeting: text(80),
  members: z
    .array(z.object({ name: text(50), role: text(50) }))
    .min(3, '考评领导小组至少 3 人')
    .max(30),
  bases: z.array(z.enum(basisIds)).min(1, '请至少选择一项依据'),
  instruments: z.array(z.enum(instrumentIds)).min(1, '请至少选择一种方式'),
} as const;

/** A democratic appraisal (LN-2024 五(三)): the meeting, and what came out of it for one person. */
export const appraisalInput = z.object({
  ...appraisalMeeting,
  /** Persons of the unit who asked for the same level and specialty this year, this one included. */
  candidates: z.int().min(1).max(500),
  /** Place among them. */
  place: z.int().min(1).max(500),
  conduct: text(500),
  opinion: text(1000),
  recommended: z.boolean(),
});
export type AppraisalInput = z.infer<typeof appraisalInput>;

export const readAppraisal = endpoint({
  method: 'GET',
  url: '/api/applications/:id/appraisal',
  action: 'application.read-appraisal',
  summary: '单位民主评议的记录',
  params: ofApplication,
  answer: z.object({
    appraisal: z.object({ ...appraisalInput.shape, recordedBy: z.string(), recordedAt: instant }).nullable(),
  }),
});

export const recordAppraisal = endpoint({
  method: 'POST',
  url: '/api/applications/:id/record-appraisal',
  action: 'application.record-appraisal',
  summary: '登记考评结果：推荐或不推荐',
  params: ofApplication,
  body: z.object({ version, appraisal: appraisalInput }),
  answer: decided,
});
