import type { z } from 'zod';
import {
  exceptionForm,
  expertLetter,
  landmarkForm,
  pledge,
  recommendationForm,
  scoreSheet,
  summarySheet,
} from './application-forms.ts';
import { certificate } from './certificate.ts';
import { correctionNotice } from './correction-notice.ts';
import { drawRecord } from './draw-record.ts';
import { evaluationForm, stampedPage } from './evaluation-form.ts';
import { countSheet, meetingMinutes } from './meeting.ts';
import {
  caseLabels,
  entrustLetter,
  listing,
  packageCover,
  paymentNotice,
  roster,
  selfReport,
  volumeContents,
} from './office-papers.ts';
import { receipt, resultSlip } from './receipt.ts';
import { resultPublicity } from './result-publicity.ts';
import { samplePaper } from './sample-paper.ts';
import { unitPublicity } from './unit-publicity.ts';

/** Every document the platform prints, with the schema of its data. The key is also the name of its template. */
export const DOCUMENTS = {
  'case-labels': caseLabels,
  certificate,
  'correction-notice': correctionNotice,
  'count-sheet': countSheet,
  'draw-record': drawRecord,
  'entrust-letter': entrustLetter,
  'evaluation-form': evaluationForm,
  'exception-form': exceptionForm,
  'expert-letter': expertLetter,
  'landmark-form': landmarkForm,
  listing,
  'meeting-minutes': meetingMinutes,
  'package-cover': packageCover,
  'payment-notice': paymentNotice,
  pledge,
  receipt,
  'recommendation-form': recommendationForm,
  'result-publicity': resultPublicity,
  'result-slip': resultSlip,
  roster,
  'sample-paper': samplePaper,
  'score-sheet': scoreSheet,
  'self-report': selfReport,
  'stamped-page': stampedPage,
  'summary-sheet': summarySheet,
  'unit-publicity': unitPublicity,
  'volume-contents': volumeContents,
} as const;

export type DocumentKind = keyof typeof DOCUMENTS;

/** What a caller hands in: dates as ISO text, hashes as hex. */
export type DocumentData<K extends DocumentKind> = z.input<(typeof DOCUMENTS)[K]>;
