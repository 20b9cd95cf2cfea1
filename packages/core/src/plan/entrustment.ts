import type { CalendarDate } from '../calendar/index.ts';

/** One paper of an entrusting chain: who gives it and who hands it in here. */
export interface ChainStep {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly by: 'applicant' | 'office';
}

export interface ChainPaper {
  readonly step: string;
  readonly datedOn: CalendarDate;
}

/**
 * What stands against accepting an entrusted case (LN-2024 八(一)): every paper of the chain must be there, each not
 * earlier than the one before it and none of the future. Of several papers of one step the last handed in stands.
 */
export function chainLacks(
  chain: readonly ChainStep[],
  papers: readonly ChainPaper[],
  today: CalendarDate,
): readonly string[] {
  const lacks: string[] = [];
  let before: { readonly name: string; readonly datedOn: CalendarDate } | null = null;
  for (const step of chain) {
    const paper = papers.findLast((one) => one.step === step.id);
    if (!paper) {
      lacks.push(`缺少${step.from}出具的《${step.name}》`);
      continue;
    }
    if (paper.datedOn > today) lacks.push(`《${step.name}》的日期 ${paper.datedOn} 在今天以后`);
    if (before !== null && paper.datedOn < before.datedOn) {
      lacks.push(`《${step.name}》的日期早于《${before.name}》`);
    }
    before = { name: step.name, datedOn: paper.datedOn };
  }
  return lacks;
}
