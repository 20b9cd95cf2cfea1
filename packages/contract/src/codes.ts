import { CODE_TABLE_IDS } from '@zhiping/core';
import { z } from 'zod';
import { date, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

const table = z.enum(CODE_TABLE_IDS);
const code = z.string().trim().min(1).max(60);
const ofTable = z.object({ table });

/** What holds of a code on the day asked. */
export const codeEntry = z.object({
  code: z.string(),
  name: z.string(),
  parentCode: z.string().nullable(),
  validFrom: date,
  /** From `validFrom` on the code is no more. */
  ended: z.boolean(),
  successorCode: z.string().nullable(),
});
export type CodeEntry = z.infer<typeof codeEntry>;

/** What a catalogue of journals or awards says of one submitted row; `entry` is null where it does not have it. */
export const catalogueMatch = z.object({
  row: z.string(),
  table: z.enum(['journal', 'award']),
  /** What was looked up: serial numbers, the name of a prize. */
  asked: z.string(),
  entry: codeEntry
    .pick({ code: true, name: true, validFrom: true, ended: true })
    .extend({ source: z.string() })
    .nullable(),
});
export type CatalogueMatch = z.infer<typeof catalogueMatch>;

/** Rows of the last submissions of a plan that a catalogue does not have, each leading to its case. */
export const listCatalogueMisses = endpoint({
  method: 'GET',
  url: '/api/plans/:id/catalogue-misses',
  action: 'application.list-catalogue-misses',
  summary: '一个计划的申报中，期刊目录或奖项目录查不到的论文、奖项，按页',
  params: z.object({ id }),
  query: pageQuery.extend({ table: catalogueMatch.shape.table }),
  answer: z.object({
    /** Whether the catalogue has any entry today; one without is not asked. */
    filled: z.boolean(),
    items: z.array(
      z.object({
        id,
        applicationId: id,
        number: z.string(),
        applicantName: z.string(),
        unitName: z.string(),
        stage: z.string(),
        row: id,
        title: z.string(),
        asked: z.string(),
      }),
    ),
    next: id.nullable(),
  }),
});
export type CatalogueMiss = z.infer<typeof listCatalogueMisses.answer>['items'][number];

export const listCodes = endpoint({
  method: 'GET',
  url: '/api/code-tables/:table/entries',
  action: 'code.list',
  summary: '一张代码表在某一天的内容，按代码分页',
  params: ofTable,
  query: z.object({
    /** The day asked; today unless told. */
    on: date.optional(),
    search: z.string().trim().max(60).default(''),
    ended: z.enum(['no', 'yes']).default('no'),
    /** The last code of the page before. */
    after: code.optional(),
    limit: pageQuery.shape.limit,
  }),
  answer: z.object({ items: z.array(codeEntry), next: z.string().nullable() }),
});

/** One entry as it was made: who, when, why, from which day. */
export const codeChange = codeEntry.extend({
  id,
  source: z.string(),
  reason: z.string(),
  changedBy: z.string().nullable(),
  changedAt: instant,
});
export type CodeChange = z.infer<typeof codeChange>;

export const readCode = endpoint({
  method: 'GET',
  url: '/api/code-tables/:table/entry',
  action: 'code.read',
  summary: '一个代码在某一天的含义和全部历史',
  params: ofTable,
  query: z.object({ code, on: date.optional() }),
  answer: z.object({ entry: codeEntry.nullable(), successor: codeEntry.nullable(), history: z.array(codeChange) }),
});

export const changeCode = endpoint({
  method: 'POST',
  url: '/api/code-tables/:table/entries',
  action: 'code.change',
  summary: '增加、更名、停用或恢复一个代码，从某一天起；原来的内容保留',
  params: ofTable,
  body: z.object({
    code,
    name: text(100),
    parentCode: code.nullable().default(null),
    validFrom: date,
    ended: z.boolean(),
    successorCode: code.nullable().default(null),
    source: text(200),
    reason: text(300),
  }),
  answer: z.object({ history: z.array(codeChange) }),
});

const importFailure = z.object({ line: z.int(), text: z.string(), problem: z.string() });
export const codeImport = z.object({
  id,
  table,
  fileName: z.string(),
  source: z.string(),
  added: z.int(),
  unchanged: z.int(),
  failures: z.array(importFailure),
  importedBy: z.string().nullable(),
  importedAt: instant,
});
export type CodeImport = z.infer<typeof codeImport>;

export const importCodes = endpoint({
  method: 'POST',
  url: '/api/code-tables/:table/imports',
  action: 'code.import',
  summary: '导入一张名单（逗号或制表符分隔的文本），写明来源；没有读入的行逐行列出',
  params: ofTable,
  body: z.object({ fileName: text(200), content: z.string().min(1).max(2_000_000), source: text(200) }),
  answer: codeImport,
});

export const listCodeImports = endpoint({
  method: 'GET',
  url: '/api/code-tables/:table/imports',
  action: 'code.list-imports',
  summary: '一张代码表的导入记录，最近的在前；每次没有读入的行',
  params: ofTable,
  query: pageQuery,
  answer: z.object({ items: z.array(codeImport), next: id.nullable() }),
});
