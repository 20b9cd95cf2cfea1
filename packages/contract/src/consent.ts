import { z } from 'zod';
import { date, id, instant, receipt, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { applicationSnapshot } from './snapshot.ts';
import { documentReference, pageQuery } from './worklist.ts';

const ofApplication = z.object({ id });
const ofConsent = z.object({ id });

export const CONSENT_STATES = {
  waiting: '等待答复',
  granted: '已同意',
  refused: '不同意',
  withdrawn: '已撤回',
} as const;
const state = z.enum(['waiting', 'granted', 'refused', 'withdrawn']);

/** One request to a competent department, with its answer. */
export const consentRequest = z.object({
  id,
  /** Which consent of the plan. */
  consent: z.string(),
  name: z.string(),
  /** The achievement it is about; null: the case as a whole. */
  rowId: id.nullable(),
  rowTitle: z.string().nullable(),
  authorityName: z.string(),
  state,
  note: z.string(),
  askedAt: instant,
  askedBy: z.string(),
  document: z.object({ number: z.string(), date }).nullable(),
  reason: z.string(),
  answeredAt: instant.nullable(),
});
export type ConsentRequest = z.infer<typeof consentRequest>;

export const readConsents = endpoint({
  method: 'GET',
  url: '/api/applications/:id/consents',
  action: 'consent.read-case',
  summary: '本次申报须取得哪些同意，已向谁征求、怎样答复',
  params: ofApplication,
  answer: z.object({
    specs: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        label: z.string(),
        /** Whether this case rests on it; award routes ask for none. */
        needed: z.boolean(),
        given: z.boolean().nullable(),
        /** Departments that may be asked. */
        authorities: z.array(z.object({ id, name: z.string() })),
      }),
    ),
    requests: z.array(consentRequest),
    /** Achievements a department may be asked to recognise. */
    rows: z.array(z.object({ id, title: z.string() })),
  }),
});

export const askConsent = endpoint({
  method: 'POST',
  url: '/api/applications/:id/consents',
  action: 'consent.ask',
  summary: '向业务主管部门征求同意或认可',
  params: ofApplication,
  body: z.object({
    consent: z.string().max(60),
    authorityId: id,
    rowId: id.nullable().default(null),
    note: z.string().trim().max(500).default(''),
  }),
  answer: z.object({ request: consentRequest, receipt }),
});

/** A request in the worklist of a department. */
export const consentLine = z.object({
  id,
  state,
  name: z.string(),
  rowTitle: z.string().nullable(),
  number: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  specialty: z.string(),
  askedAt: instant,
});
export type ConsentLine = z.infer<typeof consentLine>;

export const listConsents = endpoint({
  method: 'GET',
  url: '/api/consents',
  action: 'consent.list',
  summary: '征求本部门同意或认可的申报',
  query: pageQuery.extend({ state: state.default('waiting') }),
  answer: z.object({ items: z.array(consentLine), next: id.nullable() }),
});

export const readConsent = endpoint({
  method: 'GET',
  url: '/api/consents/:id',
  action: 'consent.read',
  summary: '一件征求意见及其材料',
  params: ofConsent,
  answer: z.object({
    request: consentRequest,
    line: consentLine,
    /** What the case would submit now. */
    papers: applicationSnapshot.omit({ dossier: true }),
  }),
});

export const readConsentFile = endpoint({
  method: 'GET',
  url: '/api/consents/:id/files/:fileId',
  action: 'consent.read',
  summary: '征求意见材料中的一个文件',
  params: z.object({ id, fileId: id }),
  transport: 'download',
});

export const answerConsent = endpoint({
  method: 'POST',
  url: '/api/consents/:id/answer',
  action: 'consent.answer',
  summary: '答复：同意的写明文号和日期，不同意的写明理由',
  params: ofConsent,
  body: z.discriminatedUnion('granted', [
    z.object({ granted: z.literal(true), document: documentReference }),
    z.object({ granted: z.literal(false), reason: text(500), document: documentReference.optional() }),
  ]),
  answer: z.object({ request: consentRequest, receipt }),
});
