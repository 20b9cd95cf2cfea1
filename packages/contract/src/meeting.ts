import { RECUSAL_KINDS } from '@zhiping/core';
import { z } from 'zod';
import { date, done, id, instant, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';

export const MEETING_STAGES = ['preparing', 'drawn', 'reviewing', 'voting', 'voted', 'publicised', 'closed'] as const;
export type MeetingStage = (typeof MEETING_STAGES)[number];
export const SEAT_STATES = ['reserve', 'invited', 'accepted', 'declined', 'recused'] as const;
export const DRAW_STAGES = ['announced', 'committed', 'revealed', 'completed', 'abandoned'] as const;
const hash = z.string().regex(/^[0-9a-f]{64}$/, '应为64位十六进制数');

export const meetingItem = z.object({
  id,
  organiserId: id,
  title: z.string(),
  stage: z.enum(MEETING_STAGES),
  heldOn: date,
  venue: z.string(),
  members: z.int(),
  cases: z.int(),
});
export type MeetingItem = z.infer<typeof meetingItem>;

export const caseRow = z.object({
  applicationId: id,
  number: z.int(),
  applicationNumber: z.string().nullable(),
  applicantName: z.string(),
  unitName: z.string(),
  level: z.string(),
  specialty: z.string(),
  packetId: id,
  defence: z.enum(['none', 'waiting', 'present', 'absent']),
  defenceAt: instant.nullable(),
  defenceRoom: z.string().nullable(),
  /** Every reason for a defence: found by the plan, open, or named by the committee. */
  defenceReasons: z.array(
    z.object({
      trigger: z.string(),
      label: z.string(),
      text: z.string(),
      state: z.enum(['applies', 'open', 'named']),
      detail: z.string(),
    }),
  ),
  /** The photo that was frozen with the submission, for the check-in of a defence; null where there is none or no defence. */
  photoFileId: id.nullable(),
  recusals: z.int(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const seatRow = z.object({
  id,
  name: z.string(),
  code: z.string().nullable(),
  chair: z.boolean(),
  position: z.int(),
  state: z.enum(SEAT_STATES),
  reason: z.string().nullable(),
});
export type SeatRow = z.infer<typeof seatRow>;

export const drawRow = z.object({
  id,
  number: z.string(),
  stage: z.enum(DRAW_STAGES),
  announcedAt: instant,
  committedAt: instant.nullable(),
  completedAt: instant.nullable(),
  poolSize: z.int(),
  recused: z.int(),
  members: z.int(),
  reserves: z.int(),
  employerCap: z.int().nullable(),
  source: z.object({ kind: z.enum(['drand', 'lottery', 'none']), name: z.string() }),
  officeCommitment: hash,
  supervisorCommitment: hash.nullable(),
  poolRoot: hash.nullable(),
  rulesHash: hash.nullable(),
  recusalRoot: hash.nullable(),
  seed: hash.nullable(),
  hash: hash.nullable(),
  /** Codes in the drawn order: members, then reserves. Empty until the draw is completed. */
  memberCodes: z.array(z.string()),
  reserveCodes: z.array(z.string()),
});
export type DrawRow = z.infer<typeof drawRow>;

export const roundSummary = z.object({
  id,
  number: z.int(),
  state: z.enum(['check-in', 'open', 'sealed', 'counted', 'void']),
});

export const meetingView = z.object({
  id,
  organiserId: id,
  title: z.string(),
  stage: z.enum(MEETING_STAGES),
  heldOn: date,
  venue: z.string(),
  members: z.int(),
  blind: z.boolean(),
  planTitle: z.string(),
  filing: z.object({ name: z.string(), number: z.string(), validUntil: date, valid: z.boolean() }),
  chairName: z.string().optional(),
  version,
  cases: z.array(caseRow).optional(),
  /** Triggers of the plan that somebody decides, by level. */
  nameable: z
    .array(z.object({ id: z.string(), label: z.string(), text: z.string(), by: z.string(), level: z.string() }))
    .optional(),
  seats: z.array(seatRow).optional(),
  draws: z.array(drawRow).optional(),
  rounds: z.array(roundSummary).optional(),
});
export type MeetingView = z.infer<typeof meetingView>;

export const listMeetings = endpoint({
  method: 'GET',
  url: '/api/meetings',
  action: 'meeting.list',
  summary: '评审会议列表',
  answer: z.object({ meetings: z.array(meetingItem) }),
});

export const createMeeting = endpoint({
  method: 'POST',
  url: '/api/organisers/:organiserId/meetings',
  action: 'meeting.create',
  summary: '建立评审会议',
  params: z.object({ organiserId: id }),
  body: z.object({ title: text(100), filingId: id, heldOn: date, venue: text(200), blind: z.boolean() }),
  answer: z.object({ id }),
});

export const getMeeting = endpoint({
  method: 'GET',
  url: '/api/meetings/:id',
  action: 'meeting.read',
  summary: '查看评审会议',
  params: z.object({ id }),
  answer: meetingView,
});

export const listCandidates = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/candidates',
  action: 'meeting.candidates',
  summary: '可编入会议的申报',
  params: z.object({ id }),
  answer: z.object({
    candidates: z.array(
      z.object({
        applicationId: id,
        number: z.string().nullable(),
        applicantName: z.string(),
        unitName: z.string(),
        level: z.string(),
        specialty: z.string(),
        /** Why it cannot be taken by this committee; null where it can. */
        obstacle: z.string().nullable(),
      }),
    ),
  }),
});

export const admitCases = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/cases',
  action: 'meeting.admit',
  summary: '把申报编入会议',
  params: z.object({ id }),
  body: z.object({ applicationIds: z.array(id).min(1, '请选择申报').max(500) }),
  answer: z.object({ admitted: z.int() }),
});

