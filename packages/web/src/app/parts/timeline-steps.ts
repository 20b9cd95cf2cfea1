import type { ApplicationCase } from '@zhiping/contract';
import type { TimelineStep } from '../../shared/index.ts';

const STATES = { done: 'past', now: 'now', stopped: 'failed', ahead: 'future' } as const;

/** The course of a case as the drawn timeline takes it. A stage visited again says which time. */
export function timelineSteps(marks: ApplicationCase['timeline']): TimelineStep[] {
  const visits = new Map<string, number>();
  return marks.map((mark) => {
    const visit = (visits.get(mark.stage) ?? 0) + 1;
    visits.set(mark.stage, visit);
    const note = [visit > 1 ? `第 ${visit} 次` : '', mark.how ?? ''].filter((part) => part !== '').join('，');
    return {
      id: `${mark.stage} ${visit}`,
      name: mark.name,
      state: STATES[mark.state],
      date: mark.state === 'stopped' ? mark.from : mark.to,
      ...(note === '' ? {} : { note }),
    };
  });
}
