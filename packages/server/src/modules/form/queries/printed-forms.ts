import { AppError, type PrintedFormLine } from '@zhiping/contract';
import type { Plan, PrintedForm } from '@zhiping/core';
import { printable } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import type { ApplicationRow } from '../../application/index.ts';
import {
  exceptionData,
  landmarkData,
  pledgeData,
  recommendationData,
  scoreSheetData,
  summaryData,
} from './applicant-forms.ts';
import { evaluationFormData } from './evaluation-data.ts';
import type { Sources } from './sources.ts';

type PlanForm = Plan['documents']['forms'][number];
type Printer = (sources: Sources, form: PlanForm) => Promise<FileAnswer>;

/** The forms of one application by what they print. What is about several people or needs facts of others is printed there. */
const PRINTERS: { readonly [K in PrintedForm]?: Printer } = {
  'evaluation-form': (sources, form) => printable('evaluation-form', evaluationFormData(sources, form), form.name),
  'recommendation-form': (sources, form) =>
    printable('recommendation-form', recommendationData(sources, form), form.name),
  'exception-form': (sources, form) => printable('exception-form', exceptionData(sources, form), form.name),
  'landmark-form': (sources, form) => printable('landmark-form', landmarkData(sources, form), form.name),
  'summary-sheet': (sources, form) => printable('summary-sheet', summaryData(sources, form), form.name),
  'score-sheet': (sources, form) => printable('score-sheet', scoreSheetData(sources, form), form.name),
  pledge: (sources, form) => printable('pledge', pledgeData(sources, form), form.name),
};

/** Forms of the plan for this route, numbered as in the plan; those not printed here yet come with what they wait for. */
export function formsFor(plan: Plan, row: Pick<ApplicationRow, 'route' | 'stage'>): readonly PrintedFormLine[] {
  return plan.documents.forms.flatMap((form, ordinal) => {
    const fits = form.routes === undefined || (form.routes as readonly string[]).includes(row.route);
    if (!fits || form.prints === undefined || PRINTERS[form.prints] === undefined) return [];
    const { name, copies, label } = form;
    return [{ ordinal, name, copies, label, waitsFor: waitsFor(plan, form, row.stage) }];
  });
}

/** Name of the stage from which a form may be printed, while it is not reached; ends and unknown stages count as reached. */
function waitsFor(plan: Plan, form: PlanForm, stage: string): string | null {
  const order = plan.stages.map(({ id }) => id);
  const from = form.from === undefined ? -1 : order.indexOf(form.from);
  const at = order.indexOf(stage);
  return from >= 0 && at >= 0 && at < from ? (plan.stages[from]?.name ?? null) : null;
}

/**
 * Prints one form of an application.
 * @throws AppError `NOT_FOUND` where the plan has no such form for this route, `FORM_NOT_YET` before its stage
 */
export async function printForm(sources: Sources, ordinal: number): Promise<FileAnswer> {
  const { plan, row } = sources;
  const line = formsFor(plan, row).find((one) => one.ordinal === ordinal);
  const form = plan.documents.forms[ordinal];
  const print = form?.prints === undefined ? undefined : PRINTERS[form.prints];
  if (line === undefined || form === undefined || print === undefined) throw new AppError('NOT_FOUND');
  if (line.waitsFor !== null) throw new AppError('FORM_NOT_YET', { details: { stage: line.waitsFor } });
  return print(sources, form);
}
