import type { LibraryItem } from '../policies.ts';
import { type Validity, validityOn } from '../policy/validity.ts';

/** A kind of work somebody may do, and the standard that is for it. */
export interface WorkChoice {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly standard: LibraryItem;
}

/** Provinces that have a standard of their own, in the order of their names. */
export function regionsOf(items: readonly LibraryItem[]): readonly { readonly id: string; readonly name: string }[] {
  const regions = new Map(
    items
      .filter(({ kind, card }) => kind === 'standard' && card.jurisdictionName !== '全国')
      .map(({ card }) => [card.jurisdiction, card.jurisdictionName]),
  );
  return [...regions].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}

/** What can be worked at in a region: the specialties of its standards; a standard without any is one choice itself. */
export function workChoices(items: readonly LibraryItem[], region: string): readonly WorkChoice[] {
  return items
    .filter(({ kind, card }) => kind === 'standard' && card.jurisdiction === region)
    .flatMap((standard) => {
      const { card } = standard;
      if (card.specialties.length === 0) {
        return [{ id: standard.pack, name: standard.name, text: card.scope, standard }];
      }
      return card.specialties.map(({ id, name, text }) => ({ id: `${standard.pack}/${id}`, name, text, standard }));
    });
}

export interface Offer {
  readonly standard: LibraryItem;
  readonly validity: Validity;
  /** Plans that follow the standard, newest first. */
  readonly plans: readonly LibraryItem[];
  /** Why this standard, in sentences. */
  readonly reasons: readonly string[];
}

/** The standard for a kind of work, with the reason. `today` is a date in Asia/Shanghai. */
export function offerFor(choice: WorkChoice, items: readonly LibraryItem[], today: string): Offer {
  const { standard } = choice;
  const { card } = standard;
  const validity = validityOn(today, card);
  const plans = items
    .filter(({ kind, card: plan }) => kind === 'plan' && plan.standards.includes(standard.pack))
    .toSorted((a, b) => (b.card.year ?? 0) - (a.card.year ?? 0));
  return {
    standard,
    validity,
    plans,
    reasons: [
      `您在${card.jurisdictionName}工作，做的是“${choice.name}”，属于这个标准的评审专业。`,
      ...(card.scope ? [`它的适用范围：${card.scope}。`] : []),
      ...(validity === 'in-force' ? [] : [validity === 'repealed' ? '它已经废止，结果只供参考。' : '它还没有施行。']),
      ...(plans[0] ? [`年限和业绩截止可按“${plans[0].name}”计算。`] : []),
    ],
  };
}
