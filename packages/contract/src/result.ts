import { z } from 'zod';
import { date, id, instant, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { publicityPhase } from './publicity.ts';

/** One person on the results of a meeting, for the office and the confirming authority. */
export const resultLine = z.object({
  applicationId: id,
  number: z.string(),
  stage: z.string(),
  name: z.string(),
  unit: z.string(),
  specialty: z.string(),
  titleName: z.string(),
  /** Reason and time while the result is held back. */
  held: z.object({ reason: z.string(), since: instant }).nullable(),
  openObjections: z.int(),
  objections: z.int(),
  /** How it ended after publicity. */
  decision: z.enum(['confirmed', 'refused']).nullable(),
});
export type ResultLine = z.infer<typeof resultLine>;

export const meetingResult = z.object({
  meetingId: id,
  meetingName: z.string(),
  committeeName: z.string(),
  /** Why results cannot be published yet, in Chinese; null when they can. */
  obstacle: z.string().nullable(),
  workingDays: z.int(),
  lastDayIfToday: date,
  /** That day may still move: a year without a working-day table was counted in. */
  provisional: z.boolean(),
  publicity: z
    .object({
      id,
      token: z.string(),
      number: z.string(),
      startsOn: date,
      lastDay: date,
      endsAt: instant,
      phase: publicityPhase,
      contact: z.string(),
      phone: z.string(),
      version,
    })
    .nullable(),
  people: z.array(resultLine),
});
export type MeetingResult = z.infer<typeof meetingResult>;

const ofMeeting = z.object({ id });
const ofApplication = z.object({ id });

export const listResults = endpoint({
  method: 'GET',
  url: '/api/results',
  action: 'result.list',
  summary: '已有表决结果的评审会议',
  answer: z.object({
    items: z.array(
      z.object({
        meetingId: id,
        meetingName: z.string(),
        committeeName: z.string(),
        passed: z.int(),
        phase: publicityPhase.nullable(),
        lastDay: date.nullable(),
        held: z.int(),
        awaitingConfirmation: z.int(),
      }),
    ),
  }),
});

export const readResult = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/result',
  action: 'result.read',
  summary: '一次评审会议的结果、公示和异议',
  params: ofMeeting,
  answer: meetingResult,
});

export const publishResult = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/result/publish',
  action: 'result.publish',
  summary: '公示评审结果：公布通过人员名单',
  params: ofMeeting,
  body: z.object({
    contact: text(60),
    phone: text(60),
    supervisionPhone: text(60).nullable(),
    ways: text(300),
  }),
  answer: z.object({ token: z.string(), lastDay: date, people: z.int(), receipt }),
});

export const downloadResultNotice = endpoint({
  method: 'GET',
  url: '/api/meetings/:id/result/notice',
  action: 'result.read',
  summary: '评审结果公示文件（PDF）',
  params: ofMeeting,
  transport: 'download',
});

export const holdResult = endpoint({
  method: 'POST',
  url: '/api/applications/:id/result/hold',
  action: 'result.hold',
  summary: '暂缓一个人的结果，其他人不受影响',
  params: ofApplication,
  body: z.object({ reason: text(500) }),
  answer: z.object({ receipt }),
});

export const releaseResult = endpoint({
  method: 'POST',
  url: '/api/applications/:id/result/release',
  action: 'result.release',
  summary: '异议核查完毕，解除暂缓',
  params: ofApplication,
  body: z.object({ reason: text(500) }),
  answer: z.object({ receipt }),
});

export const concludeResult = endpoint({
  method: 'POST',
  url: '/api/meetings/:id/result/conclude',
  action: 'result.conclude',
  summary: '公示期满，报送确认；暂缓的人除外',
  params: ofMeeting,
  body: z.object({ version }),
  answer: z.object({ concluded: z.int(), held: z.int(), receipt }),
});

/** What waits for the confirming authority. */
export const listConfirmations = endpoint({
  method: 'GET',
  url: '/api/confirmations',
  action: 'result.confirm-list',
  summary: '等待确认的评审结果',
  answer: z.object({
    items: z.array(
      z.object({
        applicationId: id,
        number: z.string(),
        name: z.string(),
        unit: z.string(),
        specialty: z.string(),
        titleName: z.string(),
        organiserName: z.string(),
        committeeName: z.string(),
        meetingName: z.string(),
        /** Day the committee passed it: it becomes the day the title was obtained. */
        passedOn: date,
        publicisedFrom: date,
        publicisedTo: date,
        objections: z.int(),
      }),
    ),
  }),
});
export type ConfirmationLine = z.infer<typeof listConfirmations.answer>['items'][number];

export const confirmResults = endpoint({
  method: 'POST',
  url: '/api/confirmations/confirm',
  action: 'result.confirm',
  summary: '确认评审结果并颁发证书，可一次确认多人',
  body: z.object({
    applicationIds: z.array(id).min(1).max(500),
    /** Number of the document by which the results are confirmed. */
    approvalNumber: text(100),
  }),
  answer: z.object({
    confirmed: z.array(z.object({ applicationId: id, certificateNumber: z.string() })),
    /** Those that could not be confirmed, with the reason in Chinese. */
    failed: z.array(z.object({ applicationId: id, reason: z.string() })),
  }),
});

export const refuseConfirmation = endpoint({
  method: 'POST',
  url: '/api/applications/:id/result/refuse',
  action: 'result.refuse',
  summary: '不予确认一个人的评审结果，写明理由',
  params: ofApplication,
  body: z.object({ reason: text(1000) }),
  answer: z.object({ receipt }),
});

export const resultSlip = z.object({
  applicationId: id,
  number: z.string(),
  outcome: z.string(),
  stage: z.string(),
  groupOpinion: z.string().nullable(),
  score: z.string().nullable(),
  next: z.string(),
});
export type ResultSlip = z.infer<typeof resultSlip>;

export const readResultSlip = endpoint({
  method: 'GET',
  url: '/api/applications/:id/result-slip',
  action: 'result.slip',
  summary: '本人的评审结果通知单',
  params: ofApplication,
  answer: resultSlip,
});

export const downloadResultSlip = endpoint({
  method: 'GET',
  url: '/api/applications/:id/result-slip.pdf',
  action: 'result.slip',
  summary: '本人的评审结果通知单（PDF）',
  params: ofApplication,
  transport: 'download',
});
