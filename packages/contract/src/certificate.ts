import { z } from 'zod';
import { date, id, instant, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';

export const CERTIFICATE_STATES = ['valid', 'revoked', 'replaced'] as const;
export const certificateState = z.enum(CERTIFICATE_STATES);

export const certificate = z.object({
  id,
  number: z.string(),
  state: certificateState,
  holderName: z.string(),
  titleName: z.string(),
  levelName: z.string(),
  seriesName: z.string(),
  specialty: z.string(),
  unitName: z.string(),
  committeeName: z.string(),
  issuer: z.string(),
  approvalNumber: z.string().nullable(),
  obtainedOn: date,
  issuedOn: date,
  verificationCode: z.string(),
  /** Address for the QR code, the signed content in its fragment. */
  verifyUrl: z.string(),
  revokedOn: date.nullable(),
  revokeReason: z.string().nullable(),
  /** A revocation one person asked for and a second has not decided yet. */
  revocation: z.object({ reason: z.string(), askedAt: instant, mine: z.boolean() }).nullable(),
  version,
});
export type Certificate = z.infer<typeof certificate>;

const ofCertificate = z.object({ id });

export const listMyCertificates = endpoint({
  method: 'GET',
  url: '/api/my/certificates',
  action: 'certificate.own',
  summary: '我的证书',
  answer: z.object({ items: z.array(certificate) }),
});

export const listCertificates = endpoint({
  method: 'GET',
  url: '/api/certificates',
  action: 'certificate.list',
  summary: '已颁发的证书',
  query: z.object({ search: z.string().max(60).optional() }),
  answer: z.object({ items: z.array(certificate) }),
});

export const downloadCertificate = endpoint({
  method: 'GET',
  url: '/api/certificates/:id/pdf',
  action: 'certificate.read',
  summary: '电子证书（PDF）',
  params: ofCertificate,
  transport: 'download',
});

/** Look-ups of one certificate, for its holder: when, how, with what answer. */
export const listLookups = endpoint({
  method: 'GET',
  url: '/api/certificates/:id/lookups',
  action: 'certificate.lookups',
  summary: '谁在什么时候查验过我的证书',
  params: ofCertificate,
  answer: z.object({
    items: z.array(z.object({ at: instant, way: z.enum(['number', 'scan']), shown: certificateState })),
  }),
});

export const askRevocation = endpoint({
  method: 'POST',
  url: '/api/certificates/:id/revocation',
  action: 'certificate.ask-revocation',
  summary: '提出撤销证书，须由另一人复核',
  params: ofCertificate,
  body: z.object({ version, reason: text(1000) }),
  answer: z.object({ certificate, receipt }),
});

export const decideRevocation = endpoint({
  method: 'POST',
  url: '/api/certificates/:id/revocation/decision',
  action: 'certificate.decide-revocation',
  summary: '由第二人复核撤销：同意或不同意',
  params: ofCertificate,
  body: z.object({ version, agree: z.boolean() }),
  answer: z.object({ certificate, receipt }),
});

/** Public keys the signed content of certificates is checked with, in the browser, without asking anybody about a person. */
export const readCertificateKeys = endpoint({
  method: 'GET',
  url: '/api/certificate-keys',
  action: 'certificate.keys',
  summary: '核对证书签名的公钥（Ed25519，十六进制）',
  answer: z.object({ keys: z.array(z.string()) }),
});

/**
 * What anybody may learn about a certificate: nothing unless number and name fit together. An unknown number and a wrong
 * name answer the same.
 */
export const verification = z.discriminatedUnion('found', [
  z.object({ found: z.literal(false), checkedAt: instant }),
  z.object({
    found: z.literal(true),
    checkedAt: instant,
    state: certificateState,
    number: z.string(),
    /** Masked, e.g. 王*峰. */
    name: z.string(),
    titleName: z.string(),
    levelName: z.string(),
    seriesName: z.string(),
    specialty: z.string(),
    committeeName: z.string(),
    issuer: z.string(),
    obtainedOn: date,
    issuedOn: date,
    revokedOn: date.nullable(),
  }),
]);
export type Verification = z.infer<typeof verification>;

export const verifyCertificate = endpoint({
  method: 'POST',
  url: '/api/certificates/verify',
  action: 'certificate.verify',
  summary: '凭证书编号和姓名验证证书',
  body: z.object({ number: text(60), name: text(60), way: z.enum(['number', 'scan']).default('number') }),
  answer: z.object({ result: verification }),
});
