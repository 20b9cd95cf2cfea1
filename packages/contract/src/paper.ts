import { z } from 'zod';
import { decided } from './authority.ts';
import { date, done, id, instant, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

const ofApplication = z.object({ id });
/** `expected`: nothing came yet; `partial`: something is missing or wrong; `complete`; `returned`: given back. */
export const paperState = z.enum(['expected', 'partial', 'complete', 'returned']);

export const paperFound = z.object({
  id: z.string().max(80),
  copies: z.int().min(0).max(99),
  absent: z.boolean(),
  defect: z.string().trim().max(300),
});

export const paperView = z.object({
  applicationId: id,
  number: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  specialty: z.string(),
  levelName: z.string(),
  planName: z.string(),
  stage: z.string(),
  version,
  /** The plan takes paper at all. */
  asked: z.boolean(),
  state: paperState,
  /** Version of the checklist. */
  paperVersion: version,
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      label: z.string(),
      copies: z.int(),
      when: z.string().nullable(),
      mayLack: z.boolean(),
    }),
  ),
  found: z.array(paperFound),
  lacks: z.array(z.string()),
  storage: z.string(),
  note: z.string(),
  receivedAt: instant.nullable(),
  /** Of the last submission; the mark stands on the label. */
  snapshot: z.object({ ordinal: z.int(), receivedAt: instant, hash: z.string(), mark: z.string() }).nullable(),
  until: z.object({ at: instant, words: z.string() }).nullable(),
  late: z.boolean(),
  delivery: z.object({ address: z.string(), by: z.string(), label: z.string() }),
  givenBack: z.object({ on: date, to: z.string(), note: z.string() }).nullable(),
});
export type PaperView = z.infer<typeof paperView>;

export const readPaper = endpoint({
  method: 'GET',
  url: '/api/applications/:id/paper',
  action: 'paper.read',
  summary: '纸质材料：清单、收到的、缺的、存放处和退卷',
  params: ofApplication,
  answer: paperView,
});

export const savePaper = endpoint({
  method: 'PUT',
  url: '/api/applications/:id/paper',
  action: 'paper.save',
  summary: '保存收卷核对，可以只收一部分',
  params: ofApplication,
  body: z.object({
    paperVersion: version,
    found: z.array(paperFound).max(200),
    storage: z.string().trim().max(100),
    note: z.string().trim().max(500),
  }),
  answer: z.object({ paperVersion: version, lacks: z.array(z.string()) }),
});

export const receiveFullPaper = endpoint({
  method: 'POST',
  url: '/api/applications/:id/paper/receive',
  action: 'paper.receive',
  summary: '纸质材料收齐',
  params: ofApplication,
  body: z.object({ version, reason: z.string().trim().max(1000).optional() }),
  answer: decided,
});

export const giveBackPaper = endpoint({
  method: 'POST',
  url: '/api/applications/:id/paper/give-back',
  action: 'paper.give-back',
  summary: '退卷，记下领取人',
  params: ofApplication,
  body: z.object({ paperVersion: version, on: date, to: text(60), note: z.string().trim().max(300) }),
  answer: done,
});

export const paperLine = z.object({
  id,
  number: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  stageName: z.string(),
  state: paperState,
  since: instant,
  until: z.object({ at: instant, words: z.string() }).nullable(),
  late: z.boolean(),
  lacks: z.int(),
  storage: z.string(),
});
export type PaperLine = z.infer<typeof paperLine>;

/** What the desk asks for: not yet there, late, incomplete, complete, given back. */
export const PAPER_LISTS = ['expected', 'late', 'partial', 'complete', 'returned'] as const;
export const listPaper = endpoint({
  method: 'GET',
  url: '/api/office/paper',
  action: 'paper.list',
  summary: '收卷清单：未到、逾期、不齐、已齐、已退',
  query: pageQuery.extend({ list: z.enum(PAPER_LISTS).default('expected') }),
  answer: z.object({ items: z.array(paperLine), next: id.nullable() }),
});
