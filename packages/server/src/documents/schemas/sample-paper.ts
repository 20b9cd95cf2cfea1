import { z } from 'zod';
import { frame, line, prose } from './fields.ts';

/** An invented paper of the demonstration (certificate, contract page, cover): recognisable as such by its watermark. */
export const samplePaper = z.object({
  ...frame,
  title: line(60),
  issuer: line(),
  lines: z.array(z.object({ label: line(40), value: prose(600) })).max(20),
  text: prose(2000),
});
