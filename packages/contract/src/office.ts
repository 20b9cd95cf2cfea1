import { z } from 'zod';
import { decided } from './authority.ts';
import { catalogueMatch } from './codes.ts';
import { date, done, id, instant, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { evaluationReport } from './evaluation.ts';
import { applicationSnapshot } from './snapshot.ts';
import { correctionItem, decisionBodies, pageQuery, worklistLine, worklistPage } from './worklist.ts';

const ofApplication = z.object({ id });

export const listOfficeWork = endpoint({
  method: 'GET',
  url: '/api/office/applications',
  action: 'application.list-office',
  summary: '评委会办公室的申报，按环节筛选',
  query: pageQuery.extend({
    stage: z.string().max(40).optional(),
    plan: id.optional(),
    /** A number, or the beginning of a name. */
    find: z.string().trim().max(40).optional(),
    /** `late`: past its deadline and waiting for a decision; `soon`: due within three days. */
    due: z.enum(['late', 'soon']).optional(),
  }),
  answer: worklistPage,
});

export const readOfficeBoard = endpoint({
  method: 'GET',
  url: '/api/office/board',
  action: 'application.board',
  summary: '计划看板：各环节件数、开放时间、近日提交量',
  answer: z.object({
    now: instant,
    plans: z.array(
      z.object({
        id,
        name: z.string(),
        windows: z.array(z.object({ name: z.string(), actor: z.string(), opensAt: instant, closesAt: instant })),
        /** In the order of the plan; ends last. */
        stages: z.array(
          z.object({
            stage: z.string(),
            name: z.string(),
            end: z.boolean(),
            waitsFor: z.string(),
            count: z.int(),
            /** Of them: due within three days. */
            soon: z.int(),
            /** Of them: past their deadline, waiting for a decision. */
            late: z.int(),
          }),
        ),
        /** Submissions on each of the last days before the applicants' window closes. */
        load: z.object({
          window: z.string(),
          closesOn: date,
          days: z.array(z.object({ date, count: z.int() })),
        }),
      }),
    ),
  }),
});
export type OfficeBoard = z.infer<typeof readOfficeBoard.answer>;

/** One thing the office decides on: a row, a condition of the standard, or a part of the form. */
export const checkItem = z.object({
  place: z.string(),
  group: z.enum(['conditions', 'rows', 'self-score', 'form']),
  label: z.string(),
  title: z.string(),
  decision: z.enum(['accepted', 'correct']).nullable(),
  problem: z.string(),
  whatToDo: z.string(),
  lateReason: z.string(),
  /** It stood there unchanged when an earlier submission was checked and accepted: raising it now needs a reason. */
  seenBefore: z.boolean(),
});
export type CheckItem = z.infer<typeof checkItem>;

export const correctionNoticeView = z.object({
  ordinal: z.int(),
  issuedAt: instant,
  items: z.array(correctionItem.extend({ lateReason: z.string() })),
});

const submissionView = z.object({
  ordinal: z.int(),
  receivedAt: instant,
  verdict: z.string().nullable(),
  standardPack: z.string().nullable(),
  standardHash: z.string().nullable(),
  snapshot: applicationSnapshot,
  report: evaluationReport.nullable(),
});
export type SubmissionView = z.infer<typeof submissionView>;

/** Something the standard leaves to a person, with the office's decision on it. */
export const officeJudgement = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  achievement: z.string().nullable(),
  asked: z.string(),
  /** The first is what was claimed; any other needs a reason. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  answer: z.string().nullable(),
  reason: z.string(),
});
export type OfficeJudgement = z.infer<typeof officeJudgement>;
const reviewed = {
  judgements: z.array(officeJudgement),
  /** The report with these decisions in it; that of the submission where there are none. */
  reviewed: evaluationReport.nullable(),
  /** The submitted rows each condition rests on, by its id; conditions without rows are left out. */
  behind: z.array(z.object({ condition: z.string(), rows: z.array(id) })),
};

