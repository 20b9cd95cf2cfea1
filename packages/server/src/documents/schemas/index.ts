import type { z } from 'zod';
import { certificate } from './certificate.ts';
import { correctionNotice } from './correction-notice.ts';
import { drawRecord } from './draw-record.ts';
import { evaluationForm, stampedPage } from './evaluation-form.ts';
import { countSheet, meetingMinutes } from './meeting.ts';
import { receipt, resultSlip } from './receipt.ts';
import { resultPublicity } from './result-publicity.ts';
import { samplePaper } from './sample-paper.ts';
import { unitPublicity } from './unit-publicity.ts';

/** Every document the platform prints, with the schema of its data. The key is also the name of its template. */
export const DOCUMENTS = {
  certificate,
  'correction-notice': correctionNotice,
  'count-sheet': countSheet,
  'draw-record': drawRecord,
  'evaluation-form': evaluationForm,
  'meeting-minutes': meetingMinutes,
  receipt,
  'result-publicity': resultPublicity,
  'result-slip': resultSlip,
  'sample-paper': samplePaper,
  'stamped-page': stampedPage,
  'unit-publicity': unitPublicity,
} as const;

export type DocumentKind = keyof typeof DOCUMENTS;

/** What a caller hands in: dates as ISO text, hashes as hex. */
export type DocumentData<K extends DocumentKind> = z.input<(typeof DOCUMENTS)[K]>;
