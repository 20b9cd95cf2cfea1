import { VALUES } from '@zhiping/standard';
import { z } from 'zod';
import { id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';

/** 推荐 of the person, or 评议 of one report. */
export const endorsementKind = z.enum(['recommendation', 'appraisal']);
export const endorsementState = z.enum(['invited', 'expired', 'filled', 'returned', 'cancelled']);
const titleLevel = z.enum(VALUES['title-level']);
const relation = z.enum(VALUES.relation);
/** One-time secret of a link: shown once, stored as a hash. */
export const linkToken = z.string().min(16).max(64);
/** What somebody opened a page with: a link that was cut off in a message is as unusable as one that was used. */
export const linkPresented = z.string().max(500);

/** What an expert states about oneself and the applicant. Sent beside a file, so everything arrives as text. */
const stated = {
  name: text(50),
  /** Only its keyed hash is kept: it tells people apart. */
  idNumber: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{8,18}$/, '证件号码应为 8 至 18 位字母和数字'),
  unit: text(100),
  titleName: text(50),
  titleLevel,
  field: text(60),
  relation,
  titleYears: z.coerce.number().int().min(0).max(60),
  nationalTalent: z.enum(['yes', 'no']),
  /** To the applicant, in words, e.g. 无 or 曾任导师. */
  relationToApplicant: text(100),
  opinion: text(2000),
};

export const endorsement = z.object({
  id,
  kind: endorsementKind,
  rowId: id.nullable(),
  way: z.enum(['link', 'paper']),
  state: endorsementState,
  /** Whom the applicant invited, as the applicant wrote it. */
  invitedName: z.string(),
  invitedAt: instant,
  expiresAt: instant.nullable(),
  letter: z
    .object({
      name: z.string(),
      unit: z.string(),
      titleName: z.string(),
      titleLevel,
      field: z.string(),
      relation,
      titleYears: z.int(),
      nationalTalent: z.boolean(),
      relationToApplicant: z.string(),
      opinion: z.string(),
      at: instant,
      fileName: z.string(),
    })
    .nullable(),
  /** What the standard asks of experts and this one fits, as printed label and wording. */
  serves: z.array(z.string()),
  /** Another letter for the same purpose that counts is by the same person. */
  samePerson: z.boolean(),
  check: z.object({ at: instant, accepted: z.boolean(), reason: z.string() }).nullable(),
});
export type Endorsement = z.infer<typeof endorsement>;

/** `found`: different people whose letters serve it and were not returned. */
const need = z.object({ kind: endorsementKind, label: z.string(), text: z.string(), min: z.int(), found: z.int() });
const byId = z.object({ id });
export const endorsementList = z.object({
  /** What the standard asks on this route; null where it is checked by hand. */
  needs: z.array(need).nullable(),
  /** Official names of the letters of this plan; null where the plan has no such letter. */
  forms: z.object({ recommendation: z.string().nullable(), appraisal: z.string().nullable() }),
  items: z.array(endorsement),
});

export const listEndorsements = endpoint({
  method: 'GET',
  url: '/api/applications/:id/endorsements',
  action: 'endorsement.list',
  summary: '一份申报的专家推荐和评议',
  params: byId,
  answer: endorsementList,
});

const about = { kind: endorsementKind, rowId: id.optional() };

export const inviteEndorser = endpoint({
  method: 'POST',
  url: '/api/applications/:id/endorsements',
  action: 'endorsement.invite',
  summary: '邀请专家：给出一次性链接，只显示这一次',
  params: byId,
  body: z.object({ ...about, name: text(50) }),
  answer: z.object({ id, token: linkToken, expiresAt: instant }),
});

export const addPaperEndorsement = endpoint({
  method: 'POST',
  url: '/api/applications/:id/endorsements/paper',
  action: 'endorsement.add-paper',
  summary: '上传专家手写签名的材料扫描件，并照录所填内容',
  params: byId,
  body: z.object({ ...about, ...stated }),
  answer: endorsementList,
  transport: 'upload',
});

const ofOne = z.object({ id, endorsementId: id });

export const cancelEndorsement = endpoint({
  method: 'POST',
  url: '/api/applications/:id/endorsements/:endorsementId/cancel',
  action: 'endorsement.cancel',
  summary: '取消一位专家的邀请或材料',
  params: ofOne,
  body: z.object({}),
  answer: endorsementList,
});

export const checkEndorsement = endpoint({
  method: 'POST',
  url: '/api/applications/:id/endorsements/:endorsementId/check',
  action: 'endorsement.check',
  summary: '核对一份专家材料；不予认可的写明理由',
  params: ofOne,
  body: z.object({ accepted: z.boolean(), reason: text(500) }),
  answer: endorsementList,
});

export const readEndorsementFile = endpoint({
  method: 'GET',
  url: '/api/applications/:id/endorsements/:endorsementId/file',
  action: 'endorsement.read-file',
  summary: '专家签名或材料扫描件',
  params: ofOne,
  transport: 'download',
});

export const printEndorsement = endpoint({
  method: 'GET',
  url: '/api/applications/:id/endorsements/:endorsementId/letter',
  action: 'endorsement.read-file',
  summary: '专家推荐书或评议书（PDF），按所填内容',
  params: ofOne,
  transport: 'download',
});

/** The token travels in the body: an address would be kept in logs. */
export const openInvitation = endpoint({
  method: 'POST',
  url: '/api/endorsement-invitations/open',
  action: 'endorsement.open',
  summary: '专家打开邀请链接',
  body: z.object({ token: linkPresented }),
  answer: z.object({
    kind: endorsementKind,
    form: z.string(),
    invitedName: z.string(),
    applicantName: z.string(),
    unitName: z.string(),
    planName: z.string(),
    specialtyName: z.string(),
    levelName: z.string(),
    /** The achievement to be appraised. */
    subject: z.string().nullable(),
    /** Who the standard asks for. */
    asked: z.array(z.object({ label: z.string(), text: z.string() })),
    expiresAt: instant,
  }),
});
export type OpenedInvitation = z.infer<typeof openInvitation.answer>;

export const fillInvitation = endpoint({
  method: 'POST',
  url: '/api/endorsement-invitations/fill',
  action: 'endorsement.fill',
  summary: '专家填写并签名；链接随即失效',
  body: z.object({ token: linkPresented, ...stated, pledged: z.enum(['yes', 'no']) }),
  answer: z.object({ at: instant }),
  transport: 'upload',
});
