import { z } from 'zod';
import { day, frame, line } from './fields.ts';

/** Electronic title certificate, A4 landscape. */
export const certificate = z.object({
  ...frame,
  holderName: line(60),
  sex: z.enum(['男', '女']),
  idNumberMasked: line(40),
  unitName: line(),
  seriesName: line(60),
  specialty: line(60),
  levelName: line(30),
  titleName: line(60),
  /** The day the committee passed it. */
  acquiredOn: day,
  committeeName: line(),
  approvalNumber: line(100).nullable(),
  issuer: line(),
  /** Where the title holds, for directed schemes only. */
  limitation: line(200).nullable(),
  /** Address with the signed payload in its fragment; printed as QR. */
  verifyUrl: z.url().max(1200),
  /** Address shown in words to people who type. */
  verifyPage: z.url().max(200),
});
