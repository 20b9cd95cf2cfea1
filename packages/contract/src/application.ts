import { ACTORS, PLAN_LEVELS, PLAN_ROUTES, TALENTS, UNIT_AFFILIATIONS, UNIT_NATURES } from '@zhiping/core';
import { VALUES } from '@zhiping/standard';
import { z } from 'zod';
import { date, id, instant, receipt, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { correctionItem, pageQuery, worklistPage } from './worklist.ts';

const byId = z.object({ id });
export const applicationLevel = z.enum(PLAN_LEVELS);
export const applicationRoute = z.enum(PLAN_ROUTES);

/** One line of a self-score: years or pieces, or points in hundredths where scored by hand; with basis and place of proof. */
export const selfScoreEntry = z.object({
  line: z.string().max(60),
  quantity: z.int().min(0).max(10_000).nullable(),
  points: z.int().min(0).max(100_000).nullable(),
  basis: z.string().max(2000),
  evidence: z.string().max(500),
});

/** A further text of the plan, and the achievements it rests on. */
export const statementEntry = z.object({ text: z.string().max(20_000), rows: z.array(id).max(100) });
export const talent = z.enum(TALENTS);

/** What the applicant fills in. A draft may hold anything of the right type; limits are judged when it is sent. */
export const applicationContent = z.object({
  /** Direction inside the specialty, where the standard names some. */
  direction: z.string().max(60).nullable(),
  /** Ids of archive rows taken into the application. */
  rows: z.array(id).max(200),
  /** The one representative work among them. */
  representative: id.nullable(),
  selfReport: z.string().max(5000),
  /** The plan's pledge, word by word. */
  pledged: z.boolean(),
  declassified: z.boolean(),
  ownPart: z.boolean(),
  selfScore: z.array(selfScoreEntry).max(100),
  /** By the id of the plan's statement. */
  statements: z.record(z.string().max(60), statementEntry),
  /** Kinds of talent stated, where the route asks. */
  talents: z.array(talent).max(4),
});
export type ApplicationContent = z.infer<typeof applicationContent>;
export const EMPTY_CONTENT: ApplicationContent = {
  direction: null,
  rows: [],
  representative: null,
  selfReport: '',
  pledged: false,
  declassified: false,
  ownPart: false,
  selfScore: [],
  statements: {},
  talents: [],
};

/** Whether a committee of the plan accepts a specialty and level for the caller's unit, and who does where not. */
export const acceptance = z.object({
  accepted: z.boolean(),
  /** Taken only once the entrusting reply is there. */
  entrusted: z.boolean(),
  words: z.string(),
  label: z.string(),
});

export const openPlan = z.object({
  id,
  name: z.string(),
  year: z.int(),
  organiserName: z.string(),
  /** Why the caller is outside the plan's scope, as far as the archive says; empty when nothing speaks against it. */
  outOfScope: z.array(z.string()),
  /** Who takes such a case instead, as a sentence; null where the caller is not outside the scope. */
  elsewhere: z.string().nullable(),
  /** The applicants' time, by the organiser's clock. */
  time: z.enum(['ahead', 'open', 'over']),
  windows: z.array(z.object({ id: z.string(), name: z.string(), opensOn: date, closesOn: date })),
  specialties: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      standard: z.string(),
      /** Why the standard cannot be chosen, e.g. that it was repealed; null when it can. */
      obstacle: z.string().nullable(),
      /** False: the standard is not machine-readable yet and the case is checked by hand. */
      checked: z.boolean(),
      association: z.string().nullable(),
      levels: z.array(z.object({ level: applicationLevel, name: z.string(), acceptance })),
    }),
  ),
  routes: z.array(
    z.object({
      route: applicationRoute,
      name: z.string(),
      levels: z.array(applicationLevel).nullable(),
      needsConsent: z.boolean(),
      /** Who decides where no committee does; then there is nothing to apply for here. */
      decidedBy: z.string().nullable(),
      form: z.string().nullable(),
    }),
  ),
  /** The caller's running application in this plan. */
  applicationId: id.nullable(),
});
export type OpenPlan = z.infer<typeof openPlan>;

export const listOpenPlans = endpoint({
  method: 'GET',
  url: '/api/application-plans',
  action: 'application.list-plans',
  summary: '可以申报的评审计划，以及本人单位由哪个评委会受理',
  answer: z.object({
    unitName: z.string().nullable(),
    /** Whether somebody besides the caller can act for the unit. */
    unitStaffed: z.boolean(),
    /** Why no application can be made yet, from the basic facts of the archive; null where they are verified. */
    basics: z.string().nullable(),
    /** Those in whose scope the caller is come first, and of these the open ones. */
    items: z.array(openPlan),
  }),
});

