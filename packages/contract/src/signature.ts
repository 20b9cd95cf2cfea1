import { z } from 'zod';
import { id, instant } from './common.ts';
import { linkPresented, linkToken } from './endorsement.ts';
import { endpoint } from './endpoint.ts';

const byId = z.object({ id });

export const pledgeSignature = z.object({
  /** The pledge that stands signed; null while it is not. */
  signed: z.object({ way: z.enum(['phone', 'scan']), at: instant, fileName: z.string() }).nullable(),
  /** A code was shown and waits for the phone, until then. */
  waitingUntil: instant.nullable(),
});
export type PledgeSignature = z.infer<typeof pledgeSignature>;

export const readPledgeSignature = endpoint({
  method: 'GET',
  url: '/api/applications/:id/pledge-signature',
  action: 'signature.read',
  summary: '承诺是否已签名',
  params: byId,
  answer: pledgeSignature,
});

export const beginPledgeSignature = endpoint({
  method: 'POST',
  url: '/api/applications/:id/pledge-signature',
  action: 'signature.begin',
  summary: '给出手机签名用的一次性二维码，十五分钟内有效',
  params: byId,
  body: z.object({}),
  answer: z.object({ token: linkToken, expiresAt: instant }),
});

export const scanPledgeSignature = endpoint({
  method: 'POST',
  url: '/api/applications/:id/pledge-signature/scan',
  action: 'signature.scan',
  summary: '上传手写签名的承诺扫描件',
  params: byId,
  body: z.object({}),
  answer: pledgeSignature,
  transport: 'upload',
});

export const readPledgeSignatureFile = endpoint({
  method: 'GET',
  url: '/api/applications/:id/pledge-signature/file',
  action: 'signature.read-file',
  summary: '承诺的签名',
  params: byId,
  transport: 'download',
});

/** The token travels in the body: an address would be kept in logs. */
export const openPledge = endpoint({
  method: 'POST',
  url: '/api/pledge-signatures/open',
  action: 'signature.open',
  summary: '手机打开待签的承诺',
  body: z.object({ token: linkPresented }),
  answer: z.object({
    applicantName: z.string(),
    planName: z.string(),
    number: z.string(),
    text: z.string(),
    expiresAt: instant,
  }),
});
export type OpenedPledge = z.infer<typeof openPledge.answer>;

export const signPledge = endpoint({
  method: 'POST',
  url: '/api/pledge-signatures/sign',
  action: 'signature.sign',
  summary: '手机上签名；二维码随即失效',
  body: z.object({ token: linkPresented }),
  answer: z.object({ at: instant }),
  transport: 'upload',
});
