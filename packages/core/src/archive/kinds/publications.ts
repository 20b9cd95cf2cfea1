import { choice, choices, date, flag, integer, optionalInteger, optionalText, text } from '../fields.ts';
import type { KindSpec } from '../kind.ts';
import { BOOK_TYPES, ISSUE_TYPES, PAPER_INDEXES } from '../lists.ts';
import { NOTICE_RETRIEVAL, ofProject, specialty } from './common.ts';

export const publicationKinds = [
  {
    kind: 'paper',
    section: 'publications',
    label: '论文',
    heading: 'name',
    achievement: true,
    effective: { field: 'publishedOn', basis: 'publication' },
    hint: '以正式刊物上发表的时间为准。增刊、用稿通知、清样稿不计入。',
    fields: [
      text('name', '论文题目'),
      text('journal', '刊物名称'),
      optionalText('cn', 'CN 刊号', { max: 30, identifier: 'cn' }),
      optionalText('issn', 'ISSN 刊号', { max: 30, identifier: 'issn' }),
      optionalText('isbn', '论文集 ISBN', {
        max: 30,
        identifier: 'isbn',
        when: { field: 'issueType', in: ['proceedings'] },
      }),
      choice('issueType', '发表形式', ISSUE_TYPES),
      text('issue', '年卷期页码', { max: 60 }),
      date('publishedOn', '发表日期', { help: '只印年月的，填该月第一天。' }),
      integer('authorPlace', '本人作者排名', '位', { min: 1, max: 100 }),
      flag('corresponding', '本人为通讯作者'),
      choices('indexes', '收录情况', PAPER_INDEXES),
      flag('foreign', '国外刊物'),
      ofProject,
      specialty,
    ],
    evidence: [
      { anyOf: ['cover'], source: NOTICE_RETRIEVAL },
      { anyOf: ['issue-number'], source: NOTICE_RETRIEVAL },
      { anyOf: ['contents'], source: NOTICE_RETRIEVAL },
      { anyOf: ['text'], source: NOTICE_RETRIEVAL },
      { anyOf: ['press-lookup'], when: { field: 'foreign', in: [false] }, source: NOTICE_RETRIEVAL },
      { anyOf: ['database-lookup'], when: { field: 'foreign', in: [false] }, source: NOTICE_RETRIEVAL },
      { anyOf: ['retrieval-certificate'], when: { field: 'foreign', in: [true] }, source: NOTICE_RETRIEVAL },
    ],
  },
  {
    kind: 'book',
    section: 'publications',
    label: '著作',
    heading: 'name',
    achievement: true,
    effective: { field: 'publishedOn', basis: 'publication' },
    hint: '须取得 ISBN 公开出版发行。无 ISBN 的手册、论文集等不计入。',
    fields: [
      text('name', '书名'),
      choice('type', '类别', BOOK_TYPES),
      optionalText('isbn', 'ISBN', { max: 30, identifier: 'isbn' }),
      text('publisher', '出版社'),
      date('publishedOn', '出版日期'),
      integer('authorPlace', '本人作者排名', '位', { min: 1, max: 100 }),
      optionalInteger('words', '本人撰写字数', '字', { max: 10_000_000 }),
      ofProject,
      specialty,
    ],
    evidence: [
      { anyOf: ['cover'], source: NOTICE_RETRIEVAL },
      { anyOf: ['issue-number'], source: NOTICE_RETRIEVAL },
      { anyOf: ['contents'], source: NOTICE_RETRIEVAL },
      { anyOf: ['press-lookup', 'database-lookup'], source: NOTICE_RETRIEVAL },
    ],
  },
] as const satisfies readonly KindSpec[];
