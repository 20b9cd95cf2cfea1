import { OBJECTION_STATES } from '@zhiping/core';
import { z } from 'zod';
import { date, done, id, instant, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** Months are enough on a publicity, and all that the template asks for: `YYYY-MM`. */
const month = z.string().regex(/^\d{4}-\d{2}$/);

export const publicityKind = z.enum(['unit', 'result']);
export const publicityPhase = z.enum(['ahead', 'running', 'over', 'concluded', 'invalid']);

/** One achievement as it is publicised, LN-2024 附件1 二. */
export const publicisedAchievement = z.object({
  rowId: id,
  name: z.string(),
  startedIn: month,
  endedIn: month.nullable(),
  content: z.string(),
  role: z.enum(['主持', '参与', '独立']),
  category: z.string(),
});

/** The person as publicised, LN-2024 附件1 一: nothing else leaves the unit. */
export const publicisedPerson = z.object({
  name: z.string(),
  sex: z.enum(['男', '女']),
  bornIn: month,
  education: z.string(),
  currentTitle: z.string(),
  currentTitleSince: month.nullable(),
  post: z.string(),
});

const period = {
  startsOn: date,
  lastDay: date,
  endsAt: instant,
  workingDays: z.int(),
};

/** A line of the public list. */
export const publicityLine = z.object({
  token: z.string(),
  kind: publicityKind,
  title: z.string(),
  /** The unit or the organiser that publicises. */
  by: z.string(),
  ...period,
  people: z.int(),
});
export type PublicityLine = z.infer<typeof publicityLine>;

export const publicPublicity = z.object({
  ...publicityLine.shape,
  ways: z.string(),
  contact: z.string(),
  phone: z.string(),
  supervisionPhone: z.string().nullable(),
  /** Of a unit: the one person with achievements. */
  unit: z
    .object({
      year: z.int(),
      unitName: z.string(),
      specialty: z.string(),
      titleName: z.string(),
      approvingMeeting: z.string(),
      person: publicisedPerson,
      achievements: z.array(publicisedAchievement),
    })
    .nullable(),
  /** Of results: names only. */
  list: z
    .array(
      z.object({ place: z.int(), name: z.string(), unit: z.string(), specialty: z.string(), titleName: z.string() }),
    )
    .nullable(),
});
export type PublicPublicity = z.infer<typeof publicPublicity>;

export const listPublicities = endpoint({
  method: 'GET',
  url: '/api/publicities',
  action: 'publicity.list',
  summary: '正在公示的名单和申报',
  answer: z.object({ now: instant, items: z.array(publicityLine) }),
});

const byToken = z.object({ token: z.string().max(60) });

export const readPublicity = endpoint({
  method: 'GET',
  url: '/api/publicities/:token',
  action: 'publicity.read',
  summary: '一份公示的内容，只在公示期内可见',
  params: byToken,
  answer: publicPublicity,
});

export const downloadPublicityNotice = endpoint({
  method: 'GET',
  url: '/api/publicities/:token/notice',
  action: 'publicity.read',
  summary: '公示文件（PDF）',
  params: byToken,
  transport: 'download',
});

export const fileObjection = endpoint({
  method: 'POST',
  url: '/api/publicities/:token/objections',
  action: 'objection.file',
  summary: '对公示提出异议，须署真实姓名和联系方式',
  params: byToken,
  body: z.object({
    /** Place on the list of results; null for the one person of a unit's publicity. */
    place: z.int().positive().nullable(),
    name: text(60),
    contact: text(100),
    content: text(2000),
    truthful: z.literal(true, '请确认所反映的情况属实'),
  }),
  answer: z.object({ receiptNumber: z.string(), receivedAt: instant, receipt }),
});

/** What somebody who knows the receipt number may see: never the person or the content. */
export const readObjectionAnswer = endpoint({
  method: 'GET',
  url: '/api/objection-answers/:receiptNumber',
  action: 'objection.follow',
  summary: '凭回执号查询异议的答复',
  params: z.object({ receiptNumber: z.string().max(60) }),
  answer: z.object({
    receiptNumber: z.string(),
    state: z.enum(OBJECTION_STATES),
    receivedAt: instant,
    answer: z.string().nullable(),
    answeredAt: instant.nullable(),
  }),
});

/** What the unit fills in beside what the archive already knows, LN-2024 附件1. */
export const startPublicityInput = z.object({
  /** First day; today where null. */
  startsOn: date.nullable(),
  approvingMeeting: text(100),
  contact: text(60),
  phone: text(60),
  ways: text(200),
});

export const unitPublicity = z.object({
  id,
  token: z.string(),
  number: z.string(),
  ...period,
  phase: publicityPhase,
  approvingMeeting: z.string(),
  contact: z.string(),
  phone: z.string(),
  ways: z.string(),
  /** What the plan knows of proofs, with what was uploaded. */
  proofs: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      label: z.string(),
      needed: z.boolean(),
      dated: z.boolean(),
      files: z.array(
        z.object({ id, takenOn: date.nullable(), uploadedAt: instant, uploadedBy: z.string(), image: z.boolean() }),
      ),
    }),
  ),
  openObjections: z.int(),
  objections: z.int(),
  invalidReason: z.string().nullable(),
  version,
});
export type UnitPublicity = z.infer<typeof unitPublicity>;

