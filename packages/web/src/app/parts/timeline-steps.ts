import type { ApplicationCase } from '@zhiping/contract';
import type { TimelineStep } from '../../shared/index.ts';

const STATES = { done: 'past', now: 'now', stopped: 'failed', ahead: 'future' } as const;

/** Ways out of a stage that say nothing new beside its tick: only the unusual ones are worth a note. */
const UNUSUAL = /退回|撤回|不|无效|逾期|取消|暂缓/;

/**
 * The course of a case as the drawn timeline takes it. A stage visited again says which time. Ahead, a date is the
 * latest one the plan allows and is said once, at the last stage it holds for.
 */
export function timelineSteps(marks: ApplicationCase['timeline']): TimelineStep[] {
  const visits = new Map<string, number>();
  return marks.map((mark, index) => {
    const visit = (visits.get(mark.stage) ?? 0) + 1;
    visits.set(mark.stage, visit);
    const ahead = mark.state === 'ahead';
    const latest = ahead && mark.to !== null && marks[index + 1]?.to !== mark.to ? `最迟 ${shortDate(mark.to)}` : '';
    const how = mark.how !== null && UNUSUAL.test(mark.how) ? mark.how : '';
    const note = [visit > 1 ? `第 ${visit} 次` : '', how, latest].filter((part) => part !== '').join('，');
    return {
      id: `${mark.stage} ${visit}`,
      name: mark.name,
      state: STATES[mark.state],
      date: ahead ? null : mark.state === 'stopped' ? mark.from : mark.to,
      ...(note === '' ? {} : { note }),
    };
  });
}

const shortDate = (date: string) => date.split('-').map(Number).join('.');