export const readCheck = endpoint({
  method: 'GET',
  url: '/api/applications/:id/check',
  action: 'application.read-check',
  summary: '资格审查：提交的材料、引擎报告、逐项意见和历次告知',
  params: ofApplication,
  answer: z.object({
    line: worklistLine,
    opened: z.boolean(),
    /** Null where the plan sets no limit. */
    submissionLimit: z.int().nullable(),
    submission: submissionView.nullable(),
    ...reviewed,
    items: z.array(checkItem),
    /** What the catalogues of journals and awards say of the rows. */
    catalogue: z.array(catalogueMatch),
    notices: z.array(correctionNoticeView),
    /** What may be done now, by the plan's own names, with what stands in the way. */
    actions: z.array(z.object({ id: z.string(), name: z.string(), obstacle: z.string().nullable() })),
  }),
});
export type OfficeCheck = z.infer<typeof readCheck.answer>;

export const readSubmission = endpoint({
  method: 'GET',
  url: '/api/applications/:id/submission',
  action: 'application.read-submission',
  summary: '最近一次提交的材料与引擎报告',
  params: ofApplication,
  answer: z.object({
    line: worklistLine,
    submission: submissionView.nullable(),
    /** Clause under which an over-estimated self-score goes back; empty where the plan has none. */
    overstated: z.string(),
  }),
});

export const downloadSubmittedFile = endpoint({
  method: 'GET',
  url: '/api/applications/:id/files/:fileId',
  action: 'application.read-submission',
  summary: '提交材料中的一份佐证文件',
  params: z.object({ id, fileId: id }),
  transport: 'download',
});

export const saveCheckItems = endpoint({
  method: 'PUT',
  url: '/api/applications/:id/check-items',
  action: 'application.save-check-item',
  summary: '保存一项或几项审核意见（未发出）',
  params: ofApplication,
  body: z.object({
    submission: z.int().positive(),
    items: z
      .array(
        z.object({
          place: text(120),
          decision: z.enum(['accepted', 'correct']),
          problem: z.string().trim().max(500),
          whatToDo: z.string().trim().max(500),
          lateReason: z.string().trim().max(500),
        }),
      )
      .min(1)
      .max(500),
  }),
  answer: done,
});

export const saveOfficeJudgement = endpoint({
  method: 'PUT',
  url: '/api/applications/:id/judgements',
  action: 'application.save-judgement',
  summary: '保存审核人对一项须判断内容的决定（未发出）；答复其后的条件核对',
  params: ofApplication,
  body: z.object({
    submission: z.int().positive(),
    judgement: text(300),
    answer: text(60),
    reason: z.string().trim().max(500),
  }),
  answer: z.object(reviewed),
});

const decision = <B extends z.ZodType>(name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    url: `/api/applications/:id/${name}`,
    action: `application.${name}`,
    summary,
    params: ofApplication,
    body,
    answer: decided,
  });
const plain = z.object({ version });
const withReason = z.object({ version, reason: text(1000) });

export const openCheck = decision('open-check', '开始审核，此后申报人不能撤回', plain);
export const officePass = decision('office-pass', '资格审查通过', plain);
export const officeReturn = decision('office-return', '退回补正，发出一次性告知书', plain);
export const officeRefuse = decision('office-refuse', '不予受理', decisionBodies.refuse);
export const approveStampedPage = decision('approve-stamped-page', '盖章页通过', plain);
export const returnStampedPage = decision('return-stamped-page', '盖章页退回', decisionBodies.return);
export const receivePaper = decision(
  'receive-paper',
  '收到纸质材料',
  z.object({ version, reason: z.string().trim().max(1000).optional() }),
);
export const unlockSubmission = decision('unlock', '增加一次提交机会', withReason);
export const cancelApplication = decision('cancel', '取消申报资格', withReason);

export const downloadCorrectionNotice = endpoint({
  method: 'GET',
  url: '/api/applications/:id/notices/:ordinal',
  action: 'application.read-notice',
  summary: '一次性告知书（PDF）',
  params: z.object({ id, ordinal: z.coerce.number().int().positive() }),
  transport: 'download',
});