const ofApplication = z.object({ id });

export const readApplicationPublicity = endpoint({
  method: 'GET',
  url: '/api/applications/:id/publicity',
  action: 'publicity.manage',
  summary: '一份申报的单位公示：现在的、以前的和将要张贴的内容',
  params: ofApplication,
  answer: z.object({
    applicationId: id,
    number: z.string(),
    stage: z.string(),
    unitName: z.string(),
    specialty: z.string(),
    titleName: z.string(),
    person: publicisedPerson.nullable(),
    achievements: z.array(publicisedAchievement),
    /** One sentence: where the application goes once the unit recommends it. */
    next: z.string(),
    workingDays: z.int(),
    /** The meeting of the recorded appraisal, to begin with. */
    approvingMeeting: z.string().nullable(),
    /** What is missing before it can be posted, in Chinese. */
    missing: z.array(z.string()),
    /** Last day if it were posted today. */
    lastDayIfToday: date,
    /** That day may still move: a year without a working-day table was counted in. */
    provisional: z.boolean(),
    current: unitPublicity.nullable(),
    former: z.array(unitPublicity),
  }),
});
export type ApplicationPublicity = z.infer<typeof readApplicationPublicity.answer>;

/** Where a page of the list ends: the stage and the id of its last application. */
const publicityKey = z.string().regex(/^(?:unit-publicity|online-submission)\/[\da-f-]{36}$/);

/** Applications of my unit that are to be publicised or are, those it has to do with first, the last begun first. */
export const listUnitPublicities = endpoint({
  method: 'GET',
  url: '/api/unit-publicities',
  action: 'publicity.manage',
  summary: '本单位待公示和正在公示的申报，按页；ready=yes 时只有现在可以推荐报送的',
  query: z.object({
    after: publicityKey.optional(),
    limit: pageQuery.shape.limit,
    /** Only those whose publicity is over, unopposed and proved as the plan asks. */
    ready: z.literal('yes').optional(),
  }),
  answer: z.object({
    next: publicityKey.nullable(),
    items: z.array(
      z.object({
        id,
        number: z.string(),
        name: z.string(),
        specialty: z.string(),
        titleName: z.string(),
        stage: z.string(),
        phase: publicityPhase.nullable(),
        lastDay: date.nullable(),
        openObjections: z.int(),
        /** Proofs the plan knows of which nothing was uploaded; without a needed one it cannot be recommended. */
        unproved: z.array(z.object({ name: z.string(), needed: z.boolean() })),
        /** The posted publicity with its version, for the step that concludes it; null where none stands. */
        publicity: z.object({ id, version }).nullable(),
        /** One sentence: where the application goes once the unit recommends it. */
        next: z.string(),
      }),
    ),
  }),
});
export type UnitPublicityLine = z.infer<typeof listUnitPublicities.answer>['items'][number];