export const announceDraw = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/draws',
  action: 'draw.announce',
  summary: '宣布一次抽取：规则、随机来源和办公室承诺值',
  params: z.object({ id }),
  body: z.object({
    officeCommitment: hash,
    number: z.string().max(60),
    source: z.union([
      z.object({ kind: z.enum(['drand', 'lottery']), name: text(100) }),
      z.object({ kind: z.literal('none'), name: z.literal('') }),
    ]),
    reserves: z.int().min(0).max(100),
    employerCap: z.int().min(1).max(20).nullable(),
    quotas: z
      .array(z.object({ stratum: text(50), min: z.int().min(0), max: z.int().min(0).nullable() }))
      .max(10)
      .default([]),
  }),
  answer: z.object({ id, number: z.string() }),
});

/** The number the next draw of a meeting will have; a commitment is made for one number only. */
export const nextDraw = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/next-draw',
  action: 'draw.announce',
  summary: '下一次抽取的编号和备选情况',
  params: z.object({ id }),
  answer: z.object({
    number: z.string(),
    seats: z.int(),
    pool: z.int(),
    eligible: z.int(),
    recused: z.array(z.object({ name: z.string(), kinds: z.array(z.enum(RECUSAL_KINDS)) })),
    specialties: z.array(z.object({ specialty: z.string(), eligible: z.int() })),
    obstacle: z.string().nullable(),
  }),
});

export const commitDraw = endpoint({
  method: 'POST',
  url: '/api/draws/:id/commitment',
  action: 'draw.commit',
  summary: '监督员承诺：抽取自此锁定',
  params: z.object({ id }),
  body: z.object({ supervisorCommitment: hash }),
  answer: receipt,
});

export const revealDraw = endpoint({
  method: 'POST',
  url: '/api/draws/:id/office-secret',
  action: 'draw.reveal',
  summary: '办公室公开秘密值',
  params: z.object({ id }),
  body: z.object({ secret: hash }),
  answer: receipt,
});

export const completeDraw = endpoint({
  method: 'POST',
  url: '/api/draws/:id/completion',
  action: 'draw.complete',
  summary: '监督员录入公开随机值并公开秘密值，完成抽取',
  params: z.object({ id }),
  body: z.object({ publicValue: z.string().trim().max(500), secret: hash }),
  answer: z.object({ members: z.int(), reserves: z.int(), hash }),
});

export const abandonDraw = endpoint({
  method: 'POST',
  url: '/api/draws/:id/abandonment',
  action: 'draw.abandon',
  summary: '监督员终止一次不能完成的抽取；编号和理由永久公开',
  params: z.object({ id }),
  body: z.object({ reason: text(500) }),
  answer: receipt,
});

