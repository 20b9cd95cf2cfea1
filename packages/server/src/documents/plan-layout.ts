import type { FormBox, Plan, PrintedForm } from '@zhiping/core';
import type { DocumentData } from './schemas/index.ts';

type PlanForm = Plan['documents']['forms'][number];
type Box = DocumentData<'stamped-page'>['boxes'][number];

/** What the platform may print into boxes; null leaves the box to the hand. */
export interface BoxFacts {
  readonly publicity: string | null;
  readonly unitOpinion: string | null;
  /** Name of the association that seals; null leaves its box out. */
  readonly association: string | null;
}

/** The form of a plan that is printed as `kind` for a route; null where the plan asks for none. */
export function formOf(plan: Plan, kind: PrintedForm, route: string): PlanForm | null {
  return formsOf(plan, kind, route)[0] ?? null;
}

/** Every form of a plan printed as `kind` for a route: one achievement may have to be told on two papers. */
export function formsOf(plan: Plan, kind: PrintedForm, route: string): readonly PlanForm[] {
  return plan.documents.forms.filter(
    ({ prints, routes }) => prints === kind && (routes === undefined || (routes as readonly string[]).includes(route)),
  );
}

/** The part of a form's data that the plan gives. */
export interface DocumentLayout {
  readonly formTitle: string;
  readonly watermark: string | null;
  readonly notes: string[];
  readonly parts: DocumentData<'evaluation-form'>['parts'];
  readonly opinions: DocumentData<'evaluation-form'>['opinions'];
}

export function layoutOf(form: PlanForm, facts: BoxFacts): DocumentLayout {
  return {
    formTitle: form.name,
    watermark: form.watermark ?? null,
    notes: [...(form.notes ?? [])],
    parts: [...(form.parts ?? [])],
    opinions: (form.opinions ?? []).map(({ title, boxes }) => ({ title, boxes: boxesOf(boxes, facts) })),
  };
}

export function boxesOf(boxes: readonly FormBox[], facts: BoxFacts): Box[] {
  return boxes
    .filter(({ shows }) => shows !== 'association' || facts.association !== null)
    .map(({ title, shows, signs, height }) => ({
      title,
      signs: [...signs],
      height,
      counts: shows === 'counts',
      text: shownIn(shows, facts),
    }));
}

function shownIn(shows: FormBox['shows'], facts: BoxFacts): string | null {
  switch (shows) {
    case 'publicity':
      return facts.publicity;
    case 'unit-opinion':
      return facts.unitOpinion;
    case 'association':
      return facts.association;
    case 'counts':
    case undefined:
      return null;
  }
}

const NUMERALS = '一二三四五六七八九';

/** `七、title` for the seventh. */
export function numberedTitle(ordinal: number, title: string): string {
  const tens = ordinal > 9 ? '十' : '';
  return `${tens}${ordinal % 10 === 0 ? '' : (NUMERALS[(ordinal % 10) - 1] ?? '')}、${title}`;
}