export const routeAdvice = z.object({
  route: applicationRoute,
  name: z.string(),
  /** Whether an application may be made by it now. */
  open: z.boolean(),
  /** What the standard says of the archive as it stands; null where it is checked by hand. */
  verdict: z.enum(['eligible', 'needs-judgement', 'incomplete', 'ineligible']).nullable(),
  words: z.string(),
});

export const adviseRoutes = endpoint({
  method: 'GET',
  url: '/api/application-plans/:id/routes',
  action: 'application.advise-routes',
  summary: '某专业、层级可用的申报方式，按本人档案现有内容对照标准，并指出较合适的一种',
  params: byId,
  query: z.object({ specialty: z.string().max(60), level: applicationLevel }),
  answer: z.object({ routes: z.array(routeAdvice), fits: applicationRoute.nullable() }),
});

/** What the rules of a plan look at in a unit, as the applicant states it and the unit confirms. */
export const unitTraits = z.object({ affiliation: z.enum(UNIT_AFFILIATIONS), nature: z.enum(UNIT_NATURES) });

export const createApplication = endpoint({
  method: 'POST',
  url: '/api/applications',
  action: 'application.create',
  summary: '建立申报',
  body: z.object({
    planId: id,
    specialty: z.string().max(60),
    level: applicationLevel,
    route: applicationRoute,
  }),
  answer: z.object({ id, number: z.string(), version, receipt }),
});

const waiting = z.object({
  why: z.string(),
  who: z.enum([...ACTORS, 'nobody']),
  whoName: z.string(),
  until: z.object({ at: instant, words: z.string(), provisional: z.boolean() }).nullable(),
  workingDaysLeft: z.int().nullable(),
  next: z.string(),
  /** True: it is the reader's turn. */
  yours: z.boolean(),
});

export const timelineMark = z.object({
  stage: z.string(),
  name: z.string(),
  label: z.string().nullable(),
  state: z.enum(['done', 'now', 'stopped', 'ahead']),
  from: date.nullable(),
  to: date.nullable(),
  whoName: z.string(),
  how: z.string().nullable(),
});

/** An expert as the standard looks at one. */
const endorserFact = z.object({
  name: z.string().optional(),
  titleLevel: z.enum(VALUES['title-level']).optional(),
  relation: z.enum(VALUES.relation).optional(),
  titleYears: z.int().optional(),
  nationalTalent: z.boolean().optional(),
});

/** Everything a case page shows. A reader sees the fields the permission table names for the relation. */
export const applicationCase = z.object({
  id,
  organiserId: id,
  number: z.string(),
  version,
  plan: z.object({ id, name: z.string(), pack: z.string(), number: z.int(), year: z.int() }),
  applicantName: z.string(),
  unitName: z.string(),
  specialty: z.object({
    id: z.string(),
    name: z.string(),
    standard: z.string(),
    pack: z.string().nullable(),
    directions: z.array(z.string()),
  }),
  level: applicationLevel,
  levelName: z.string(),
  route: applicationRoute,
  routeName: z.string(),
  stage: z.string(),
  stageName: z.string(),
  stageLabel: z.string().nullable(),
  waiting,
  timeline: z.array(timelineMark),
  actions: z.array(z.object({ id: z.string(), name: z.string(), main: z.boolean(), obstacle: z.string().nullable() })),
  returned: z
    .object({
      from: z.string(),
      at: instant,
      items: z.array(
        correctionItem.extend({
          /** What stands at the place, e.g. the name of the achievement. */
          title: z.string(),
          /** What stands there is no longer what was returned. */
          answered: z.boolean(),
        }),
      ),
      /** Submitted now, it would be the same as last time. */
      unchanged: z.boolean(),
    })
    .nullable(),
  /** `left` and `limit` are null where the plan sets no limit. */
  submissions: z.object({ used: z.int(), left: z.int().nullable(), limit: z.int().nullable() }),
  history: z.array(
    z.object({ at: instant, action: z.string(), who: z.string(), stage: z.string(), reason: z.string().nullable() }),
  ),
  content: applicationContent.optional(),
  /** Achievements taken out after an objection that held; they cannot be chosen again. */
  disputedRows: z.array(id).optional(),
  /** What still has to be filled in before it can be sent. */
  lacks: z.array(z.object({ place: z.string(), words: z.string() })).optional(),
  submitted: z
    .array(
      z.object({
        ordinal: z.int(),
        receivedAt: instant,
        snapshotHash: z.string(),
        verdict: z.string().nullable(),
        receipt: receipt.nullable(),
      }),
    )
    .optional(),
  /** `signed`: a tick is not enough, it is signed by hand. */
  pledge: z.object({ text: z.string(), label: z.string(), signed: z.boolean() }).optional(),
  /** What this plan and route ask to be written besides. */
  asks: z
    .object({
      statements: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          label: z.string(),
          hint: z.string().nullable(),
          maxCharacters: z.int(),
          tied: z.boolean(),
          required: z.boolean(),
        }),
      ),
      talents: z.boolean(),
      selfScore: z.boolean(),
    })
    .optional(),
  /** What stands beside the archive for the standard: answers of offices, letters of experts. */
  facts: z
    .object({
      greenAgreed: z.boolean().nullable(),
      agreedTalents: z.array(talent),
      entrusted: z.boolean().nullable(),
      recommendations: z.array(endorserFact),
      appraisals: z.array(z.object({ row: id, expert: endorserFact })),
    })
    .optional(),
  declarations: z.array(z.object({ id: z.string(), text: z.string(), label: z.string() })).optional(),
  selfReportLimit: z.int().optional(),
  /** What the plan wants stamped, e.g. 《…评定表》第七部分“…”页; null where it wants nothing. */
  stampedPage: z.object({ words: z.string() }).nullable().optional(),
  stampedPages: z.array(z.object({ id, name: z.string(), uploadedAt: instant, returned: z.boolean() })).optional(),
  /** The last day on which the unit's publicity can start and still end before the window closes. */
  lastSafeDay: z.object({ date, words: z.string() }).nullable().optional(),
});
export type ApplicationCase = z.infer<typeof applicationCase>;