export const startPublicity = endpoint({
  method: 'POST',
  url: '/api/applications/:id/publicity',
  action: 'publicity.start',
  summary: '开始单位公示：按模板生成公示文件并公开',
  params: ofApplication,
  body: startPublicityInput,
  answer: z.object({ publicity: unitPublicity, receipt }),
});

const ofPublicity = z.object({ id });

export const proveUnitPublicity = endpoint({
  method: 'POST',
  url: '/api/unit-publicities/:id/proofs',
  action: 'publicity.prove',
  summary: '上传一份公示证明：盖章的公示文件，或写明拍摄日期的张贴照片',
  params: ofPublicity,
  body: z.object({ kind: text(60), takenOn: date.optional() }),
  transport: 'upload',
  answer: done,
});

const ofProof = z.object({ id, proofId: id });

export const removeUnitProof = endpoint({
  method: 'DELETE',
  url: '/api/unit-publicities/:id/proofs/:proofId',
  action: 'publicity.prove',
  summary: '撤下传错的公示证明',
  params: ofProof,
  answer: done,
});

export const downloadUnitNotice = endpoint({
  method: 'GET',
  url: '/api/unit-publicities/:id/notice',
  action: 'publicity.manage',
  summary: '单位公示文件（PDF），供打印、盖章、张贴',
  params: ofPublicity,
  transport: 'download',
});

export const downloadUnitProof = endpoint({
  method: 'GET',
  url: '/api/unit-publicities/:id/proofs/:proofId',
  action: 'publicity.manage',
  summary: '单位公示证明',
  params: ofProof,
  transport: 'download',
});

export const concludeUnitPublicity = endpoint({
  method: 'POST',
  url: '/api/unit-publicities/:id/conclude',
  action: 'publicity.conclude',
  summary: '公示期满且异议均已答复，推荐申报',
  params: ofPublicity,
  body: z.object({ version }),
  answer: z.object({ publicity: unitPublicity, receipt }),
});

export const invalidateUnitPublicity = endpoint({
  method: 'POST',
  url: '/api/unit-publicities/:id/invalidate',
  action: 'publicity.invalidate',
  summary: '评委会办公室认定公示无效，须重新公示',
  params: ofPublicity,
  body: z.object({ version, reason: text(500) }),
  answer: z.object({ publicity: unitPublicity, receipt }),
});

/** An objection for those who check it. Name and contact of the objector are shown to nobody else. */
export const objection = z.object({
  id,
  receiptNumber: z.string(),
  receivedAt: instant,
  state: z.enum(OBJECTION_STATES),
  /** Whom it is about. */
  about: z.object({ applicationId: id, number: z.string(), name: z.string() }),
  name: z.string(),
  contact: z.string(),
  content: z.string(),
  finding: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  version,
});
export type Objection = z.infer<typeof objection>;

export const listObjections = endpoint({
  method: 'GET',
  url: '/api/publicity-objections/:id',
  action: 'objection.read',
  summary: '一份公示收到的异议',
  params: ofPublicity,
  answer: z.object({ items: z.array(objection) }),
});

export const answerObjection = endpoint({
  method: 'POST',
  url: '/api/objections/:id/answer',
  action: 'objection.answer',
  summary: '登记核查情况并答复',
  params: z.object({ id }),
  body: z.object({
    version,
    outcome: z.enum(['dismissed', 'upheld']),
    /** For the file, not published. */
    finding: text(2000),
    /** Shown to whoever knows the receipt number. */
    answer: text(1000),
    /** Achievements taken out of the application because of it; only with `upheld`, only in a unit's publicity. */
    removeRowIds: z.array(id).max(100),
  }),
  answer: z.object({ state: z.enum(OBJECTION_STATES), receipt }),
});
