import { type CalendarDate, dateWords } from '../calendar/index.ts';
import type { Slots } from './templates.ts';

/** How many applications wait in one stage for one body, and how many of them are due soon. */
export interface Waiting {
  readonly stage: string;
  readonly count: number;
  readonly due: number;
}

/** The slots of the daily digest; null where nothing waits, for then nobody is written to. */
export function digestOf(day: CalendarDate, waiting: readonly Waiting[]): Slots | null {
  const some = waiting.filter(({ count }) => count > 0);
  const sum = (pick: (one: Waiting) => number): number => some.reduce((total, one) => total + pick(one), 0);
  const total = sum(({ count }) => count);
  if (total === 0) return null;
  const lines = some.map(({ stage, count, due }) => {
    const soon = due === 0 ? '' : `，其中 ${due} 件三天内到期`;
    return `${stage}：${count} 件${soon}。`;
  });
  return { day: dateWords(day), total, due: sum(({ due }) => due), lines: lines.join('\n') };
}