export const readApplication = endpoint({
  method: 'GET',
  url: '/api/applications/:id',
  action: 'application.read',
  summary: '一份申报：在等什么、由谁办理、截止到什么时候，以及全部进程',
  params: byId,
  answer: applicationCase,
});

export const downloadCalendar = endpoint({
  method: 'GET',
  url: '/api/applications/:id/calendar',
  action: 'application.read-calendar',
  summary: '一份申报的期限（iCalendar 日历文件）',
  params: byId,
  transport: 'download',
});

export const listOwnApplications = endpoint({
  method: 'GET',
  url: '/api/my/applications',
  action: 'application.list-own',
  summary: '本人的申报',
  query: pageQuery,
  answer: worklistPage,
});

/** What waits for the bodies the reader works for, by stage. */
export const readWaitingWork = endpoint({
  method: 'GET',
  url: '/api/my/waiting',
  action: 'application.count-waiting',
  summary: '等待本人所在单位、部门、协会、评委会办公室办理的申报，按环节计数',
  answer: z.object({
    items: z.array(
      z.object({
        relation: z.enum(ACTORS),
        stage: z.string(),
        stageName: z.string(),
        count: z.int(),
        /** Of these, how many fall due within three days. */
        soon: z.int(),
        /** Of these, how many are past their day. */
        late: z.int(),
      }),
    ),
  }),
});
export type WaitingWork = z.infer<typeof readWaitingWork.answer>['items'][number];

/** Autosave: only the touched fields, and the version they were typed on. */
export const editApplication = endpoint({
  method: 'PATCH',
  url: '/api/applications/:id',
  action: 'application.edit',
  summary: '自动保存改动的内容；不同的内容合并，同一处以两个值答复 FIELD_CONFLICT',
  params: byId,
  body: z.object({ version, fields: applicationContent.partial() }),
  answer: z.object({
    version,
    savedAt: instant,
    content: applicationContent,
    lacks: z.array(z.object({ place: z.string(), words: z.string() })),
  }),
});

const versioned = z.object({ version });
const moved = z.object({ id, stage: z.string(), version, receipt });

const command = (name: string, summary: string) =>
  endpoint({
    method: 'POST',
    url: `/api/applications/:id/${name}`,
    action: `application.${name}`,
    summary,
    params: byId,
    body: versioned,
    answer: moved,
  });

export const sendToUnit = command('send-to-unit', '送单位审核');
export const withdrawApplication = command('withdraw', '撤回申报');

export const submitApplication = endpoint({
  method: 'POST',
  url: '/api/applications/:id/submit',
  action: 'application.submit',
  summary: '提交：冻结材料，计入提交次数，给出签名回执',
  params: byId,
  body: versioned,
  answer: z.object({ ...moved.shape, ordinal: z.int(), receivedAt: instant, snapshotHash: z.string() }),
});

export const submitStampedPage = endpoint({
  method: 'POST',
  url: '/api/applications/:id/stamped-page',
  action: 'application.submit-stamped-page',
  summary: '提交盖章页的扫描件',
  params: byId,
  body: z.object({ version: z.coerce.number().int().nonnegative() }),
  answer: moved,
  transport: 'upload',
});

export const readStampedPage = endpoint({
  method: 'GET',
  url: '/api/applications/:id/stamped-pages/:fileId',
  action: 'application.read-stamped-page',
  summary: '查看盖章页的扫描件',
  params: z.object({ id, fileId: id }),
  transport: 'download',
});
