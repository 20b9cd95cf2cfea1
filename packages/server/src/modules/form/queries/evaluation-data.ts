import { AppError } from '@zhiping/contract';
import type { Plan } from '@zhiping/core';
import { boxesOf, type DocumentData, formOf, layoutOf, numberedTitle } from '../../../documents/index.ts';
import { assessmentsOf, basicsOf, resultsOf, trainingOf, workOf } from './lines.ts';
import type { Sources } from './sources.ts';

type PlanForm = Plan['documents']['forms'][number];

/** The page bodies seal: what the unit did stands printed, the boxes of the bodies stay empty, LN-2024 附件2三7. */
export function stampedPageData(sources: Sources): DocumentData<'stamped-page'> {
  const { plan, row, facts, subject } = sources;
  const form = formOf(plan, 'evaluation-form', row.route);
  const page = form?.opinions?.[0];
  if (form === null || page === undefined) throw new AppError('NOT_FOUND');
  return {
    ...subject,
    formTitle: form.name,
    watermark: form.watermark ?? null,
    pageTitle: numberedTitle((form.parts ?? []).length + 1, page.title),
    boxes: boxesOf(page.boxes, facts),
    blank: page.boxes
      .map(({ title }) => title)
      .filter((title) => plan.documents.leaveBlank.some((one) => one.startsWith(title))),
  };
}

/** The whole form of what was last submitted, in the parts the plan names. */
export function evaluationFormData(sources: Sources, form: PlanForm): DocumentData<'evaluation-form'> {
  const { rows, snapshot, facts, subject } = sources;
  return {
    ...subject,
    ...layoutOf(form, facts),
    copies: form.copies,
    routeName: routeName(sources),
    basics: basicsOf(sources),
    training: trainingOf(rows),
    work: workOf(rows),
    assessments: assessmentsOf(rows),
    ...resultsOf(sources),
    selfReport: snapshot.selfReport,
  };
}

/** The way of applying in the words of the plan. */
export function routeName({ plan, row }: Pick<Sources, 'plan' | 'row'>): string {
  return plan.routes.find(({ id }) => id === row.route)?.name ?? row.route;
}
