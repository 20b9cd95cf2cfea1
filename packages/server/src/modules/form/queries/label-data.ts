import type { DocumentData } from '../../../documents/index.ts';
import { routeName } from './evaluation-data.ts';
import type { Sources } from './sources.ts';

/** The label of the bag with everything on paper, LN-2024 附件2三9; its code holds the number of the application. */
export function labelOf(sources: Sources): DocumentData<'case-labels'> {
  const { subject, plan, committeeName } = sources;
  const { number, verificationCode, issuedOn, applicantName, unitName, specialty, titleName } = subject;
  const label = {
    number,
    applicantName,
    unitName,
    titleName,
    specialty,
    routeName: routeName(sources),
    committeeName,
    year: plan.year,
    code: number,
  };
  return { number, verificationCode, issuedOn, watermark: null, labels: [label] };
}
