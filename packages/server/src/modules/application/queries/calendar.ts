import type { ApplicationCase } from '@zhiping/contract';
import { type CalendarEntry, calendarFile } from '@zhiping/core';
import type { FileAnswer } from '../../../http/route.ts';

/** The deadlines of a case for the person's own calendar: what it waits for now, the last safe day, the stages ahead. */
export function calendarOf(view: ApplicationCase, stampedAt: string): FileAnswer {
  const { waiting, lastSafeDay, timeline, number, plan, id } = view;
  const named = `职称申报 ${number}`;
  const entry = (what: string, on: CalendarEntry['on'], title: string, note: string): CalendarEntry => ({
    uid: `${what}-${id}@zhiping`,
    on,
    title: `${named}：${title}`,
    note: `${plan.name}\n${note}`,
  });
  const entries = [
    ...(waiting.until === null
      ? []
      : [entry('now', { until: waiting.until.at }, `${view.stageName}截止`, `${waiting.why}\n${waiting.until.words}`)]),
    ...(lastSafeDay ? [entry('safe', lastSafeDay.date, '本环节最迟办完', lastSafeDay.words)] : []),
    ...timeline.flatMap(({ stage, name, state, to, whoName }) =>
      state === 'ahead' && to !== null ? [entry(stage, to, `${name}截止`, `由${whoName}办理`)] : [],
    ),
  ];
  return {
    fileName: `${named}的期限.ics`,
    mediaType: 'text/calendar',
    content: Buffer.from(calendarFile(named, entries, stampedAt)),
    disposition: 'attachment',
  };
}
