import { z } from 'zod';
import { done, id, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { MEETING_STAGES } from './meeting.ts';

/** Factors of a sheet, Chinese, in the order of the plan or document. */
export const DEFENCE_FACTORS = ['真实性', '创新性', '专业性', '贡献性'] as const;
export const REVIEW_FACTORS = ['基本条件', '业绩成果', '代表作水平', '解决实际问题的能力'] as const;

export const packetItem = z.object({
  id,
  meetingId: id,
  meetingTitle: z.string(),
  meetingStage: z.enum(MEETING_STAGES),
  number: z.int(),
  level: z.string(),
  specialty: z.string(),
  reviewed: z.boolean(),
  defenceNeeded: z.boolean(),
  defenceScored: z.boolean(),
  opinionSigned: z.boolean(),
});
export type PacketItem = z.infer<typeof packetItem>;

/** One line of the one-page summary. */
const fact = z.object({ label: z.string(), value: z.string() });
export const packetContent = z.object({
  summary: z.array(fact),
  selfReport: z.string(),
  representative: z.array(fact),
  rows: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      date: z.string().nullable(),
      facts: z.array(fact),
      fileNumbers: z.array(z.int()),
      /** An achievement or what speaks for one; else education, titles, posts, assessments. Absent in packets of before. */
      achievement: z.boolean().optional(),
    }),
  ),
  unitOpinion: z.array(fact),
  checks: z.array(fact),
});
export type PacketContent = z.infer<typeof packetContent>;

export const scoreSheet = z.object({
  factors: z.record(z.string(), z.int().min(0).max(10_000)),
  total: z.int(),
  comment: z.string(),
  version,
});
export const opinionView = z.object({
  text: z.string(),
  recommended: z.boolean(),
  signatures: z.int(),
  signedByMe: z.boolean(),
  complete: z.boolean(),
  version,
});

export const packetView = z.object({
  id,
  meetingId: id,
  number: z.int(),
  level: z.string(),
  specialty: z.string(),
  content: packetContent,
  files: z.array(z.object({ id, number: z.int(), name: z.string(), mediaType: z.string() })),
  defence: z.enum(['none', 'waiting', 'present', 'absent']),
  defenceAt: z.string().nullable(),
  defenceRoom: z.string().nullable(),
  reviewScore: scoreSheet.nullable(),
  defenceScore: scoreSheet.nullable(),
  opinion: opinionView.nullable(),
});
export type PacketView = z.infer<typeof packetView>;

export const freezePackets = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/packets',
  action: 'meeting.freeze-packets',
  summary: '冻结案卷，交专家评议',
  params: z.object({ id }),
  answer: z.object({ packets: z.int(), experts: z.int() }),
});

export const listPackets = endpoint({
  method: 'GET',
  url: '/api/my/packets',
  action: 'packet.list',
  summary: '我的案卷',
  answer: z.object({ packets: z.array(packetItem) }),
});

export const getPacket = endpoint({
  method: 'GET',
  url: '/api/packets/:id',
  action: 'packet.read',
  summary: '查看案卷',
  params: z.object({ id }),
  answer: packetView,
});

export const getPacketFile = endpoint({
  method: 'GET',
  url: '/api/packets/:id/files/:fileId',
  action: 'packet.read-file',
  summary: '查看案卷中的佐证材料',
  params: z.object({ id, fileId: id }),
  transport: 'download',
});

export const recuseFromPacket = endpoint({
  method: 'POST',
  url: '/api/packets/:id/recusal',
  action: 'packet.recuse',
  summary: '声明对本案卷回避',
  params: z.object({ id }),
  body: z.object({ reason: text(500) }),
  answer: done,
});

export const saveScore = endpoint({
  method: 'PUT',
  url: '/api/packets/:id/scores/:kind',
  action: 'score.save',
  summary: '评分',
  params: z.object({ id, kind: z.enum(['review', 'defence']) }),
  body: z.object({
    /** Hundredths of a point by factor. */
    factors: z.record(z.string(), z.int().min(0).max(10_000)),
    comment: z.string().trim().max(1000),
    version: version.nullable(),
  }),
  answer: scoreSheet,
});

export const writeOpinion = endpoint({
  method: 'PUT',
  url: '/api/packets/:id/opinion',
  action: 'opinion.write',
  summary: '起草学科评议组意见',
  params: z.object({ id }),
  body: z.object({ text: text(2000), recommended: z.boolean(), version: version.nullable() }),
  answer: opinionView,
});

export const signOpinion = endpoint({
  method: 'POST',
  url: '/api/packets/:id/opinion/signature',
  action: 'opinion.sign',
  summary: '在学科评议组意见上签名',
  params: z.object({ id }),
  body: z.object({ version }),
  answer: receipt,
});

const spread = z.object({ mean: z.int(), lowest: z.int(), highest: z.int(), range: z.int(), count: z.int() });
export const scoreSummary = z.object({
  packetId: id,
  number: z.int(),
  level: z.string(),
  weights: z.object({ score: z.int(), defence: z.int() }),
  review: spread.nullable(),
  defence: spread.nullable(),
  composite: z.int().nullable(),
  opinion: z
    .object({ text: z.string(), recommended: z.boolean(), signatures: z.int(), complete: z.boolean() })
    .nullable(),
  defenceState: z.enum(['none', 'waiting', 'present', 'absent']),
  expected: z.int(),
});
export type ScoreSummary = z.infer<typeof scoreSummary>;

export const getScores = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/scores',
  action: 'score.read',
  summary: '评分与评议组意见汇总',
  params: z.object({ id }),
  answer: z.object({ packets: z.array(scoreSummary) }),
});