export const publicDraw = z.object({
  id,
  number: z.string(),
  stage: z.enum(DRAW_STAGES),
  committedAt: instant,
  completedAt: instant.nullable(),
  organiser: z.string(),
  poolSize: z.int(),
  members: z.int(),
  hash: hash.nullable(),
  abandonedReason: z.string().nullable(),
});

export const listPublicDraws = endpoint({
  method: 'GET',
  url: '/api/public/draws',
  action: 'draw.list-public',
  summary: '已公开的专家抽取，含未完成的',
  answer: z.object({ draws: z.array(publicDraw) }),
});

export const getPublicDraw = endpoint({
  method: 'GET',
  url: '/api/public/draws/:id',
  action: 'draw.read-public',
  summary: '一次抽取的公开情况',
  params: z.object({ id }),
  answer: publicDraw,
});

export const getTranscript = endpoint({
  method: 'GET',
  url: '/api/public/draws/:id/transcript',
  action: 'draw.read-transcript',
  summary: '一次抽取的完整记录，可用核验程序重算',
  params: z.object({ id }),
  transport: 'download',
});

export const scheduleDefences = endpoint({
  method: 'PUT',
  url: '/api/meetings/:id/defences',
  action: 'meeting.schedule-defence',
  summary: '安排答辩时间和地点',
  params: z.object({ id }),
  body: z.object({
    defences: z.array(z.object({ applicationId: id, at: instant, room: text(50) })).min(1),
  }),
  answer: done,
});

export const nameForDefence = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/defences/:applicationId/reasons',
  action: 'meeting.name-for-defence',
  summary: '指定一份申报答辩，写明理由',
  params: z.object({ id, applicationId: id }),
  body: z.object({ trigger: text(50), reason: text(200) }),
  answer: receipt,
});

export const recheckDefences = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/defences/recheck',
  action: 'meeting.recheck-defences',
  summary: '按现在已知的情况重新核对待定的答辩理由',
  params: z.object({ id }),
  answer: z.object({ changed: z.int() }),
});

export const recordDefence = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/defences/:applicationId/attendance',
  action: 'meeting.record-defence',
  summary: '登记答辩到场或缺席',
  params: z.object({ id, applicationId: id }),
  body: z.object({ present: z.boolean() }),
  answer: receipt,
});

export const mySeat = z.object({
  id,
  meetingId: id,
  meetingTitle: z.string(),
  meetingStage: z.enum(MEETING_STAGES),
  heldOn: date,
  venue: z.string(),
  state: z.enum(SEAT_STATES),
  chair: z.boolean(),
  cases: z.int(),
  version,
});
export type MySeat = z.infer<typeof mySeat>;

export const listMySeats = endpoint({
  method: 'GET',
  url: '/api/my/seats',
  action: 'seat.list-own',
  summary: '我收到的评审邀请',
  answer: z.object({ seats: z.array(mySeat) }),
});

export const answerSeat = endpoint({
  method: 'POST',
  url: '/api/seats/:id/answer',
  action: 'seat.answer',
  summary: '接受或谢绝评审邀请',
  params: z.object({ id }),
  body: z.discriminatedUnion('accept', [
    z.object({
      accept: z.literal(true),
      pledged: z.literal(true, '请阅读并同意评审纪律'),
      /** People and units the expert must keep away from; matched against the cases without naming those. */
      avoid: z.array(z.object({ name: text(50), reason: text(200) })).max(50),
      version,
    }),
    z.object({ accept: z.literal(false), reason: text(500), version }),
  ]),
  answer: z.object({ state: z.enum(SEAT_STATES), recusedFrom: z.int() }),
});

export const leaveSeat = endpoint({
  method: 'POST',
  url: '/api/seats/:id/recusal',
  action: 'seat.leave',
  summary: '声明应当整体回避，由候补专家替补',
  params: z.object({ id }),
  body: z.object({ reason: text(500), version }),
  answer: done,
});

export const actForExperts = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/demonstration',
  action: 'meeting.act-for-experts',
  summary: '演示：由系统代其余专家办理',
  params: z.object({ id }),
  body: z.object({
    step: z.enum(['answer', 'score', 'opinion', 'check-in', 'vote']),
    choice: z.enum(['yes', 'no', 'abstain']).default('yes'),
  }),
  answer: z.object({ acted: z.int() }),
});
