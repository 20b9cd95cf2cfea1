import { z } from 'zod';
import { date, done, id, instant, receipt, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { DRAW_STAGES } from './meeting.ts';

const base64 = (length: number) => z.base64().length(Math.ceil(length / 3) * 4);
const key = base64(32);

export const itemResult = z.object({
  packetId: id,
  number: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  recused: z.int(),
  missing: z.int(),
  n: z.int(),
  needed: z.int(),
  passed: z.boolean(),
});
export type ItemResultView = z.infer<typeof itemResult>;

export const roundView = z.object({
  id,
  meetingId: id,
  meetingTitle: z.string(),
  number: z.int(),
  state: z.enum(['check-in', 'open', 'sealed', 'counted', 'void']),
  members: z.int(),
  quorum: z.int(),
  checkedIn: z.int(),
  present: z.int().nullable(),
  cast: z.int(),
  items: z.array(z.object({ packetId: id, number: z.int(), level: z.string(), needed: z.int().nullable() })),
  chairKey: z.string().nullable(),
  supervisorKey: z.string().nullable(),
  roundKey: z.string().nullable(),
  /** The wrapped private key, for the two holders only. */
  wrapped: z.object({ ephemeral: z.string(), box: z.string() }).nullable().optional(),
  handedShare: z.string().nullable().optional(),
  envelopeHashes: z.array(z.string()).nullable(),
  results: z.array(itemResult).nullable(),
  voidReason: z.string().nullable(),
  /** The caller's own part in the round; null for those without a vote. */
  mine: z
    .object({ checkedIn: z.boolean(), cast: z.boolean(), recusedFrom: z.array(id) })
    .nullable()
    .optional(),
});
export type RoundView = z.infer<typeof roundView>;

export const createRound = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/rounds',
  action: 'round.create',
  summary: '建立一轮表决并开始签到',
  params: z.object({ id }),
  answer: z.object({ id }),
});

const ofRound = z.object({ id });

export const getRound = endpoint({
  method: 'GET',
  url: '/api/rounds/:id',
  action: 'round.read',
  summary: '查看一轮表决',
  params: ofRound,
  answer: roundView,
});

export const listRounds = endpoint({
  method: 'GET',
  url: '/api/my/rounds',
  action: 'round.list',
  summary: '与我有关的表决',
  answer: z.object({
    rounds: z.array(
      z.object({ id, meetingId: id, meetingTitle: z.string(), number: z.int(), state: roundView.shape.state }),
    ),
  }),
});

export const holdKey = endpoint({
  method: 'PUT',
  url: '/api/rounds/:id/keys/:holder',
  action: 'round.hold-key',
  summary: '主任委员、监督员交存公钥',
  params: z.object({ id, holder: z.enum(['chair', 'supervisor']) }),
  body: z.object({ publicKey: key }),
  answer: receipt,
});

export const checkIn = endpoint({
  method: 'POST',
  url: '/api/rounds/:id/attendance',
  action: 'round.check-in',
  summary: '专家签到',
  params: ofRound,
  answer: receipt,
});

export const openRound = endpoint({
  method: 'POST',
  url: '/api/rounds/:id/opening',
  action: 'round.open',
  summary: '结束签到，核对法定人数，开始投票',
  params: ofRound,
  answer: z.object({ present: z.int(), members: z.int(), quorum: z.int() }),
});

export const castVote = endpoint({
  method: 'PUT',
  url: '/api/rounds/:id/envelope',
  action: 'round.cast',
  summary: '投票：密封的选票，可在截止前更换',
  params: ofRound,
  body: z.object({ sealed: z.base64().max(4000) }),
  answer: done,
});

export const sealRound = endpoint({
  method: 'POST',
  url: '/api/rounds/:id/sealing',
  action: 'round.seal',
  summary: '截止投票，公布全部密封选票的摘要',
  params: ofRound,
  body: z.object({ handedShare: z.base64().max(200) }),
  answer: z.object({ hashes: z.array(z.string()), cast: z.int() }),
});

export const countRound = endpoint({
  method: 'POST',
  url: '/api/rounds/:id/count',
  action: 'round.count',
  summary: '开票：合并两把密钥，只保留票数',
  params: ofRound,
  body: z.object({ chairShare: key, supervisorShare: key }),
  answer: z.object({ results: z.array(itemResult) }),
});

export const proposeVoid = endpoint({
  method: 'POST',
  url: '/api/rounds/:id/void-proposal',
  action: 'round.propose-void',
  summary: '主任委员提议本轮作废',
  params: ofRound,
  body: z.object({ reason: text(500) }),
  answer: receipt,
});

export const confirmVoid = endpoint({
  method: 'POST',
  url: '/api/rounds/:id/void',
  action: 'round.confirm-void',
  summary: '监督员同意本轮作废，重新表决',
  params: ofRound,
  answer: receipt,
});

export const minutes = z.object({
  meetingTitle: z.string(),
  organiser: z.string(),
  committee: z.string(),
  filingNumber: z.string(),
  heldOn: date,
  venue: z.string(),
  members: z.int(),
  chairName: z.string(),
  attending: z.array(z.string()),
  drawNumber: z.string().nullable(),
  drawHash: z.string().nullable(),
  rounds: z.array(
    z.object({
      number: z.int(),
      state: roundView.shape.state,
      present: z.int().nullable(),
      quorum: z.int(),
      openedAt: instant.nullable(),
      sealedAt: instant.nullable(),
      endedAt: instant.nullable(),
      voidReason: z.string().nullable(),
      envelopeHashes: z.array(z.string()),
      results: z.array(itemResult),
    }),
  ),
  cases: z.array(
    z.object({
      number: z.int(),
      applicantName: z.string(),
      unitName: z.string(),
      level: z.string(),
      specialty: z.string(),
      composite: z.int().nullable(),
      opinion: z.string().nullable(),
      passed: z.boolean().nullable(),
    }),
  ),
  /** Head of the record at the moment of reading: printed so that later alterations can be shown. */
  recordSize: z.int(),
  recordLink: z.string(),
});
export type Minutes = z.infer<typeof minutes>;

export const getMinutes = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/minutes',
  action: 'meeting.minutes',
  summary: '会议纪要',
  params: z.object({ id }),
  answer: minutes,
});

export const supervision = z.object({
  record: z.object({ size: z.int(), link: z.string(), pending: z.int(), checkpoint: z.string() }),
  draws: z.array(
    z.object({
      id,
      number: z.string(),
      stage: z.enum(DRAW_STAGES),
      meetingTitle: z.string(),
      announcedAt: instant,
      /** A second draw of one meeting asks for an explanation. */
      repeated: z.boolean(),
    }),
  ),
  rounds: z.array(
    z.object({
      id,
      meetingTitle: z.string(),
      number: z.int(),
      state: roundView.shape.state,
      present: z.int().nullable(),
      members: z.int(),
      passed: z.int(),
      notPassed: z.int(),
    }),
  ),
});
export type Supervision = z.infer<typeof supervision>;

export const getSupervision = endpoint({
  method: 'GET',
  url: '/api/organisers/:organiserId/supervision',
  action: 'supervision.read',
  summary: '监督总览',
  params: z.object({ organiserId: id }),
  answer: supervision,
});
