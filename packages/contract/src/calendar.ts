import { calendarYearSchema } from '@zhiping/core';
import { z } from 'zod';
import { instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const year = z.coerce.number().int().min(2000).max(2100);
const ofYear = z.object({ year });

/** The working-day table of a year that is in use. */
export const publishedCalendar = z.object({
  calendar: calendarYearSchema,
  number: z.int().positive(),
  publishedAt: instant,
});

export const listCalendars = endpoint({
  method: 'GET',
  url: '/api/calendars',
  action: 'calendar.read',
  summary: '各年在用的工作日表，按国务院办公厅的放假通知',
  answer: z.object({
    items: z.array(publishedCalendar),
    /** Drafts that wait for approval, by year. */
    waiting: z.array(z.int()).optional(),
  }),
});

/** One version of a year's table with who made it, why, and who approved it when. */
export const calendarVersion = z.object({
  number: z.int().positive(),
  hash: z.string(),
  calendar: calendarYearSchema,
  importedAt: instant,
  publishedAt: instant.nullable(),
  /** Null where the table came with the program. */
  draftedBy: z.string().nullable(),
  reason: z.string(),
  approvals: z.array(z.object({ name: z.string(), at: instant, own: z.boolean() })),
});
export type CalendarVersion = z.infer<typeof calendarVersion>;

export const listCalendarVersions = endpoint({
  method: 'GET',
  url: '/api/calendars/:year/versions',
  action: 'calendar.read-history',
  summary: '一年工作日表的全部版本：谁改的、为什么、谁批准',
  params: ofYear,
  answer: z.object({ items: z.array(calendarVersion) }),
});

export const draftCalendar = endpoint({
  method: 'POST',
  url: '/api/calendars/:year/versions',
  action: 'calendar.draft',
  summary: '录入或修改一年的工作日表，存为草案；两人批准后生效',
  params: ofYear,
  body: z.object({ calendar: calendarYearSchema, reason: text(300) }),
  answer: calendarVersion,
});
