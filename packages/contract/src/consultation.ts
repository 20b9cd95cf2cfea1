import { z } from 'zod';
import { applicationLevel, talent } from './application.ts';
import { date, id, instant, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** What is asked before an application: to go by the green channel, or to be evaluated here as an entrusted case. */
export const consultationKind = z.enum(['green', 'entrusted']);
export type ConsultationKind = z.infer<typeof consultationKind>;
export const consultationState = z.enum(['asked', 'agreed', 'declined']);

export const consultationLine = z.object({
  id,
  kind: consultationKind,
  state: consultationState,
  planId: id,
  planName: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  specialty: z.string(),
  specialtyName: z.string(),
  level: applicationLevel,
  levelName: z.string(),
  askedAt: instant,
});
export type ConsultationLine = z.infer<typeof consultationLine>;

export const consultation = consultationLine.extend({
  version,
  /** Main achievements and basic situation, in the person's own words. */
  reason: z.string(),
  contact: z.string(),
  talents: z.array(talent),
  answer: z
    .object({ at: instant, by: z.string(), agreed: z.boolean(), reason: z.string(), talents: z.array(talent) })
    .nullable(),
  /** The papers of an entrusting chain in their order, with the last one handed in for each. */
  papers: z.array(
    z.object({
      step: z.string(),
      name: z.string(),
      from: z.string(),
      by: z.enum(['applicant', 'office']),
      paper: z.object({ id, number: z.string(), datedOn: date, fileName: z.string(), at: instant }).nullable(),
    }),
  ),
  /** What still stands against accepting it. */
  lacks: z.array(z.string()),
});
export type Consultation = z.infer<typeof consultation>;

const byId = z.object({ id });
const page = z.object({ items: z.array(consultationLine), next: id.nullable() });

export const askConsultation = endpoint({
  method: 'POST',
  url: '/api/consultations',
  action: 'consultation.ask',
  summary: '申报前提出：绿色通道初步审核，或委托评审',
  body: z.object({
    planId: id,
    kind: consultationKind,
    specialty: z.string().max(60),
    level: applicationLevel,
    talents: z.array(talent).max(4).default([]),
    reason: text(2000),
    contact: text(100),
  }),
  answer: z.object({ id, receipt }),
});

export const listOwnConsultations = endpoint({
  method: 'GET',
  url: '/api/my/consultations',
  action: 'consultation.list-own',
  summary: '本人申报前提出的事项',
  query: pageQuery,
  answer: page,
});

export const listOfficeConsultations = endpoint({
  method: 'GET',
  url: '/api/office/consultations',
  action: 'consultation.list-office',
  summary: '申报前提出的事项：绿色通道初步审核、委托评审',
  query: pageQuery.extend({ state: consultationState.default('asked') }),
  answer: page,
});

export const readConsultation = endpoint({
  method: 'GET',
  url: '/api/consultations/:id',
  action: 'consultation.read',
  summary: '申报前提出的一件事项',
  params: byId,
  answer: consultation,
});

export const addConsultationPaper = endpoint({
  method: 'POST',
  url: '/api/consultations/:id/papers',
  action: 'consultation.add-paper',
  summary: '交来委托评审的一份书面材料：文号、日期和扫描件',
  params: byId,
  body: z.object({ step: z.string().max(60), number: text(60), datedOn: date }),
  answer: consultation,
  transport: 'upload',
});

export const readConsultationPaper = endpoint({
  method: 'GET',
  url: '/api/consultations/:id/papers/:paperId',
  action: 'consultation.read-paper',
  summary: '查看书面材料的扫描件',
  params: z.object({ id, paperId: id }),
  transport: 'download',
});

export const answerConsultation = endpoint({
  method: 'POST',
  url: '/api/consultations/:id/answer',
  action: 'consultation.answer',
  summary: '答复：同意后才能申报；都写明理由',
  params: byId,
  body: z.object({ version, agreed: z.boolean(), reason: text(1000), talents: z.array(talent).max(4).default([]) }),
  answer: consultation,
});
