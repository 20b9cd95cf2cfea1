import { RESULT_KINDS } from '@zhiping/core';
import { z } from 'zod';
import { date, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

const kind = z.enum(RESULT_KINDS);
const ofOrganiser = z.object({ organiserId: id });

/** What became, or would become, of one line of a list. */
export const RESULT_STATES = ['taken', 'waiting', 'name-differs', 'not-passed', 'known', 'unreadable'] as const;
export type ResultState = (typeof RESULT_STATES)[number];
const failure = z.object({ line: z.int(), problem: z.string() });

/** A list as it was imported: whose, from where, of which day, and how much of it found its person. */
export const resultList = z.object({
  id,
  kind,
  fileName: z.string(),
  source: z.string(),
  publishedOn: date,
  /** Lines that said something new; the others were known. */
  added: z.int(),
  unchanged: z.int(),
  taken: z.int(),
  waiting: z.int(),
  nameDiffers: z.int(),
  notPassed: z.int(),
  /** Lines that could not be read. */
  failures: z.array(failure),
  importedBy: z.string().nullable(),
  importedAt: instant,
});
export type ResultList = z.infer<typeof resultList>;

const listBody = z.object({
  kind,
  fileName: text(200),
  /** An Excel workbook or a CSV file (UTF-8 or GB 18030) as base64. */
  content: z.base64().max(900_000, '文件太大，请分成几份导入'),
});

export const previewResultList = endpoint({
  method: 'POST',
  url: '/api/organisers/:organiserId/result-lists/preview',
  action: 'examination.import',
  summary: '预览一份考试成绩名单：逐行写明会怎样，不保存',
  params: ofOrganiser,
  body: listBody,
  answer: z.object({
    counts: z.record(z.enum(RESULT_STATES), z.int()),
    /** Names masked; numbers are never answered. At most 5,000. */
    lines: z.array(
      z.object({
        line: z.int(),
        person: z.string(),
        result: z.string(),
        state: z.enum(RESULT_STATES),
        problem: z.string(),
      }),
    ),
    /** Give it back to import exactly what was seen. */
    digest: z.string(),
  }),
});
export type ResultListPreview = z.infer<typeof previewResultList.answer>;

export const importResultList = endpoint({
  method: 'POST',
  url: '/api/organisers/:organiserId/result-lists',
  action: 'examination.import',
  summary: '导入考试成绩名单，写明来源和公布日期；与平台人员按证件号码对应，写入其档案',
  params: ofOrganiser,
  body: listBody.extend({
    source: text(200),
    publishedOn: date,
    digest: text(64),
    /** Whether those on it hear of it by a message, once each. */
    tell: z.boolean().default(true),
  }),
  answer: resultList,
});

export const listResultLists = endpoint({
  method: 'GET',
  url: '/api/organisers/:organiserId/result-lists',
  action: 'examination.list',
  summary: '导入过的考试成绩名单，最近的在前',
  params: ofOrganiser,
  query: pageQuery,
  answer: z.object({ items: z.array(resultList), next: id.nullable() }),
});

export const listUnmatchedResults = endpoint({
  method: 'GET',
  url: '/api/result-lists/:id/unmatched',
  action: 'examination.read',
  summary: '一份名单中没有对应上的行和原因，按行分页',
  params: z.object({ id }),
  query: pageQuery.extend({ after: z.coerce.number().int().nonnegative().optional() }),
  answer: z.object({
    items: z.array(
      z.object({ line: z.int(), result: z.string(), state: z.enum(['waiting', 'name-differs', 'not-passed']) }),
    ),
    next: z.int().nullable(),
  }),
});
