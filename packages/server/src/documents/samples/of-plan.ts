import type { Plan, PrintedForm } from '@zhiping/core';
import { layoutOf } from '../plan-layout.ts';
import type { DocumentData, DocumentKind } from '../schemas/index.ts';
import { OPINION, PUBLICITY } from './forms.ts';
import { SAMPLES } from './index.ts';

export interface PlanSample<K extends DocumentKind = DocumentKind> {
  readonly kind: K;
  readonly data: DocumentData<K>;
}

/** Every form of a plan the platform prints, laid out by the plan, about the people of the samples. */
export function planSamples(plan: Plan): readonly PlanSample[] {
  return plan.documents.forms.flatMap((form) => {
    if (form.prints === undefined) return [];
    const association = plan.specialties.find((one) => one.association !== undefined)?.association?.name ?? null;
    const layout = layoutOf(form, { publicity: PUBLICITY, unitOpinion: OPINION, association });
    return [{ kind: form.prints, data: sampleOf(form.prints, layout, form.copies) } as PlanSample];
  });
}

function sampleOf(kind: PrintedForm, layout: ReturnType<typeof layoutOf>, copies: number): unknown {
  const { notes, parts, opinions, ...head } = layout;
  const title = { formTitle: head.formTitle, title: head.formTitle, watermark: head.watermark };
  const boxes = opinions[0]?.boxes;
  if (kind === 'evaluation-form') return { ...SAMPLES[kind], ...title, notes, parts, opinions, copies };
  return { ...SAMPLES[kind], ...title, ...(boxes === undefined ? {} : { boxes }) };
}
